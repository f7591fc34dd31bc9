namespace GovDocFlow.Benchmarks.Measuring;

/// <summary>One figure, as it is printed.</summary>
/// <param name="Value">The mean of the samples, or their median for the shortest computations.</param>
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

    /// <summary>The median of samples beside the median of their floor: for computations so short that any pause outweighs them.</summary>
    public static Measurement OfMedian(string scenario, string metric, string unit, Samples value, Samples floor) =>
        Of(scenario, metric, unit, value, floor) with
        {
            Value = Rounded(value.Percentile(50)),
            Floor = Rounded(floor.Percentile(50)),
            Ratio = Rounded(value.Percentile(50) / floor.Percentile(50)),
        };

    /// <summary>A single figure.</summary>
    public static Measurement Of(string scenario, string metric, string unit, double value, double? floor, int n) => new(
        scenario, metric, Rounded(value), unit, floor is { } bare ? Rounded(bare) : null, value / floor is { } ratio ? Rounded(ratio) : null, n, null, null, null);

    private static double Rounded(double value) =>
        value is 0 or >= 1000 ? Math.Round(value) : Math.Round(value, Math.Min(15, 3 - (int)Math.Floor(Math.Log10(Math.Abs(value)))));
}
