namespace GovDocFlow.UseCases.Demo;

/// <summary>The clock of a replay: it stands at the instant that is replayed and never goes back.</summary>
internal sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public void MoveTo(DateTimeOffset instant) => _now = instant > _now ? instant : _now;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();
}
