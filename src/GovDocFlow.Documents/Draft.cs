using System.Text.Json.Serialization;

namespace GovDocFlow.Documents;

/// <summary>What a drafter fills in on the 发文稿纸; complete or not, the gates judge that at submission.</summary>
public sealed record Draft
{
    /// <summary>标题; at most 500 characters.</summary>
    public required string Title { get; init; }

    /// <summary>文种</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>In whose name it is to be issued.</summary>
    public required IssuerLevel IssuerLevel { get; init; }

    /// <summary>发文机关, as it is to be printed.</summary>
    public required string IssuingOrgan { get; init; }

    /// <summary>紧急程度</summary>
    public Urgency Urgency { get; init; }

    /// <summary>规范性文件: outside addressees, rights and duties, general, repeatedly applied.</summary>
    public required bool Normative { get; init; }

    /// <summary>政策性文件</summary>
    public required bool Policy { get; init; }

    /// <summary>重大行政决策</summary>
    public bool MajorDecision { get; init; }

    /// <summary>Touches the economic activity of market actors, so that fair-competition review is owed.</summary>
    public bool AffectsMarketActors { get; init; }

    /// <summary>密级; only <c>none</c> ever gets this far.</summary>
    public required string Secrecy { get; init; }

    /// <summary>施行日期; null: it takes effect on publication, or the text says so.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>联合发文机关, beside the lead; empty where it is issued alone.</summary>
    public IReadOnlyList<string> JointIssuers { get; init; } = [];

    /// <summary>The original that this document forwards; null where it forwards none.</summary>
    public Forwarded? Forwards { get; init; }

    /// <summary>公开属性; null while it is not decided.</summary>
    public DisclosureAttribute? Attribute { get; init; }

    /// <summary>责任人 in the department.</summary>
    public string? ResponsiblePerson { get; init; }

    /// <summary>The entry of the exemption catalogue by which no interpretation would be owed.</summary>
    public Exemption? InterpretationExemption { get; init; }

    /// <summary>What the drafter declares about the interpretation.</summary>
    public InterpretationDeclaration? Interpretation { get; init; }

    /// <summary>主送</summary>
    public string? MainRecipients { get; init; }

    /// <summary>抄送</summary>
    public string? CopyRecipients { get; init; }

    /// <summary>份数</summary>
    public int? Copies { get; init; }

    /// <summary>联系电话</summary>
    public string? Phone { get; init; }

    /// <summary>Whether legality review and a legality opinion are owed.</summary>
    [JsonIgnore]
    public bool NormativeOrMajor => Normative || MajorDecision;

    /// <summary>Whether anything of it will be public without being asked for.</summary>
    [JsonIgnore]
    public bool WillBePublic => Attribute?.Value is Disclosure.Proactive or Disclosure.Partial;
}

/// <summary>The disclosure attribute as it is proposed, checked and at sign-off made final.</summary>
/// <param name="Ground">G1…G8, the grounds of 信息公开条例 arts. 14–16 in their order; kept as written, a wrong one is R03.</param>
public sealed record DisclosureAttribute(
    Disclosure Value, string? Ground = null, string? Explanation = null, IReadOnlyList<Withheld>? Withheld = null)
{
    /// <summary>Whether it names state secrets (G1), anywhere: such a document may not be here at all.</summary>
    [JsonIgnore]
    public bool NamesStateSecrets =>
        Ground == Grounds.StateSecret || Withheld?.Any(passage => passage.Ground == Grounds.StateSecret) == true;
}

/// <summary>A passage left out of the public version, and why.</summary>
public sealed record Withheld(string Passage, string? Ground);

/// <summary>The original of a 转发.</summary>
/// <param name="Attribute">Its own attribute; null where it carries none, so that it is decided afresh.</param>
public sealed record Forwarded(string Title, string? Number = null, Disclosure? Attribute = null);

/// <summary>The drafter's claim that an entry of the exemption catalogue applies.</summary>
public sealed record Exemption(string Code, string? Reason = null);

/// <summary>Elements of the interpretation that this document does not call for, each with a reason.</summary>
public sealed record InterpretationDeclaration(IReadOnlyList<NotApplicableElement>? NotApplicable = null);

/// <summary>One element that does not apply, by its Chinese name, a synonym or its code.</summary>
public sealed record NotApplicableElement(string Element, string? Reason = null);

/// <summary>The eight lawful grounds for not disclosing, 信息公开条例 arts. 14–16.</summary>
public static class Grounds
{
    /// <summary>国家秘密: never in this system.</summary>
    public const string StateSecret = "G1";

    /// <summary>All eight, with the words printed on the sheet and the article.</summary>
    public static readonly IReadOnlyList<Ground> All =
    [
        new("G1", new("国家秘密", "state secrets"), "政府信息公开条例第十四条"),
        new("G2", new("法律、行政法规禁止公开", "disclosure forbidden by law or administrative regulation"), "政府信息公开条例第十四条"),
        new("G3", new("危及国家安全、公共安全、经济安全、社会稳定", "endangers national, public or economic security or social stability"), "政府信息公开条例第十四条"),
        new("G4", new("商业秘密", "trade secrets"), "政府信息公开条例第十五条"),
        new("G5", new("个人隐私", "personal privacy"), "政府信息公开条例第十五条"),
        new("G6", new("内部事务信息", "internal affairs information"), "政府信息公开条例第十六条第一款"),
        new("G7", new("过程性信息", "process information"), "政府信息公开条例第十六条第二款"),
        new("G8", new("行政执法案卷信息", "enforcement case files"), "政府信息公开条例第十六条第二款"),
    ];

    /// <summary>The ground with this code, or null: a ground outside the list.</summary>
    public static Ground? Named(string? code) => All.FirstOrDefault(ground => ground.Code == code);
}

/// <summary>One lawful ground, its name and its article.</summary>
public sealed record Ground(string Code, Sentence Name, string Article);
