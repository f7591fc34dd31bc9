namespace GovDocFlow.Papers;

/// <summary>What a sign-off sheet (发文稿纸) says; every value as it is to be printed, null or empty for a box that stays blank.</summary>
public sealed record SignOffSheet
{
    /// <summary>The heading of the sheet: 巴中市人民政府发文稿纸.</summary>
    public required string Heading { get; init; }

    /// <summary>标题.</summary>
    public required string Title { get; init; }

    /// <summary>文种.</summary>
    public string? Kind { get; init; }

    /// <summary>发文字号; blank until it is numbered.</summary>
    public string? Number { get; init; }

    /// <summary>紧急程度.</summary>
    public string? Urgency { get; init; }

    /// <summary>秘密等级 and 保密期限: 非涉密, since nothing else is taken.</summary>
    public string? Secrecy { get; init; }

    /// <summary>公文公开属性: 主动公开.</summary>
    public string? Attribute { get; init; }

    /// <summary>The lawful ground and the explanation, where the document is not public in full.</summary>
    public string? AttributeGround { get; init; }

    /// <summary>公平竞争审查: 不需要 or 已审查.</summary>
    public string? FairCompetition { get; init; }

    /// <summary>合法性审核.</summary>
    public string? Legality { get; init; }

    /// <summary>政策解读: 方案、材料齐备, or why none is owed.</summary>
    public string? Interpretation { get; init; }

    /// <summary>主办单位.</summary>
    public string? Department { get; init; }

    /// <summary>拟稿人.</summary>
    public string? Drafter { get; init; }

    /// <summary>联系电话.</summary>
    public string? Phone { get; init; }

    /// <summary>拟稿日期.</summary>
    public string? DraftedOn { get; init; }

    /// <summary>会签单位 of a joint document.</summary>
    public string? Countersigners { get; init; }

    /// <summary>主送.</summary>
    public string? MainRecipients { get; init; }

    /// <summary>抄送.</summary>
    public string? CopyRecipients { get; init; }

    /// <summary>内部分发.</summary>
    public string? InternalDistribution { get; init; }

    /// <summary>附件说明, one entry a file.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>打字.</summary>
    public string? Typist { get; init; }

    /// <summary>校对.</summary>
    public string? Proofreader { get; init; }

    /// <summary>份数.</summary>
    public string? Copies { get; init; }

    /// <summary>签发人.</summary>
    public string? Signer { get; init; }

    /// <summary>签发日期.</summary>
    public string? SignedOn { get; init; }

    /// <summary>成文日期.</summary>
    public string? FormedOn { get; init; }

    /// <summary>印发日期.</summary>
    public string? IssuedOn { get; init; }

    /// <summary>要求办结时间.</summary>
    public string? HandlingDue { get; init; }

    /// <summary>附注, which prints the attribute: （此件公开发布）.</summary>
    public string? Annotation { get; init; }

    /// <summary>Who wrote what at which step, in order; may be empty.</summary>
    public IReadOnlyList<SignOffOpinion> Opinions { get; init; } = [];
}

/// <summary>An opinion on a sign-off sheet.</summary>
/// <param name="Step">核稿, 会签, 签发.</param>
/// <param name="Title">The office of the person: 副市长; null where none is on record.</param>
/// <param name="Date">The day it was written, as printed.</param>
public sealed record SignOffOpinion(string Step, string Name, string? Title, string Opinion, string Date);
