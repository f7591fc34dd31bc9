using GovDocFlow.Deadlines;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Documents.Rules;
using GovDocFlow.Workflows;

namespace GovDocFlow.Documents.Cases;

/// <summary>The procedure that a case follows: its pinned route and rules, the host that runs them, and the office's clocks.</summary>
/// <param name="JointDepartments">The keys of the other issuing departments, in the order of the draft.</param>
/// <param name="HandlingDays">Handling limits in working days by urgency; an urgency without one has none.</param>
public sealed record Procedure(
    Route Route,
    RuleSet Rules,
    IWorkflowHost<CaseFacts> Host,
    ClockBook Clocks,
    IReadOnlyList<string> JointDepartments,
    IReadOnlyDictionary<Urgency, int> HandlingDays)
{
    /// <summary>The text of the body; null where there is none, or where the act passes no gate.</summary>
    public Paper? Body { get; init; }

    /// <summary>The text of the interpretation material; null likewise.</summary>
    public Paper? Interpretation { get; init; }

    /// <summary>The day of the last submission in China, by which every gate on the way judges; null where the act is that submission.</summary>
    public DateOnly? SubmittedOn { get; init; }
}
