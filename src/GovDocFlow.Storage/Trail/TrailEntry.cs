namespace GovDocFlow.Storage;

/// <summary>One line of a subject's trail: who did what and when, tied to the line before it.</summary>
public sealed record TrailEntry
{
    /// <summary>What it is about: <c>document:</c> with the id, or <c>office</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Its number in the subject's trail, from 1 without gaps.</summary>
    public int Line { get; init; }

    /// <summary>When it was done, UTC, to the millisecond. Order is by <see cref="Line"/>, never by time.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The officer's id as text, or <c>system</c>.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The actor's name on that day.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>Whom the actor stood in for; null where it was the own right.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What was done.</summary>
    public string Verb { get; init; } = "";

    /// <summary>What changed, as JSON.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The subject's version after the act.</summary>
    public int SubjectVersion { get; init; }

    /// <summary>The hash of the line before; 64 zeros for the first.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>SHA-256 over the previous hash and all that is said here, in lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";
}

/// <summary>Where a subject's trail ends.</summary>
public sealed record TrailHead
{
    /// <summary>The line before the first: no hash of anything.</summary>
    internal const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The last line's number; 0 while there is none.</summary>
    public int Line { get; init; }

    /// <summary>The last line's hash; 64 zeros while there is none.</summary>
    public string Hash { get; init; } = "";
}
