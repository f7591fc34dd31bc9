namespace GovDocFlow.Deadlines;

/// <summary>How far a due day can be relied on.</summary>
public enum Certainty
{
    /// <summary>Every day the deadline depends on is settled by a holiday notice.</summary>
    Firm,

    /// <summary>The deadline touches days whose holiday notice is not out; the due day may still move.</summary>
    Provisional,
}
