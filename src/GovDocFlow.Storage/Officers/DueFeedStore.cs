namespace GovDocFlow.Storage;

/// <summary>The secrets under which calendar programs read an officer's due days; one an officer, kept as hashes.</summary>
public sealed class DueFeedStore(Session session)
{
    /// <summary>Gives the officer another secret; the one before counts no more.</summary>
    public Task ReplaceAsync(Guid officer, string tokenHash, DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            DELETE FROM DueFeed WHERE Officer = @officer;
            INSERT INTO DueFeed (Officer, TokenHash, CreatedAt) VALUES (@officer, @tokenHash, @at)
            """,
            new { officer, tokenHash, at },
            cancellation);

    /// <summary>Whose secret it is; null where it is nobody's, or its officer is disabled.</summary>
    public Task<StoredOfficer?> FindOfficerAsync(string tokenHash, CancellationToken cancellation) =>
        session.FindAsync<StoredOfficer>(
            """
            SELECT o.Id, o.UserName, o.Name, o.Title, o.Department, o.Roles, o.PasswordHash, o.Disabled, o.CreatedAt
            FROM DueFeed f JOIN Officer o ON o.Id = f.Officer
            WHERE f.TokenHash = @tokenHash AND o.Disabled = 0
            """,
            new { tokenHash },
            cancellation);

    /// <summary>Since when the officer's secret counts; null where they have none.</summary>
    public Task<DateTimeOffset?> SinceAsync(Guid officer, CancellationToken cancellation) =>
        session.FindAsync<DateTimeOffset?>(
            "SELECT CreatedAt FROM DueFeed WHERE Officer = @officer", new { officer }, cancellation);
}
