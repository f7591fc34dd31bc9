using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Figures;

/// <summary>The open work behind a number of <see cref="ReadFigures.AgeBand"/>, the longest wait first.</summary>
public static class ReadWaitingCases
{
    /// <summary>Asks for a page of what has waited so many working days, both included.</summary>
    /// <param name="ToWorkingDays">Null: however long.</param>
    /// <param name="Department">The key of a drafting department; null: all of them.</param>
    public sealed record Query(
        int FromWorkingDays = 0,
        int? ToWorkingDays = null,
        string? Department = null,
        int Limit = Paging.DefaultLimit,
        string? Cursor = null) : IRequest<Page<Line>>;

    /// <summary>One decision that somebody waits for.</summary>
    /// <param name="Department">The key of the drafting department.</param>
    /// <param name="HeldBy">Whose turn it is.</param>
    /// <param name="WorkingDays">How many working days it has waited.</param>
    public sealed record Line(
        Guid DocumentId, string Title, string Department, string StepName, Role HeldBy, DateTimeOffset ReceivedAt, int WorkingDays);

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int LongestWait = 1000;

        public Validator()
        {
            RuleFor(query => query.FromWorkingDays).InclusiveBetween(0, LongestWait).Says(
                "WRONG_VALUE", $"工作日数须在 0 到 {LongestWait} 之间。", $"Working days lie between 0 and {LongestWait}.");
            RuleFor(query => query.ToWorkingDays)
                .Must((query, to) => to is null || (to >= query.FromWorkingDays && to <= LongestWait))
                .Says("WRONG_VALUE", "截止天数不小于起始天数。", "To is not less than from.");
        }
    }

    internal sealed class Handler(Session session, Procedures procedures, Asker asker, TimeProvider clock)
        : IRequestHandler<Query, Page<Line>>
    {
        public async Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            const string Waiting =
                """
                SELECT t.Seq, t.DocumentId, t.StepName, t.Role, t.ReceivedAt, d.Title, d.Department
                FROM   WorkTask t
                JOIN   Document d ON d.Id = t.DocumentId
                WHERE  t.IsOpen = 1 AND t.Seq > @after
                """;
            var now = clock.GetUtcNow();
            var today = ChinaTime.DayOf(now);
            var scope = new FigureScope(today, today, query.Department, asker.Required, now);
            var values = scope.Values();
            values["after"] = Paging.After(query.Cursor, descending: false);
            var rows = new List<(Row Row, int Days)>();

            // The calendar is no table: how long something has waited is reckoned line by line.
            await foreach (var row in session.StreamAsync<Row>(
                $"{Waiting}{scope.Condition} ORDER BY t.Seq", values, cancellationToken))
            {
                var days = WorkAges.Of(row.ReceivedAt, today, procedures.Clocks.Calendar);
                if (days >= query.FromWorkingDays && days <= (query.ToWorkingDays ?? int.MaxValue))
                {
                    rows.Add((row, days));
                }

                if (rows.Count > query.Limit)
                {
                    break;
                }
            }

            return Paging.Of(rows, query.Limit, one => one.Row.Seq, one => one.Row.ToLine(one.Days));
        }
    }

    private sealed record Row
    {
        public long Seq { get; init; }

        public Guid DocumentId { get; init; }

        public string StepName { get; init; } = "";

        public string Role { get; init; } = "";

        public DateTimeOffset ReceivedAt { get; init; }

        public string Title { get; init; } = "";

        public string Department { get; init; } = "";

        public Line ToLine(int workingDays) =>
            new(DocumentId, Title, Department, StepName, OutsideName.Parse<Role>(Role)!.Value, ReceivedAt, workingDays);
    }
}
