using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;

namespace GovDocFlow.Storage.Documents;

/// <summary>Makes the trail's lines of what was done.</summary>
public static class TrailLines
{
    /// <summary>The actor's key of acts that nobody decides.</summary>
    public const string System = "system";

    /// <summary>The line of an act by <paramref name="by"/>, or of the system where the act says so.</summary>
    public static TrailDraft Of(Act act, Officer by, DateTimeOffset at, int version) => act.BySystem
        ? BySystem(act.Verb, act.Detail, at, version)
        : new TrailDraft(at, by.Id.ToString(), by.Name, null, act.Verb, Json.Write(act.Detail), version);

    /// <summary>The line of a reminder, an escalation or a supervision item.</summary>
    public static TrailDraft BySystem(string verb, object detail, DateTimeOffset at, int version) =>
        new(at, System, Officer.SystemActor, null, verb, Json.Write(detail), version);
}
