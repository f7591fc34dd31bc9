using System.Collections.Frozen;

namespace GovDocFlow.Documents;

/// <summary>The office's words for the kinds of document.</summary>
public static class DocumentKindNames
{
    private static readonly FrozenDictionary<DocumentKind, Sentence> Names = new Dictionary<DocumentKind, Sentence>
    {
        [DocumentKind.Resolution] = new("决议", "resolution"),
        [DocumentKind.Decision] = new("决定", "decision"),
        [DocumentKind.Order] = new("命令（令）", "order"),
        [DocumentKind.Communique] = new("公报", "communiqué"),
        [DocumentKind.Announcement] = new("公告", "announcement"),
        [DocumentKind.PublicNotice] = new("通告", "public notice"),
        [DocumentKind.Opinions] = new("意见", "opinions"),
        [DocumentKind.Notice] = new("通知", "notice"),
        [DocumentKind.Circular] = new("通报", "circular"),
        [DocumentKind.Report] = new("报告", "report"),
        [DocumentKind.Request] = new("请示", "request"),
        [DocumentKind.Reply] = new("批复", "reply"),
        [DocumentKind.Proposal] = new("议案", "proposal"),
        [DocumentKind.Letter] = new("函", "letter"),
        [DocumentKind.Minutes] = new("纪要", "minutes"),
    }.ToFrozenDictionary();

    /// <summary>The name of <paramref name="kind"/>.</summary>
    public static Sentence Of(DocumentKind kind) => Names[kind];
}

/// <summary>The office's words for the disclosure attribute.</summary>
public static class DisclosureNames
{
    /// <summary>The name of <paramref name="value"/>.</summary>
    public static Sentence Of(Disclosure value) => value switch
    {
        Disclosure.Proactive => new("主动公开", "proactive disclosure"),
        Disclosure.Partial => new("删减后公开", "partial disclosure"),
        Disclosure.OnRequest => new("依申请公开", "disclosure on request"),
        Disclosure.Exempt => new("不予公开", "exempt from disclosure"),
    };
}

/// <summary>The office's words for the roles of files.</summary>
public static class FileRoleNames
{
    private static readonly FrozenDictionary<FileRole, Sentence> Names = new Dictionary<FileRole, Sentence>
    {
        [FileRole.Body] = new("正文", "body"),
        [FileRole.Annex] = new("附件", "annex"),
        [FileRole.PublicVersion] = new("公开版（删减后）", "public version"),
        [FileRole.InterpretationPlan] = new("解读方案", "interpretation plan"),
        [FileRole.InterpretationMaterial] = new("解读材料", "interpretation material"),
        [FileRole.DisclosureReview] = new("公开属性审查意见", "disclosure review"),
        [FileRole.LegalityOpinion] = new("合法性审核意见", "legality opinion"),
        [FileRole.FairCompetitionReview] = new("公平竞争审查意见", "fair-competition review"),
        [FileRole.ConsultationReport] = new("征求意见情况", "consultation report"),
        [FileRole.AdoptionStatement] = new("意见采纳情况", "adoption statement"),
        [FileRole.Countersign] = new("会签意见", "countersign opinion"),
    }.ToFrozenDictionary();

    /// <summary>The name of <paramref name="role"/>.</summary>
    public static Sentence Of(FileRole role) => Names[role];

    /// <summary>The outside name of <paramref name="role"/>: <c>interpretationPlan</c>.</summary>
    public static string Key(FileRole role) => OutsideName.Of(role);
}

/// <summary>How the values of closed sets are written outside and in storage: camelCase.</summary>
public static class OutsideName
{
    /// <summary>The outside name: <c>MostUrgent</c> is <c>mostUrgent</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Table<T>.Names[value];

    /// <summary>The value with this outside name; null where there is none.</summary>
    public static T? Parse<T>(string? name)
        where T : struct, Enum =>
        name is not null && Table<T>.Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>All outside names of a set, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(Of)];

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, Camel);

        public static readonly FrozenDictionary<string, T> Values =
            Enum.GetValues<T>().ToFrozenDictionary(Camel, value => value);

        private static string Camel(T value)
        {
            var name = value.ToString();
            return char.ToLowerInvariant(name[0]) + name[1..];
        }
    }
}
