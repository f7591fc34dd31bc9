namespace GovDocFlow.Storage;

/// <summary>A line of the trail exactly as it is stored, its instant as text: even one that nobody could read.</summary>
internal sealed record TrailLine
{
    public string Subject { get; init; } = "";

    /// <summary>The row's place in the table; 0 where a head has no line at all.</summary>
    public long Seq { get; init; }

    public int Line { get; init; }

    public string At { get; init; } = "";

    public string Actor { get; init; } = "";

    public string ActorName { get; init; } = "";

    public string? OnBehalfOf { get; init; }

    public string Verb { get; init; } = "";

    public string Detail { get; init; } = "";

    public int SubjectVersion { get; init; }

    public string PreviousHash { get; init; } = "";

    public string Hash { get; init; } = "";

    /// <summary>The last line that the subject's head names.</summary>
    public int HeadLine { get; init; }

    public string HeadHash { get; init; } = "";
}
