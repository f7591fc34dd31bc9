namespace GovDocFlow.Papers;

/// <summary>What a return notice (退文单) says; every value as it is to be printed.</summary>
public sealed record ReturnNoticeSheet
{
    /// <summary>The heading of the sheet: 巴中市人民政府办公室退文单.</summary>
    public required string Title { get; init; }

    /// <summary>自检退回 or 退文.</summary>
    public required string Kind { get; init; }

    /// <summary>退文〔2026〕1号; null for a self-check, which is not numbered.</summary>
    public string? Number { get; init; }

    /// <summary>How many times the document has come back by now, this time included; from 1.</summary>
    public required int N { get; init; }

    /// <summary>The title of the document that comes back.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>The department that drafted it.</summary>
    public required string Department { get; init; }

    /// <summary>Who returns it; 系统 for a self-check.</summary>
    public required string By { get; init; }

    /// <summary>When, in Asia/Shanghai: 2026年2月13日 16:20.</summary>
    public required string AtText { get; init; }

    /// <summary>What must be put right, in order.</summary>
    public required IReadOnlyList<NoticeItem> Items { get; init; }

    /// <summary>What is pointed out without being a reason for the return; may be empty.</summary>
    public required IReadOnlyList<NoticeItem> Warnings { get; init; }

    /// <summary>The files as they were when it was returned; may be empty.</summary>
    public required IReadOnlyList<NoticeFile> Files { get; init; }

    /// <summary>What the returner wrote; null where nothing was written.</summary>
    public string? Opinion { get; init; }
}

/// <summary>One line of a return notice.</summary>
/// <param name="Item">Its number, from 1.</param>
/// <param name="Code">R06; null where a person wrote the item.</param>
/// <param name="Basis">The rule it rests on, or 依据待核.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Location">Where in the paper: 第 12 段.</param>
/// <param name="StatusText">What became of it, where it was raised before: 已改正.</param>
public sealed record NoticeItem(
    int Item,
    string? Code,
    string Message,
    string? Basis,
    string? Fix,
    string? Location,
    string? StatusText);

/// <summary>A file that a return notice names.</summary>
/// <param name="Sha256">In lower-case hexadecimal.</param>
/// <param name="Version">From 1.</param>
public sealed record NoticeFile(string Name, string Sha256, int Version);
