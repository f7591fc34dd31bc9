using System.Security.Cryptography;
using System.Text;

namespace GovDocFlow.Storage;

/// <summary>What became of claiming an idempotency key.</summary>
public enum ClaimResult
{
    /// <summary>The act is the caller's to do, and its answer to be remembered in the same transaction.</summary>
    Claimed,

    /// <summary>It was done before: give the remembered answer.</summary>
    Answered,

    /// <summary>The key was used for another body.</summary>
    BodyDiffers,
}

/// <summary>What became of a claim.</summary>
/// <param name="Answer">What was answered the first time; null unless <see cref="ClaimResult.Answered"/>.</param>
public sealed record Claim(ClaimResult Result, string? Answer);

/// <summary>Answers that are given again when the same request comes again within seven days.</summary>
/// <remarks>
/// The claim is part of the act's transaction: who comes second waits for the first to end, and an act that was
/// refused leaves nothing behind.
/// </remarks>
public sealed class IdempotencyStore(Session session)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Takes the key for this act, or says what it was used for. Comes before all other writes.</summary>
    /// <param name="bodyHash">A hash of the request's body, at most 64 characters.</param>
    /// <exception cref="InvalidOperationException">Something was written already.</exception>
    /// <exception cref="RaceException">The key changed hands again and again.</exception>
    public async Task<Claim> ClaimAsync(
        Guid officer, string path, string key, string bodyHash, DateTimeOffset now, CancellationToken cancellation)
    {
        if (session.HasWritten)
        {
            throw new InvalidOperationException("A key is claimed before anything else is written.");
        }

        var claim = new { officer, path, keyHash = KeyHash(key), bodyHash, now, since = now - Kept };
        await session.BeginWriteAsync(cancellation);
        if (await FindAsync(claim, cancellation) is { } answered)
        {
            await session.RollbackAsync();
            return answered;
        }

        try
        {
            await session.ExecuteAsync(
                """
                DELETE FROM IdempotentAnswer
                WHERE Officer = @officer AND Path = @path AND KeyHash = @keyHash AND At < @since;
                INSERT INTO IdempotentAnswer (Officer, Path, KeyHash, BodyHash, At)
                VALUES (@officer, @path, @keyHash, @bodyHash, @now)
                """,
                claim,
                cancellation);
            return new Claim(ClaimResult.Claimed, null);
        }
        catch (Exception exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            await session.RollbackAsync();
            return await FindAsync(claim, cancellation) ?? throw new RaceException("this key", exception);
        }
    }

    /// <summary>Keeps the answer to the act whose key this session has claimed; commits with the act.</summary>
    public Task RememberAsync(Guid officer, string path, string key, string answer, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            UPDATE IdempotentAnswer SET Answer = @answer
            WHERE Officer = @officer AND Path = @path AND KeyHash = @keyHash
            """,
            new { officer, path, keyHash = KeyHash(key), answer },
            cancellation);

    /// <summary>Forgets what is older than seven days. Returns how many answers that were.</summary>
    public Task<int> ForgetOldAsync(DateTimeOffset now, CancellationToken cancellation) =>
        session.ExecuteAsync(
            "DELETE FROM IdempotentAnswer WHERE At < @since", new { since = now - Kept }, cancellation);

    private async Task<Claim?> FindAsync(object claim, CancellationToken cancellation)
    {
        var row = await session.FindAsync<Row>(
            """
            SELECT Answer, CASE WHEN BodyHash = @bodyHash THEN 1 ELSE 0 END AS IsSameBody
            FROM IdempotentAnswer
            WHERE Officer = @officer AND Path = @path AND KeyHash = @keyHash AND At >= @since
            """,
            claim,
            cancellation);
        return row switch
        {
            null => null,
            { IsSameBody: false } => new Claim(ClaimResult.BodyDiffers, null),
            _ => new Claim(ClaimResult.Answered, row.Answer),
        };
    }

    // Of any length, and with upper and lower case told apart on both databases.
    private static string KeyHash(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed record Row
    {
        public string? Answer { get; init; }

        public bool IsSameBody { get; init; }
    }
}
