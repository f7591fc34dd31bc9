using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>The clocks of the documents that an officer sees, in the order in which they started.</summary>
public static class ReadClocks
{
    /// <summary>Asks for a page of them; a filter that is null does not narrow.</summary>
    /// <param name="DueBefore">Due before this day, the day itself not included.</param>
    public sealed record Query(
        ClockStatus? Status = null,
        Certainty? Certainty = null,
        string? Rule = null,
        Guid? DocumentId = null,
        DateOnly? DueBefore = null,
        int Limit = Paging.DefaultLimit,
        string? Cursor = null) : IRequest<Page<ClockView>>;

    internal sealed class Handler(Session session, Asker asker, ClockStore clocks, ClockViews views)
        : IRequestHandler<Query, Page<ClockView>>
    {
        public async Task<Page<ClockView>> Handle(Query query, CancellationToken cancellationToken)
        {
            const string Found =
                """
                SELECT c.Seq, c.Id, c.SubjectId
                FROM   Clock c
                JOIN   Document d ON d.Id = c.SubjectId
                WHERE  c.SubjectType = 'document' AND c.Seq > @after
                """;
            var (where, values) = Filter(query, asker.Required);
            var rows = await session.QueryAsync<Row>(
                session.Dialect.Page($"{Found} {where} ORDER BY c.Seq", "@take"), values, cancellationToken);
            var page = Paging.Of(rows, query.Limit, row => row.Seq, row => row);
            var shown = new List<ClockView>(page.Items.Count);
            foreach (var row in page.Items)
            {
                var ofDocument = await clocks.OfSubjectAsync(row.SubjectId, cancellationToken);
                shown.Add(views.Of(
                    ofDocument.First(clock => clock.Id == row.Id),
                    ClockBook.Binding(ofDocument)?.Id == row.Id,
                    await clocks.FiredAsync(row.Id, cancellationToken)));
            }

            return new Page<ClockView>(shown, page.Next);
        }

        private static (string Where, Dictionary<string, object?> Values) Filter(Query query, Officer by)
        {
            var conditions = new List<string> { Sight.Of(by) };
            var values = new Dictionary<string, object?>
            {
                ["sightDepartment"] = by.Department,
                ["after"] = Paging.After(query.Cursor, descending: false),
                ["take"] = query.Limit + 1,
            };
            Add(query.Status is { } status ? OutsideName.Of(status) : null, "status", "c.Status = @status");
            Add(query.Certainty is { } certainty ? OutsideName.Of(certainty) : null, "certainty", "c.Certainty = @certainty");
            Add(query.Rule, "rule", "c.RuleCode = @rule");
            Add(query.DocumentId, "documentId", "c.SubjectId = @documentId");
            Add(query.DueBefore, "dueBefore", "c.DueOn < @dueBefore");
            return (string.Concat(conditions.Select(condition => $" AND {condition}")), values);

            void Add(object? value, string name, string condition)
            {
                if (value is not null)
                {
                    conditions.Add(condition);
                    values[name] = value;
                }
            }
        }

        private sealed record Row
        {
            public long Seq { get; init; }

            public Guid Id { get; init; }

            public Guid SubjectId { get; init; }
        }
    }
}
