namespace GovDocFlow.Deadlines;

/// <summary>One running or ended time limit of one subject. Acts on it are methods of <see
/// cref="ClockBook"/>.</summary>
public sealed record Clock
{
    /// <summary>The clock's own id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code of the rule it runs under.</summary>
    public required string Rule { get; init; }

    /// <summary>The version of the rule that was in force on the start day.</summary>
    public required string RuleVersion { get; init; }

    /// <summary>What the limit rests on, in Chinese.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>What kind of thing the limit is for, such as <c>document</c>.</summary>
    public required string SubjectType { get; init; }

    /// <summary>The id of that thing.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The act that started it.</summary>
    public required string StartEvent { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The length of the limit in <see cref="Unit"/>; null where the due day follows from the day of
    /// effect.</summary>
    public required int? Amount { get; init; }

    /// <summary>What <see cref="Amount"/> counts.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>The deadline, as the calendar of <see cref="CalendarVersion"/> gives it.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>How it stands.</summary>
    public required ClockStatus Status { get; init; }

    /// <summary>When the act that stops it happened, or when it was cancelled; null while it waits.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The version of the calendar the deadline was reckoned with.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>The code of its escalation ladder.</summary>
    public required string Ladder { get; init; }

    /// <summary>What has to be published to stop it: <c>document</c> or <c>interpretation</c>.</summary>
    public required string Part { get; init; }

    /// <summary>The rung that fires next; null when none is left or the clock has stopped.</summary>
    public string? NextRung { get; init; }

    /// <summary>When <see cref="NextRung"/> fires; null with it.</summary>
    public DateTimeOffset? NextFiresAt { get; init; }

    /// <summary>Whether the act it waits for is still owed, in time or late.</summary>
    public bool IsOpen => StoppedAt is null;
}
