using Dapper;
using GovDocFlow.Benchmarks.Measuring;
using GovDocFlow.Benchmarks.Trial;
using GovDocFlow.Deadlines;
using GovDocFlow.UseCases.Deadlines;
using Microsoft.Data.Sqlite;

namespace GovDocFlow.Benchmarks.Scenarios;

/// <summary>The first sweep of a morning: 1,000 rungs of 750 clocks are due, and nothing is due of all the others.</summary>
internal static class SweepScenario
{
    private const string Name = "sweep";
    private const string Rule = "publish.formation20wd";
    private const int Rounds = 5;
    private const int WarmUps = 1;
    private const int DueClocks = 750;
    private const int DueRungs = 1_000;
    private const int ClocksAtOnce = 200;

    private static readonly DateTimeOffset IssuedAt = new(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Morning = new(2026, 6, 10, 9, 30, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(Report report, CancellationToken cancellation)
    {
        foreach (var clocks in new[] { 100_000, 1_000_000 })
        {
            await MeasureAsync(report, clocks, cancellation);
        }
    }

    private static async Task MeasureAsync(Report report, int clocks, CancellationToken cancellation)
    {
        await using var office = await TrialOffice.OpenAsync(cancellation);
        var (template, documents) = await FillAsync(office, clocks, cancellation);
        report.Say($"sweep: {clocks} running clocks are there");
        await using var connection = await office.ConnectAsync(cancellation);
        var (product, floor, idle) = (new Samples(), new Samples(), new Samples());
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var own = Cohort(2 * (round + WarmUps), documents);
            var bare = Cohort((2 * (round + WarmUps)) + 1, documents);
            await MakeDueAsync(connection, template, own);
            var before = round < 0 ? await TrialOffice.RowsAsync(connection) : null;
            await Kept(product, round).TakeAsync(() => SweepAsync(office, DueRungs, cancellation));
            var after = round < 0 ? await TrialOffice.RowsAsync(connection) : null;
            await Kept(idle, round).TakeAsync(() => SweepAsync(office, 0, cancellation));

            var batches = await FloorAsync(connection, template, own, bare);
            await MakeDueAsync(connection, template, bare);
            await Kept(floor, round).TakeAsync(async () =>
            {
                foreach (var batch in batches)
                {
                    await batch.WriteAsync(connection, cancellation);
                }
            });
            if (before is not null)
            {
                RowCheck.Same(before, after!, await TrialOffice.RowsAsync(connection));
            }
        }

        report.Add(Measurement.Of(Name, $"{clocks:N0} clocks, {DueRungs:N0} rungs", "ms", product, floor));
        report.Add(Measurement.Of(
            Name, $"{clocks:N0} clocks, a rung", "ms", product.Mean / DueRungs, floor.Mean / DueRungs, Rounds));
        report.Add(Measurement.Of(Name, $"{clocks:N0} clocks, nothing due", "ms", idle, null));
    }

    private static Samples Kept(Samples samples, int round) => round < 0 ? new Samples() : samples;

    private static async Task SweepAsync(TrialOffice office, int expected, CancellationToken cancellation)
    {
        office.Clock.SetTo(Morning);
        var answer = await office.SendAsync(new SweepClocks.Command(), null, cancellation);
        if (answer.Fired.Count != expected)
        {
            throw new InvalidOperationException($"{answer.Fired.Count} rungs fired, and not {expected}.");
        }
    }

    /// <summary>An issued case many times over; its clocks have told of their start and are due much later.</summary>
    private static async Task<(Template Template, int Documents)> FillAsync(
        TrialOffice office, int clocks, CancellationToken cancellation)
    {
        office.Clock.SetTo(IssuedAt);
        var document = await new SampleCases(office).ToIssuedAsync("keji", cancellation);
        var documents = clocks / document.Clocks.Count;
        await using (var connection = await office.ConnectAsync(cancellation))
        {
            await connection.ExecuteAsync("UPDATE Clock SET NextRung = 'day-before', NextFiresAt = '2027-01-04T01:00:00.000Z'");
        }

        await Multiplied.RunAsync(office, [document.Id], documents, Multiplied.OnlyClocks, cancellation);
        var clock = document.Clocks.First(clock => clock.Rule == Rule);
        return (new Template(document.Id.ToString(), clock.Id.ToString()), documents);
    }

    // Documents from all over the table; no two cohorts share one.
    private static List<int> Cohort(int number, int documents)
    {
        var cohorts = 2 * (WarmUps + Rounds);
        var step = documents / (cohorts * DueClocks);
        return [.. Enumerable.Range(0, DueClocks).Select(index => 1 + (((index * cohorts) + number) * step))];
    }

    /// <summary>A third has its last day tomorrow, a third today, and for a third it was yesterday.</summary>
    private static async Task MakeDueAsync(SqliteConnection connection, Template template, List<int> cohort)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "workflows", "rules");
        var book = ClockBook.Load(
            WorkingCalendar.Shipped,
            await File.ReadAllTextAsync(Path.Combine(folder, "clock-rules.json")),
            await File.ReadAllTextAsync(Path.Combine(folder, "ladders.json")));
        var today = ChinaTime.DayOf(Morning);
        Clock[] kinds =
        [
            At(book, today.AddDays(1), "day-before"), At(book, today, "due-0900"), At(book, today.AddDays(-1), "breach"),
        ];
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            UPDATE Clock
            SET    StartedAt = @StartedAt, DueOn = @DueOn, DueAt = @DueAt, EarliestDueOn = @EarliestDueOn,
                   LatestDueOn = @LatestDueOn, NextRung = @NextRung, NextFiresAt = @NextFiresAt
            WHERE  Id = @id
            """,
            cohort.Select((n, index) => (Id: Multiplied.Key(n, template.Clock), Clock: kinds[index % kinds.Length])).Select(
                due => new
                {
                    id = due.Id,
                    due.Clock.StartedAt,
                    due.Clock.Deadline.DueOn,
                    due.Clock.Deadline.DueAt,
                    due.Clock.Deadline.EarliestDueOn,
                    due.Clock.Deadline.LatestDueOn,
                    due.Clock.NextRung,
                    due.Clock.NextFiresAt,
                }),
            transaction);
        await transaction.CommitAsync();
    }

    private static Clock At(ClockBook book, DateOnly dueOn, string rung)
    {
        var started = ChinaTime.At(book.Calendar.AddWorkingDays(dueOn, -20), new TimeOnly(15, 0));
        var clock = book.Start(Rule, Guid.Empty, "document", Guid.Empty, started);
        while (clock.NextRung != rung)
        {
            clock = book.After(clock, book.Rungs(clock).First(next => next.Code == clock.NextRung));
        }

        return clock;
    }

    private static async Task<List<SweepRows>> FloorAsync(
        SqliteConnection connection, Template template, List<int> own, List<int> bare)
    {
        var rows = await SweepRows.ReadAsync(
            connection,
            [.. own.Select(n => Multiplied.Key(n, template.Clock))],
            [.. own.Select(n => Multiplied.Key(n, template.Document))]);
        var others = own.Zip(bare).ToDictionary(pair => $"{pair.First:x8}", pair => pair.Second);
        var moved = rows.MovedTo(key =>
            others.TryGetValue(key[..8], out var n) ? Multiplied.Key(n, key) : Guid.NewGuid().ToString());
        return [.. moved.Clocks.Chunk(ClocksAtOnce).Select(moved.Of)];
    }

    private sealed record Template(string Document, string Clock);
}
