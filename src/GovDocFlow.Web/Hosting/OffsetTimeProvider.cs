namespace GovDocFlow.Web.Hosting;

/// <summary>A clock that starts at a given instant and runs on from there; UTC.</summary>
/// <param name="running">The clock by which it runs.</param>
/// <param name="start">What it shows at the moment of its making.</param>
internal sealed class OffsetTimeProvider(TimeProvider running, DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _offset = start - running.GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => (running.GetUtcNow() + _offset).ToUniversalTime();
}
