namespace GovDocFlow.Documents.Cases;

/// <summary>One decision that waits at a step, or once waited there.</summary>
/// <param name="Step">The activity's id in the route; the outside name of the step.</param>
/// <param name="StepName">The step's name on sheets.</param>
/// <param name="Role">Who decides: any officer with this role.</param>
/// <param name="Department">Only of this department; null: of the office.</param>
/// <param name="DueOn">The handling limit's last day, inclusive; null where the office keeps none.</param>
public sealed record WorkTask(
    Guid Id,
    Guid DocumentId,
    string Step,
    string StepName,
    Role Role,
    string? Department,
    DateTimeOffset ReceivedAt,
    DateOnly? DueOn)
{
    /// <summary>When it was decided or fell away; null while it waits.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who decided it; null while it waits and where it fell away.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>approve, return, or withdrawn where it fell away with another's return or a recall.</summary>
    public string? ClosedAs { get; init; }

    /// <summary>Whether <paramref name="officer"/> holds it by role and department.</summary>
    public bool IsHeldBy(Officer officer) =>
        officer.Is(Role) && (Department is null || officer.Department == Department);
}

/// <summary>What an officer said when deciding; kept as it was given, with the post held then.</summary>
/// <param name="Verb">approve or return.</param>
public sealed record Opinion(
    Guid Id,
    string Step,
    string StepName,
    Guid By,
    string ByName,
    string ByTitle,
    string Verb,
    string Text,
    DateTimeOffset At);

/// <summary>A recorded publication: where, when, and whether it still stands.</summary>
/// <param name="PublishedAt">When it went public; decides whether the clock was met.</param>
/// <param name="RecordedAt">When it was entered; a later day shows as 补录.</param>
public sealed record Publication(
    Guid Id,
    PublicationPart Part,
    Channel Channel,
    string Url,
    DateTimeOffset PublishedAt,
    DateTimeOffset RecordedAt,
    Guid By,
    DateTimeOffset? WithdrawnAt = null,
    string? WithdrawnBecause = null)
{
    /// <summary>Whether it stands and is on the website: only that stops a clock.</summary>
    public bool IsPublic => WithdrawnAt is null && Channel is Channel.Website;
}
