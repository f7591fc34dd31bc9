using GovDocFlow.Documents;

namespace GovDocFlow.Storage;

/// <summary>What became of a line of the trail.</summary>
public enum TrailFaultKind
{
    /// <summary>It does not say what it said when it was written.</summary>
    Altered,

    /// <summary>It is gone.</summary>
    Missing,

    /// <summary>It was put there afterwards.</summary>
    Inserted,

    /// <summary>It stands where another line stood.</summary>
    Reordered,

    /// <summary>The subject's lines have no head, so that nothing says where they end.</summary>
    Headless,
}

/// <summary>The first place at which a subject's trail is not as it was written.</summary>
/// <param name="Line">The number of the line in the subject's trail.</param>
public sealed record TrailFault(string Subject, int Line, TrailFaultKind Kind)
{
    /// <summary>The finding as the office reads it.</summary>
    public Sentence What => Kind switch
    {
        TrailFaultKind.Altered => Say("已被改动", "was altered"),
        TrailFaultKind.Missing => Say("已缺失", "is missing"),
        TrailFaultKind.Inserted => Say("系事后插入", "was inserted afterwards"),
        TrailFaultKind.Reordered => Say("次序已被调换", "was reordered"),
        TrailFaultKind.Headless => Say("缺少链首记录", "has no head"),
    };

    private Sentence Say(string zh, string en) =>
        new($"{Subject} 的第 {Line} 条留痕{zh}。", $"Trail line {Line} of {Subject} {en}.");
}

/// <summary>What a check of the whole trail found.</summary>
/// <param name="Subjects">How many subjects were checked.</param>
/// <param name="Entries">How many lines were checked.</param>
/// <param name="Fault">The first fault, by subject and line; null where the trail is whole.</param>
public sealed record TrailVerdict(long Subjects, long Entries, TrailFault? Fault)
{
    /// <summary>Whether every line is as it was written.</summary>
    public bool IsWhole => Fault is null;
}
