using GovDocFlow.Deadlines;
using GovDocFlow.Storage;

namespace GovDocFlow.UseCases.Figures;

/// <summary>What a figure of one department is made of.</summary>
/// <param name="Days">The working days that each publication took, where the figure is of days.</param>
internal sealed record Tally(long Numerator, long Denominator, IReadOnlyList<int> Days)
{
    /// <summary>Several departments together.</summary>
    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        var all = tallies.ToList();
        return new Tally(
            all.Sum(tally => tally.Numerator),
            all.Sum(tally => tally.Denominator),
            [.. all.SelectMany(tally => tally.Days).Order()]);
    }

    /// <summary>The figure's value.</summary>
    public ReadFigures.FigureValue Value(Metric metric) => new(Numerator, Denominator, metric switch
    {
        { Unit: FigureUnit.Documents } => Numerator,
        _ when Denominator == 0 => null,
        { Code: Metric.MedianPublicationDays } => (Days[(Days.Count - 1) / 2] + Days[Days.Count / 2]) / 2m,
        { Code: Metric.P95PublicationDays } => Days[(int)Math.Ceiling(Days.Count * 0.95) - 1],
        _ => decimal.Round((decimal)Numerator / Denominator, 4),
    });
}

/// <summary>Counts the documents of a figure, in the database, by department.</summary>
internal sealed class FigureCounts(Session session, Procedures procedures)
{
    private const string Documents =
        "SELECT d.Department AS DepartmentKey, COUNT(*) AS Number FROM Document d WHERE 1 = 1";

    private const string OfficialReturns =
        """
        SELECT d.Department AS DepartmentKey, COUNT(*) AS Number
        FROM   ReturnNotice n
        JOIN   Document d ON d.Id = n.DocumentId
        WHERE  n.Kind = 'official'
        """;

    private const string Publications =
        """
        SELECT d.Department AS DepartmentKey, d.IssuedAt,
               (SELECT MIN(p.PublishedAt)
                FROM   Publication p
                WHERE  p.DocumentId = d.Id AND p.Part = 'document' AND p.Channel = 'website' AND p.WithdrawnAt IS NULL) AS PublishedAt
        FROM   Document d
        WHERE  1 = 1
        """;

    // Figures share their bases and their days; each is counted once a request.
    private readonly Dictionary<string, IReadOnlyDictionary<string, long>> _counted = [];
    private IReadOnlyDictionary<string, List<int>>? _days;

    /// <summary>The figure by department; departments without any document of its base are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Tally>> OfAsync(
        Metric metric, FigureScope scope, CancellationToken cancellation)
    {
        if (metric.IsOfDays)
        {
            var days = _days ??= await DaysAsync(metric, scope, cancellation);
            var isAverage = metric.Code == Metric.AveragePublicationDays;
            return days.ToDictionary(
                department => department.Key,
                department => new Tally(
                    isAverage ? department.Value.Sum() : department.Value.Count, department.Value.Count, department.Value));
        }

        var found = await CountAsync(Documents, $"{metric.InPeriod} AND {metric.Base}", scope, cancellation);
        var hits = metric.Code == Metric.ReturnsPerDraft
            ? await CountAsync(OfficialReturns, metric.InPeriod, scope, cancellation)
            : await CountAsync(Documents, $"{metric.InPeriod} AND {metric.Base} AND {metric.Hit}", scope, cancellation);
        return found.ToDictionary(
            department => department.Key,
            department => new Tally(hits.GetValueOrDefault(department.Key), department.Value, []));
    }

    private async Task<IReadOnlyDictionary<string, long>> CountAsync(
        string statement, string condition, FigureScope scope, CancellationToken cancellation)
    {
        var sql = $"{statement} AND {condition}{scope.Condition} GROUP BY d.Department";
        if (!_counted.TryGetValue(sql, out var counted))
        {
            var rows = await session.QueryAsync<CountRow>(sql, scope.Values(), cancellation);
            _counted[sql] = counted = rows.ToDictionary(row => row.DepartmentKey, row => row.Number);
        }

        return counted;
    }

    private async Task<IReadOnlyDictionary<string, List<int>>> DaysAsync(
        Metric metric, FigureScope scope, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<PublicationRow>(
            $"{Publications} AND {metric.InPeriod} AND {metric.Base}{scope.Condition}", scope.Values(), cancellation);
        var calendar = procedures.Clocks.Calendar;
        return rows.GroupBy(row => row.DepartmentKey).ToDictionary(
            department => department.Key,
            department => department
                .Select(row => calendar.WorkingDaysBetween(ChinaTime.DayOf(row.IssuedAt), ChinaTime.DayOf(row.PublishedAt)))
                .Order()
                .ToList());
    }

    private sealed record CountRow
    {
        public string DepartmentKey { get; init; } = "";

        public long Number { get; init; }
    }

    private sealed record PublicationRow
    {
        public string DepartmentKey { get; init; } = "";

        public DateTimeOffset IssuedAt { get; init; }

        public DateTimeOffset PublishedAt { get; init; }
    }
}
