namespace GovDocFlow.Storage;

/// <summary>Who is signed in, and who tried.</summary>
/// <remarks>Of a token only its hash is kept, so that a copy of the database lets nobody in.</remarks>
public sealed class SessionTokenStore(Session session)
{
    /// <summary>Remembers a token that was just given out.</summary>
    /// <param name="expiresAt">The first moment at which it no longer counts.</param>
    public Task AddAsync(
        string tokenHash, Guid officer, DateTimeOffset at, DateTimeOffset expiresAt, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            INSERT INTO SessionToken (TokenHash, Officer, CreatedAt, ExpiresAt)
            VALUES (@tokenHash, @officer, @at, @expiresAt)
            """,
            new { tokenHash, officer, at, expiresAt },
            cancellation);

    /// <summary>Whose token it is; null where it is unknown, ended, expired, or its officer is disabled.</summary>
    public Task<StoredOfficer?> FindOfficerAsync(
        string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        session.FindAsync<StoredOfficer>(
            """
            SELECT o.Id, o.UserName, o.Name, o.Title, o.Department, o.Roles, o.PasswordHash, o.Disabled, o.CreatedAt
            FROM SessionToken t JOIN Officer o ON o.Id = t.Officer
            WHERE t.TokenHash = @tokenHash AND t.EndedAt IS NULL AND t.ExpiresAt > @now AND o.Disabled = 0
            """,
            new { tokenHash, now },
            cancellation);

    /// <summary>Ends one token. False where it is unknown or was ended before.</summary>
    public async Task<bool> EndAsync(string tokenHash, DateTimeOffset at, CancellationToken cancellation) =>
        await session.ExecuteAsync(
            "UPDATE SessionToken SET EndedAt = @at WHERE TokenHash = @tokenHash AND EndedAt IS NULL",
            new { tokenHash, at },
            cancellation) > 0;

    /// <summary>Ends all tokens of one officer, as when they are disabled.</summary>
    public Task EndAllAsync(Guid officer, DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(
            "UPDATE SessionToken SET EndedAt = @at WHERE Officer = @officer AND EndedAt IS NULL",
            new { officer, at },
            cancellation);

    /// <summary>Notes an attempt to sign in.</summary>
    /// <param name="userName">As typed; what is longer than 100 characters is cut off.</param>
    /// <param name="address">Where it came from; null where that is not known.</param>
    public Task LogSignInAsync(
        string userName, bool succeeded, string? address, DateTimeOffset at, CancellationToken cancellation)
    {
        var name = OfficerStore.Folded(userName);
        name = name.Length > 100 ? name[..100] : name;
        return session.ExecuteAsync(
            """
            INSERT INTO SignInLog (UserName, Succeeded, Address, At)
            VALUES (@name, @succeeded, @address, @at)
            """,
            new { name, succeeded, address, at },
            cancellation);
    }

    /// <summary>How often signing in under this name failed in a span of time, both ends included.</summary>
    /// <remarks>Where the host's clock was set back, attempts that bear a later instant do not count.</remarks>
    public Task<int> FailedSignInsAsync(
        string userName, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation) =>
        session.ScalarAsync<int>(
            "SELECT COUNT(*) FROM SignInLog WHERE UserName = @userName AND Succeeded = 0 AND At >= @since AND At <= @until",
            new { userName = OfficerStore.Folded(userName), since, until },
            cancellation);
}
