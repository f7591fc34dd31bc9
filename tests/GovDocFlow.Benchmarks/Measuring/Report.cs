using System.Globalization;
using System.Text.Json;

namespace GovDocFlow.Benchmarks.Measuring;

/// <summary>Where the figures go: one JSON object a line, or a table; what is under way goes beside it.</summary>
internal sealed class Report(TextWriter figures, TextWriter progress, bool json)
{
    private const int ScenarioWidth = 10;
    private const int MetricWidth = 40;
    private const int UnitWidth = 9;
    private const int NumberWidth = 11;

    private bool _hasHead;

    public void Say(string what) => progress.WriteLine(what);

    public void Add(Measurement measured)
    {
        if (json)
        {
            figures.WriteLine(JsonSerializer.Serialize(measured, JsonSerializerOptions.Web));
        }
        else
        {
            if (!_hasHead)
            {
                Row("scenario", "metric", "unit", "value", "floor", "ratio", "n", "p50", "p95", "p99");
                _hasHead = true;
            }

            Row(
                measured.Scenario,
                measured.Metric,
                measured.Unit,
                Shown(measured.Value),
                Shown(measured.Floor),
                Shown(measured.Ratio),
                Shown(measured.N),
                Shown(measured.P50),
                Shown(measured.P95),
                Shown(measured.P99));
        }

        figures.Flush();
    }

    private void Row(string scenario, string metric, string unit, params ReadOnlySpan<string> numbers)
    {
        figures.Write(scenario.PadRight(ScenarioWidth));
        figures.Write(metric.PadRight(MetricWidth));
        figures.Write(unit.PadRight(UnitWidth));
        foreach (var number in numbers)
        {
            figures.Write(number.PadLeft(NumberWidth));
        }

        figures.WriteLine();
    }

    private static string Shown(double? number) => number?.ToString("#,0.####", CultureInfo.InvariantCulture) ?? "-";
}
