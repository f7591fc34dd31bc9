namespace GovDocFlow.Storage;

/// <summary>A text that running cases hold on to, whatever becomes of the file it came from.</summary>
public sealed record PinnedContent
{
    /// <summary>SHA-256 of the content, in lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What it is: a route, a set of rules.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The name that its file had.</summary>
    public string Name { get; init; } = "";

    /// <summary>The text itself.</summary>
    public string Content { get; init; } = "";

    /// <summary>When it was first held on to, UTC.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Routes and rules as they were when a case started, by hash; never changed and never removed.</summary>
public sealed class PinnedContentStore(Session session)
{
    /// <summary>Keeps the text; nothing where it is kept already.</summary>
    /// <exception cref="RaceException">Another host kept the same text in this moment.</exception>
    public async Task PinAsync(PinnedContent content, CancellationToken cancellation)
    {
        await session.BeginWriteAsync(cancellation);
        if (await session.ScalarAsync<int>(
            "SELECT COUNT(*) FROM PinnedContent WHERE Hash = @Hash", new { content.Hash }, cancellation) > 0)
        {
            return;
        }

        try
        {
            await session.ExecuteAsync(
                """
                INSERT INTO PinnedContent (Hash, Kind, Name, Content, At)
                VALUES (@Hash, @Kind, @Name, @Content, @At)
                """,
                content,
                cancellation);
        }
        catch (Exception exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            throw new RaceException($"the {content.Kind} {content.Name}", exception);
        }
    }

    /// <summary>The text of that hash; null where none is kept.</summary>
    public Task<PinnedContent?> FindAsync(string hash, CancellationToken cancellation) =>
        session.FindAsync<PinnedContent>(
            "SELECT Hash, Kind, Name, Content, At FROM PinnedContent WHERE Hash = @hash", new { hash }, cancellation);
}
