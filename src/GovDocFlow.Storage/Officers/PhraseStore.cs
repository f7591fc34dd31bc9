namespace GovDocFlow.Storage;

/// <summary>A phrase that an officer keeps for their opinions.</summary>
public sealed record StoredPhrase
{
    /// <summary>Its key.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public Guid Officer { get; init; }

    /// <summary>approve or return; null: for both.</summary>
    public string? Verb { get; init; }

    /// <summary>The words; at most 500 characters.</summary>
    public string Words { get; init; } = "";
}

/// <summary>Officers' own phrases.</summary>
public sealed class PhraseStore(Session session)
{
    /// <summary>An officer's phrases, in the order in which they were saved first.</summary>
    public Task<IReadOnlyList<StoredPhrase>> OfAsync(Guid officer, CancellationToken cancellation) =>
        session.QueryAsync<StoredPhrase>(
            "SELECT Id, Officer, Verb, Words FROM Phrase WHERE Officer = @officer ORDER BY Seq",
            new { officer },
            cancellation);

    /// <summary>Adds a phrase.</summary>
    public Task AddAsync(StoredPhrase phrase, CancellationToken cancellation) =>
        session.ExecuteAsync(
            "INSERT INTO Phrase (Id, Officer, Verb, Words) VALUES (@Id, @Officer, @Verb, @Words)", phrase, cancellation);

    /// <summary>Changes a phrase of this officer. False where they have no such one.</summary>
    public async Task<bool> ChangeAsync(StoredPhrase phrase, CancellationToken cancellation) =>
        await session.ExecuteAsync(
            "UPDATE Phrase SET Verb = @Verb, Words = @Words WHERE Id = @Id AND Officer = @Officer", phrase, cancellation) > 0;

    /// <summary>Removes a phrase of this officer. False where they have no such one.</summary>
    public async Task<bool> RemoveAsync(Guid id, Guid officer, CancellationToken cancellation) =>
        await session.ExecuteAsync(
            "DELETE FROM Phrase WHERE Id = @id AND Officer = @officer", new { id, officer }, cancellation) > 0;
}
