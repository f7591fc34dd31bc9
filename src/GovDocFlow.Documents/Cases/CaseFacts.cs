using GovDocFlow.Documents.Rules;

namespace GovDocFlow.Documents.Cases;

/// <summary>What the activities of a route may ask of a case. It knows no host and no database.</summary>
public sealed class CaseFacts(
    Draft draft,
    string department,
    IReadOnlyList<string> jointDepartments,
    IReadOnlyList<string> countersignedBy,
    bool isComingBack,
    bool headApprovedThisPair,
    Func<IReadOnlyCollection<string>, Findings> evaluate)
{
    /// <summary>The draft as it stands.</summary>
    public Draft Draft { get; } = draft;

    /// <summary>The key of the drafting department, the lead of a joint document.</summary>
    public string Department { get; } = department;

    /// <summary>The keys of the other departments that issue it.</summary>
    public IReadOnlyList<string> JointDepartments { get; } = jointDepartments;

    /// <summary>Those of them whose head has countersigned this very pair of document and interpretation.</summary>
    public IReadOnlyList<string> CountersignedBy { get; } = countersignedBy;

    /// <summary>Whether the case is on its way straight back to whoever returned it.</summary>
    public bool IsComingBack { get; } = isComingBack;

    /// <summary>Whether the department head approved this very pair.</summary>
    public bool HeadApprovedThisPair { get; } = headApprovedThisPair;

    /// <summary>What the last failed gate found; null while none failed.</summary>
    public Findings? Failed { get; private set; }

    /// <summary>What the last gate found, failed or passed; null while none was asked.</summary>
    public Findings? Last { get; private set; }

    /// <summary>Asks the named gates.</summary>
    public Findings Check(IReadOnlyCollection<string> gates)
    {
        Last = evaluate(gates);
        Failed = Last.Items.Count > 0 ? Last : Failed;
        return Last;
    }
}
