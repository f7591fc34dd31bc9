using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>Something that is due on a day.</summary>
/// <param name="Id">Of the clock, or of the task where it is a handling limit.</param>
/// <param name="IsTask">Whether it is a decision that the officer owes; otherwise a time limit of the document.</param>
/// <param name="Number">发文字号; null before issue.</param>
/// <param name="What">The time limit's name, or the step's.</param>
/// <param name="DueOn">The last day in time, inclusive; the likeliest one where provisional.</param>
/// <param name="LatestDueOn">The latest day to which it can move, inclusive.</param>
/// <param name="IsOverdue">Whether the latest possible day is over.</param>
public sealed record DueItem(
    Guid Id,
    bool IsTask,
    Guid DocumentId,
    string Title,
    string? Number,
    Sentence What,
    DateOnly DueOn,
    Certainty Certainty,
    DateOnly EarliestDueOn,
    DateOnly LatestDueOn,
    bool IsOverdue);

/// <summary>What is still owed and when: running clocks of the documents that an officer sees, and the tasks they hold.</summary>
internal sealed class DueItems(Session session, Procedures procedures)
{
    /// <summary>What is due from the one day to the other, both included, in order of days.</summary>
    /// <param name="most">At most so many clocks, and so many tasks.</param>
    public async Task<IReadOnlyList<DueItem>> BetweenAsync(
        Officer by, DateOnly from, DateOnly to, DateOnly today, int most, CancellationToken cancellation)
    {
        var clocks = await ClocksAsync(by, from, to, today, most, cancellation);
        var tasks = await TasksAsync(by, from, to, today, most, cancellation);
        return [.. clocks.Concat(tasks).OrderBy(item => item.DueOn)];
    }

    /// <summary>How many running clocks are due on each of the days; days without any are left out.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, int>> CountsAsync(
        Officer by, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        const string Counted =
            """
            SELECT c.DueOn, COUNT(*) AS Number
            FROM   Clock c
            JOIN   Document d ON d.Id = c.SubjectId
            WHERE  c.SubjectType = 'document' AND c.StoppedAt IS NULL AND c.Status <> 'cancelled' AND c.DueOn >= @from AND c.DueOn <= @to
            """;
        var rows = await session.QueryAsync<CountRow>(
            $"{Counted}{Sight.And(by)} GROUP BY c.DueOn", new { sightDepartment = by.Department, from, to }, cancellation);
        return rows.ToDictionary(row => row.DueOn, row => row.Number);
    }

    private async Task<IEnumerable<DueItem>> ClocksAsync(
        Officer by, DateOnly from, DateOnly to, DateOnly today, int most, CancellationToken cancellation)
    {
        const string Owed =
            """
            SELECT c.Id, c.SubjectId AS DocumentId, d.Title, d.Number, c.RuleCode, c.DueOn, c.Certainty, c.EarliestDueOn, c.LatestDueOn
            FROM   Clock c
            JOIN   Document d ON d.Id = c.SubjectId
            WHERE  c.SubjectType = 'document' AND c.StoppedAt IS NULL AND c.Status <> 'cancelled' AND c.DueOn >= @from AND c.DueOn <= @to
            """;
        var rows = await session.QueryAsync<ClockRow>(
            session.Dialect.Page($"{Owed}{Sight.And(by)} ORDER BY c.DueOn, c.Seq", "@most"),
            new { sightDepartment = by.Department, from, to, most },
            cancellation);
        return rows.Select(row => new DueItem(
            row.Id,
            false,
            row.DocumentId,
            row.Title,
            row.Number,
            NameOf(row.RuleCode),
            row.DueOn,
            OutsideName.Parse<Certainty>(row.Certainty)!.Value,
            row.EarliestDueOn,
            row.LatestDueOn,
            row.LatestDueOn < today));
    }

    private async Task<IEnumerable<DueItem>> TasksAsync(
        Officer by, DateOnly from, DateOnly to, DateOnly today, int most, CancellationToken cancellation)
    {
        const string Held =
            """
            SELECT t.Id, t.DocumentId, d.Title, d.Number, t.StepName, t.DueOn
            FROM   WorkTask t
            JOIN   Document d ON d.Id = t.DocumentId
            WHERE  t.IsOpen = 1 AND t.DueOn >= @from AND t.DueOn <= @to
            """;
        var held = TaskHolding.Of(by);
        held.Values["from"] = from;
        held.Values["to"] = to;
        held.Values["most"] = most;
        var rows = await session.QueryAsync<TaskRow>(
            session.Dialect.Page($"{Held} {held.Condition} ORDER BY t.DueOn, t.Seq", "@most"), held.Values, cancellation);
        return rows.Select(row => new DueItem(
            row.Id,
            true,
            row.DocumentId,
            row.Title,
            row.Number,
            new($"办理：{row.StepName}", $"decide: {row.StepName}"),
            row.DueOn,
            Certainty.Firm,
            row.DueOn,
            row.DueOn,
            row.DueOn < today));
    }

    private Sentence NameOf(string rule) => procedures.Clocks.Rules.LastOrDefault(known => known.Code == rule) is { } known
        ? new(known.NameZh, known.NameEn)
        : new(rule, rule);

    private sealed record CountRow
    {
        public DateOnly DueOn { get; init; }

        public int Number { get; init; }
    }

    private sealed record ClockRow
    {
        public Guid Id { get; init; }

        public Guid DocumentId { get; init; }

        public string Title { get; init; } = "";

        public string? Number { get; init; }

        public string RuleCode { get; init; } = "";

        public DateOnly DueOn { get; init; }

        public string Certainty { get; init; } = "";

        public DateOnly EarliestDueOn { get; init; }

        public DateOnly LatestDueOn { get; init; }
    }

    private sealed record TaskRow
    {
        public Guid Id { get; init; }

        public Guid DocumentId { get; init; }

        public string Title { get; init; } = "";

        public string? Number { get; init; }

        public string StepName { get; init; } = "";

        public DateOnly DueOn { get; init; }
    }
}
