using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Review;

/// <summary>待办: what waits for the officer who asks, the longest wait first.</summary>
public static class ReadTasks
{
    /// <summary>Asks for a page of it.</summary>
    public sealed record Query(int Limit = Paging.DefaultLimit, string? Cursor = null) : IRequest<Page<Line>>;

    /// <summary>One waiting decision.</summary>
    /// <param name="Verbs">Just what this officer may do now, of <c>approve</c> and <c>return</c>.</param>
    /// <param name="DueOn">The handling limit's last day, inclusive; null without a limit.</param>
    public sealed record Line(
        Guid Id,
        Guid DocumentId,
        string Title,
        string Step,
        string StepName,
        IReadOnlyList<string> Verbs,
        DateTimeOffset ReceivedAt,
        DateOnly? DueOn,
        Urgency Urgency);

    internal sealed class Handler(Session session, Asker asker) : IRequestHandler<Query, Page<Line>>
    {
        private static readonly string[] Decides = ["approve", "return"];

        public async Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            var by = asker.Required;
            var held = TaskHolding.Of(by);
            held.Values["after"] = Paging.After(query.Cursor, descending: false);
            held.Values["take"] = query.Limit + 1;
            const string Waiting =
                """
                SELECT t.Seq, t.Id, t.DocumentId, t.Step, t.StepName, t.ReceivedAt, t.DueOn, d.Title, d.Draft
                FROM   WorkTask t
                JOIN   Document d ON d.Id = t.DocumentId
                WHERE  t.IsOpen = 1 AND t.Seq > @after
                """;
            var rows = await session.QueryAsync<Row>(
                session.Dialect.Page($"{Waiting} {held.Condition} ORDER BY t.Seq", "@take"), held.Values, cancellationToken);
            return Paging.Of(rows, query.Limit, row => row.Seq, Shown);
        }

        private static Line Shown(Row row) => new(
            row.Id,
            row.DocumentId,
            row.Title,
            row.Step,
            row.StepName,
            Decides,
            row.ReceivedAt,
            row.DueOn,
            Storage.Documents.Json.Read<Draft>(row.Draft).Urgency);
    }

    internal sealed record Row
    {
        public long Seq { get; init; }

        public Guid Id { get; init; }

        public Guid DocumentId { get; init; }

        public string Step { get; init; } = "";

        public string StepName { get; init; } = "";

        public DateTimeOffset ReceivedAt { get; init; }

        public DateOnly? DueOn { get; init; }

        public string Title { get; init; } = "";

        public string Draft { get; init; } = "";
    }
}

/// <summary>Which open tasks an officer holds: further conditions (AND …) on rows named <c>t</c> and <c>d</c>.</summary>
/// <remarks>The same rule as <see cref="GovDocFlow.Documents.Document.WhyNotDecide"/>.</remarks>
internal sealed record TaskHolding(string Condition, Dictionary<string, object?> Values)
{
    public static TaskHolding Of(Officer by)
    {
        var values = new Dictionary<string, object?> { ["department"] = by.Department, ["drafted"] = $"%{by.Id}%" };
        foreach (var (index, role) in by.Roles.Index())
        {
            values[$"role{index}"] = OutsideName.Of(role);
        }

        var roles = by.Roles.Count == 0 ? "NULL" : string.Join(", ", by.Roles.Select((_, index) => $"@role{index}"));
        return new TaskHolding(
            $"AND t.Role IN ({roles}) AND (t.Department IS NULL OR t.Department = @department) AND d.Drafters NOT LIKE @drafted",
            values);
    }
}
