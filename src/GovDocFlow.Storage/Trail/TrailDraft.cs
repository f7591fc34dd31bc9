namespace GovDocFlow.Storage;

/// <summary>What somebody did, before it has its place in the trail.</summary>
/// <param name="At">Kept to the millisecond.</param>
/// <param name="Actor">The officer's id as text, or <c>system</c>.</param>
/// <param name="ActorName">As it read on that day; the trail does not follow a later change of name.</param>
/// <param name="OnBehalfOf">Whom the actor stood in for; null where it was the own right.</param>
/// <param name="Detail">What changed, as JSON.</param>
/// <param name="SubjectVersion">The subject's version after the act.</param>
public sealed record TrailDraft(
    DateTimeOffset At,
    string Actor,
    string ActorName,
    string? OnBehalfOf,
    string Verb,
    string Detail,
    int SubjectVersion);
