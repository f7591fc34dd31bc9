using System.Diagnostics;

namespace GovDocFlow.Benchmarks.Measuring;

/// <summary>How long something took, again and again, in one unit.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Mean => _values.Average();

    public void Add(double value) => _values.Add(value);

    /// <summary>Does it once and keeps its milliseconds.</summary>
    public async Task TakeAsync(Func<Task> act)
    {
        var from = Stopwatch.GetTimestamp();
        await act();
        Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
    }

    /// <summary>The smallest value that <paramref name="percent"/> of all do not exceed.</summary>
    public double Percentile(int percent)
    {
        var sorted = _values.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
    }
}
