namespace GovDocFlow.Benchmarks.Measuring;

/// <summary>One figure, as it is printed.</summary>
/// <param name="Value">The mean where there are samples.</param>
/// <param name="Floor">The bare computation, or the same rows by bare Dapper; null where nothing is comparable.</param>
/// <param name="Ratio">Value by floor.</param>
internal sealed record Measurement(
    string Scenario,
    string Metric,
    double Value,
    string Unit,
    double? Floor,
    double? Ratio,
    int N,
    double? P50,
    double? P95,
    double? P99)
{
    /// <summary>The mean of samples beside the mean of their floor.</summary>
    public static Measurement Of(string scenario, string metric, string unit, Samples value, Samples? floor) => new(
        scenario,
        metric,
        Rounded(value.Mean),
        unit,
        floor is null ? null : Rounded(floor.Mean),
        floor is null ? null : Rounded(value.Mean / floor.Mean),
        value.Count,
        Rounded(value.Percentile(50)),
        Rounded(value.Percentile(95)),
        Rounded(value.Percentile(99)));

    /// <summary>A single figure.</summary>
    public static Measurement Of(string scenario, string metric, string unit, double value, double? floor, int n) => new(
        scenario, metric, Rounded(value), unit, floor is { } bare ? Rounded(bare) : null, value / floor, n, null, null, null);

    private static double Rounded(double value) =>
        value is 0 or >= 1000 ? Math.Round(value) : Math.Round(value, Math.Min(15, 3 - (int)Math.Floor(Math.Log10(Math.Abs(value)))));
}
