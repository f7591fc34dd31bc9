using System.Diagnostics;
using GovDocFlow.Benchmarks.Measuring;
using GovDocFlow.Deadlines;

namespace GovDocFlow.Benchmarks.Scenarios;

/// <summary>A due day from every start day.</summary>
internal static class DeadlineScenario
{
    private const string Name = "deadline";
    private const int Rounds = 300;
    private const int WarmUps = 1_000;

    private static readonly DateOnly First = new(2008, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);
    private static readonly DateOnly FirstProvisional = new(2026, 12, 1);

    public static Task RunAsync(Report report, CancellationToken cancellation)
    {
        foreach (var amount in new[] { 3, 20 })
        {
            Measure(report, $"due +{amount} working days", Days(First), amount, cancellation);
        }

        DateOnly[] open = [.. Enumerable.Repeat(Days(FirstProvisional), 200).SelectMany(days => days)];
        Measure(report, "due +20 working days, not firm", open, 20, cancellation);
        return Task.CompletedTask;
    }

    private static DateOnly[] Days(DateOnly first) =>
        [.. Enumerable.Range(first.DayNumber, Last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber)];

    private static void Measure(
        Report report, string metric, DateOnly[] starts, int amount, CancellationToken cancellation)
    {
        var calendar = WorkingCalendar.Shipped;
        var bare = new BareCalendar(calendar);
        var (product, floor) = (new Samples(), new Samples());
        var allocated = 0L;
        var wanted = 0;
        for (var round = -WarmUps; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var from = Stopwatch.GetTimestamp();
            foreach (var start in starts)
            {
                wanted ^= calendar.Due(start, amount, TimeUnit.WorkingDays).DueOn.DayNumber;
            }

            var took = Stopwatch.GetElapsedTime(from);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            from = Stopwatch.GetTimestamp();
            foreach (var start in starts)
            {
                wanted ^= bare.Due(start, amount).DayNumber;
            }

            if (round >= 0)
            {
                floor.Add(Stopwatch.GetElapsedTime(from).TotalNanoseconds / starts.Length);
                product.Add(took.TotalNanoseconds / starts.Length);
            }
        }

        // Somebody must want the answers, or they are not computed.
        GC.KeepAlive(wanted);
        report.Add(Measurement.OfMedian(Name, metric, "ns", product, floor));
        report.Add(Measurement.Of(
            Name, $"{metric}, memory", "bytes", (double)allocated / starts.Length, null, starts.Length));
    }

    /// <summary>The floor: all working days in a row, and each day's place in it.</summary>
    private sealed class BareCalendar
    {
        private readonly int[] _rank;
        private readonly DateOnly[] _days;

        public BareCalendar(WorkingCalendar calendar)
        {
            var all = Enumerable.Range(First.DayNumber, Last.AddYears(1).DayNumber - First.DayNumber + 1)
                .Select(DateOnly.FromDayNumber)
                .ToList();
            _days = [.. all.Where(calendar.IsWorking)];
            var rank = -1;
            _rank = [.. all.Select(day => calendar.IsWorking(day) ? ++rank : rank)];
        }

        public DateOnly Due(DateOnly start, int amount) => _days[_rank[start.DayNumber - First.DayNumber] + amount];
    }
}
