using System.Runtime.InteropServices;
using GovDocFlow.Benchmarks.Measuring;
using GovDocFlow.Benchmarks.Scenarios;

// The floor of the start: this program serving nothing.
if (args is [EmptyHost.Flag, var address])
{
    await EmptyHost.ServeAsync(address);
    return 0;
}

var known = Scenario.All;
var asked = args.Where(arg => !arg.StartsWith('-')).ToList();
var unknown = asked.Where(name => !known.Any(scenario => scenario.Name == name)).ToList();
if (args.Contains("--help") || unknown.Count > 0 || args.Any(arg => arg.StartsWith('-') && arg != "--json"))
{
    await (args.Contains("--help") ? Console.Out : Console.Error).WriteLineAsync(Usage());
    return args.Contains("--help") ? 0 : 2;
}

// Stopped halfway it still ends the hosts that it started and removes its files.
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var report = new Report(Console.Out, Console.Error, json: args.Contains("--json"));
try
{
    foreach (var scenario in known.Where(scenario => asked.Count == 0 || asked.Contains(scenario.Name)))
    {
        report.Say($"{scenario.Name}: {scenario.Measures}");
        await scenario.RunAsync(report, stop.Token);
    }

    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

string Usage() => string.Join(
    Environment.NewLine,
    [
        "dotnet run -c Release --project tests/GovDocFlow.Benchmarks -- [SCENARIO ...] [--json]",
        "",
        .. known.Select(scenario => $"  {scenario.Name,-10}{scenario.Measures}"),
    ]);
