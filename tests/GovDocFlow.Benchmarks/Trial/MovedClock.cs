namespace GovDocFlow.Benchmarks.Trial;

/// <summary>The office's clock: set by hand, and a second on after every act.</summary>
internal sealed class MovedClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 10, 12, 9, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public void SetTo(DateTimeOffset now) => _now = now;

    public void Tick() => _now = _now.AddSeconds(1);
}
