using GovDocFlow.Deadlines;
using GovDocFlow.Storage;

namespace GovDocFlow.UseCases.Figures;

/// <summary>How long open work has waited, in working days.</summary>
internal sealed class WorkAges(Session session, Procedures procedures)
{
    private static readonly (int From, int? To)[] Bands = [(0, 0), (1, 2), (3, 5), (6, 10), (11, null)];

    /// <summary>The tasks that wait now, by age; all bands are there, empty ones too.</summary>
    public async Task<ReadFigures.OpenWork> OfAsync(FigureScope scope, CancellationToken cancellation)
    {
        const string Waiting =
            """
            SELECT d.Department AS DepartmentKey, t.ReceivedAt
            FROM   WorkTask t
            JOIN   Document d ON d.Id = t.DocumentId
            WHERE  t.IsOpen = 1
            """;
        var rows = await session.QueryAsync<Row>($"{Waiting}{scope.Condition}", scope.Values(), cancellation);
        var today = ChinaTime.DayOf(scope.Now);
        var calendar = procedures.Clocks.Calendar;
        var ages = rows
            .Select(row => (row.DepartmentKey, Days: Of(row.ReceivedAt, today, calendar)))
            .ToList();
        return new ReadFigures.OpenWork(
            ages.Count,
            ages.Count == 0 ? null : ages.Max(age => age.Days),
            [.. Bands.Select(band => Band(band.From, band.To, ages))]);
    }

    /// <summary>How many working days something has waited; 0 where the clock was set back before it came.</summary>
    public static int Of(DateTimeOffset receivedAt, DateOnly today, WorkingCalendar calendar) =>
        Math.Max(0, calendar.WorkingDaysBetween(ChinaTime.DayOf(receivedAt), today));

    private static ReadFigures.AgeBand Band(int from, int? to, List<(string DepartmentKey, int Days)> ages)
    {
        var within = ages.Where(age => age.Days >= from && age.Days <= (to ?? int.MaxValue)).ToList();
        return new(from, to, within.Count, within.CountBy(age => age.DepartmentKey).ToDictionary());
    }

    private sealed record Row
    {
        public string DepartmentKey { get; init; } = "";

        public DateTimeOffset ReceivedAt { get; init; }
    }
}
