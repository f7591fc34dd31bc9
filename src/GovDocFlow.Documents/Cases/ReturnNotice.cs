using GovDocFlow.Documents.Rules;

namespace GovDocFlow.Documents.Cases;

/// <summary>Who sent a draft back to its drafter.</summary>
public enum ReturnKind
{
    /// <summary>自检退回: the gates at submission; no official number, outside 退文率.</summary>
    SelfCheck,

    /// <summary>部门内部退回: the drafter's own head; no official number, outside 退文率.</summary>
    Internal,

    /// <summary>退文: after the department head has approved; numbered per year without gaps.</summary>
    Official,
}

/// <summary>What became of an item of a return notice.</summary>
public enum ItemStatus
{
    /// <summary>Still to be dealt with.</summary>
    Open,

    /// <summary>已整改: the rule no longer fires, or for a free item the drafter says so.</summary>
    Fixed,

    /// <summary>The drafter gave an answer instead.</summary>
    Answered,
}

/// <summary>One line of a return notice.</summary>
/// <param name="Item">Its number in the notice, from 1.</param>
/// <param name="Code">The rule; null for an item that the reviewer wrote freely.</param>
public sealed record NoticeItem(
    int Item,
    string? Code,
    Sentence? Rule,
    string? Basis,
    Sentence Message,
    Sentence? Fix,
    string? Location,
    string? Field,
    ItemStatus Status = ItemStatus.Open,
    string? Answer = null)
{
    /// <summary>The line that a finding of a gate makes.</summary>
    public static NoticeItem Of(int item, Finding finding) => new(
        item, finding.Code, finding.Rule, finding.Basis, finding.Message, finding.Fix, finding.Location, finding.Field);
}

/// <summary>退文单: every defect at once, each with where it is and what to fix.</summary>
/// <param name="N">Counts all returns of one document, from 1.</param>
/// <param name="Number">退文〔2026〕1号; null unless official.</param>
/// <param name="By">Who returned it; null for the gates.</param>
/// <param name="Step">The step from which it came back; null for the gates.</param>
/// <param name="ThenBack">Whether the case comes straight back to that step.</param>
public sealed record ReturnNotice(
    Guid Id,
    int N,
    ReturnKind Kind,
    string? Number,
    DateTimeOffset At,
    Guid? By,
    string ByName,
    string? Step,
    bool ThenBack,
    string? Opinion,
    IReadOnlyList<NoticeItem> Items,
    IReadOnlyList<Finding> Warnings)
{
    /// <summary>The notice after a new submission: fixed by the rule's own word, answered, or still open.</summary>
    /// <param name="stillFiring">The codes of the rules that fire now.</param>
    public ReturnNotice Answered(IReadOnlyList<ItemAnswer> answers, IReadOnlySet<string> stillFiring) => this with
    {
        Items = [.. Items.Select(item => Settle(item, answers.LastOrDefault(answer => answer.Item == item.Item), stillFiring))],
    };

    private static NoticeItem Settle(NoticeItem item, ItemAnswer? answer, IReadOnlySet<string> stillFiring)
    {
        if (item.Code is { } code)
        {
            return stillFiring.Contains(code)
                ? item with { Status = ItemStatus.Open, Answer = answer?.Text ?? item.Answer }
                : item with { Status = ItemStatus.Fixed, Answer = answer?.Text ?? item.Answer };
        }

        return answer is null ? item : item with { Status = answer.Status, Answer = answer.Text };
    }
}

/// <summary>What the drafter says to an item when submitting again.</summary>
/// <param name="Item">The item's number in the last notice.</param>
public sealed record ItemAnswer(int Item, ItemStatus Status, string? Text);
