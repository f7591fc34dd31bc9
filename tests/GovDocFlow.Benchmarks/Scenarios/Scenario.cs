using GovDocFlow.Benchmarks.Measuring;

namespace GovDocFlow.Benchmarks.Scenarios;

/// <summary>Something that is measured.</summary>
internal sealed record Scenario(string Name, string Measures, Func<Report, CancellationToken, Task> RunAsync)
{
    /// <summary>All of them, in the order in which they run.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("start", "process start to the first 200 of /health, on an existing database", StartScenario.RunAsync),
        new("deadline", "a due day from every start day of 2008-2026", DeadlineScenario.RunAsync),
        new("approve", "office review approvals through the office's door", ApproveScenario.RunAsync),
        new("sweep", "1,000 due rungs among 100,000 and among 1,000,000 running clocks", SweepScenario.RunAsync),
        new("lists", "desks and lists over 100,000 documents and 1,000,000 trail lines", ListsScenario.RunAsync),
        new("trail", "checking the trail, line by line", TrailScenario.RunAsync),
    ];
}
