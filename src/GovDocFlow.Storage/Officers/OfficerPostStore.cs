namespace GovDocFlow.Storage;

/// <summary>A post that an officer held, as it is kept.</summary>
public sealed record StoredPost
{
    /// <summary>Who held it.</summary>
    public Guid Officer { get; init; }

    /// <summary>The post, as it is printed.</summary>
    public string Title { get; init; } = "";

    /// <summary>The key of the department.</summary>
    public string Department { get; init; } = "";

    /// <summary>The roles, separated by commas.</summary>
    public string Roles { get; init; } = "";

    /// <summary>The first day, in China.</summary>
    public DateOnly FromDay { get; init; }

    /// <summary>The last day, inclusive; null while it is held.</summary>
    public DateOnly? UntilDay { get; init; }
}

/// <summary>Who held which post when. Officers whose post never changed have no row here.</summary>
public sealed class OfficerPostStore(Session session)
{
    /// <summary>The posts of everybody, each officer's oldest first.</summary>
    public Task<IReadOnlyList<StoredPost>> ListAsync(CancellationToken cancellation) =>
        session.QueryAsync<StoredPost>(
            "SELECT Officer, Title, Department, Roles, FromDay, UntilDay FROM OfficerPost ORDER BY Officer, FromDay",
            null,
            cancellation);

    /// <summary>The posts of one officer, the oldest first.</summary>
    public Task<IReadOnlyList<StoredPost>> OfAsync(Guid officer, CancellationToken cancellation) =>
        session.QueryAsync<StoredPost>(
            """
            SELECT Officer, Title, Department, Roles, FromDay, UntilDay
            FROM   OfficerPost
            WHERE  Officer = @officer
            ORDER BY FromDay
            """,
            new { officer },
            cancellation);

    /// <summary>Adds a post; one of the same officer from the same day is replaced.</summary>
    public Task WriteAsync(StoredPost post, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            DELETE FROM OfficerPost WHERE Officer = @Officer AND FromDay = @FromDay;
            INSERT INTO OfficerPost (Officer, Title, Department, Roles, FromDay, UntilDay)
            VALUES (@Officer, @Title, @Department, @Roles, @FromDay, @UntilDay)
            """,
            post,
            cancellation);
}
