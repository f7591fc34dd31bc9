using GovDocFlow.Documents;

namespace GovDocFlow.Storage.Documents;

/// <summary>An in-app notice to one person.</summary>
public sealed record Notice
{
    /// <summary>Its key.</summary>
    public Guid Id { get; init; }

    /// <summary>Its place in the order of sending; the lists' cursor.</summary>
    public long Seq { get; init; }

    /// <summary>To whom.</summary>
    public Guid Officer { get; init; }

    /// <summary>task, returned, toIssue, toPublish, published, clock, supervision.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The document it is about; null where it is about none.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>What it says, in Chinese.</summary>
    public string WordsZh { get; init; } = "";

    /// <summary>What it says, in English.</summary>
    public string WordsEn { get; init; } = "";

    /// <summary>When it was sent.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it was read; null before.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>Keeps in-app notices; they are written in the transaction of the act that they tell of.</summary>
public sealed class NoticeStore(Session session)
{
    /// <summary>Sends one.</summary>
    public Task AddAsync(
        Guid officer, string kind, Guid? documentId, Sentence words, DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            INSERT INTO Notice (Id, Officer, Kind, DocumentId, WordsZh, WordsEn, At)
            VALUES (@id, @officer, @kind, @documentId, @Zh, @En, @at)
            """,
            new { id = Guid.CreateVersion7(at), officer, kind, documentId, words.Zh, words.En, at },
            cancellation);

    /// <summary>Marks one of an officer's notices as read. Returns how many there were: 0 or 1.</summary>
    public Task<int> MarkReadAsync(Guid id, Guid officer, DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            UPDATE Notice
            SET    ReadAt = CASE WHEN ReadAt IS NULL THEN @at ELSE ReadAt END
            WHERE  Id = @id AND Officer = @officer
            """,
            new { id, officer, at },
            cancellation);

    /// <summary>Marks an officer's unread notices as read. Returns how many there were.</summary>
    /// <param name="upTo">The last one that is meant; null: all of them. Of another officer's none is meant.</param>
    public Task<int> MarkAllReadAsync(Guid? upTo, Guid officer, DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(
            upTo is null
                ? "UPDATE Notice SET ReadAt = @at WHERE Officer = @officer AND ReadAt IS NULL"
                : """
                  UPDATE Notice
                  SET    ReadAt = @at
                  WHERE  Officer = @officer AND ReadAt IS NULL
                    AND  Seq <= (SELECT n.Seq FROM Notice n WHERE n.Id = @upTo AND n.Officer = @officer)
                  """,
            new { upTo, officer, at },
            cancellation);
}
