namespace GovDocFlow.Storage.Documents;

/// <summary>督办: opened when a clock is breached, answered, and closed.</summary>
public sealed record SupervisionItem
{
    /// <summary>Its key.</summary>
    public Guid Id { get; init; }

    /// <summary>Its place in the order of opening; the lists' cursor.</summary>
    public long Seq { get; init; }

    /// <summary>The document that is late.</summary>
    public Guid DocumentId { get; init; }

    /// <summary>The clock that was breached.</summary>
    public Guid? ClockId { get; init; }

    /// <summary>The rule of that clock.</summary>
    public string RuleCode { get; init; } = "";

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>What was said about it last; null before.</summary>
    public string? Feedback { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? FeedbackAt { get; init; }

    /// <summary>By whom.</summary>
    public string? FeedbackBy { get; init; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>By whom.</summary>
    public string? ClosedBy { get; init; }
}

/// <summary>Keeps supervision items; a clock opens one at most.</summary>
public sealed class SupervisionStore(Session session)
{
    /// <summary>Opens one.</summary>
    public Task OpenAsync(
        Guid id, Guid documentId, Guid clockId, string ruleCode, DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            INSERT INTO SupervisionItem (Id, DocumentId, ClockId, RuleCode, OpenedAt)
            VALUES (@id, @documentId, @clockId, @ruleCode, @at)
            """,
            new { id, documentId, clockId, ruleCode, at },
            cancellation);

    /// <summary>An item; null where there is none.</summary>
    public Task<SupervisionItem?> FindAsync(Guid id, CancellationToken cancellation) => session.FindAsync<SupervisionItem>(
        """
        SELECT Id, Seq, DocumentId, ClockId, RuleCode, OpenedAt, Feedback, FeedbackAt, FeedbackBy, ClosedAt, ClosedBy
        FROM   SupervisionItem
        WHERE  Id = @id
        """,
        new { id },
        cancellation);

    /// <summary>Keeps what was said about an item, or that it is closed.</summary>
    public Task ChangeAsync(SupervisionItem item, CancellationToken cancellation) => session.ExecuteAsync(
        """
        UPDATE SupervisionItem
        SET    Feedback = @Feedback, FeedbackAt = @FeedbackAt, FeedbackBy = @FeedbackBy, ClosedAt = @ClosedAt,
               ClosedBy = @ClosedBy
        WHERE  Id = @Id
        """,
        item,
        cancellation);
}
