using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Documents.Rules;

/// <summary>When each return rule fires. The rules' words, bases and switches are data; the conditions are here.</summary>
internal static class ReturnChecks
{
    /// <summary>What a check found: the detail for the message, where to look, and the form's field.</summary>
    internal sealed record Trouble(string Field, string? Location = null, string Detail = "", string DetailEn = "");

    internal delegate Trouble? Check(GateCase asked, ReturnRule rule, RuleSet rules);

    public static readonly IReadOnlyDictionary<string, Check> All = new Dictionary<string, Check>
    {
        ["R01"] = (asked, _, _) => asked.Draft.Attribute is null ? new("attribute", "公开属性栏") : null,
        ["R02"] = (asked, _, _) => Withholds(asked) is { Ground: null } attribute && IsBlank(attribute.Explanation)
            ? new("attribute.ground", "公开属性栏·不公开理由")
            : null,
        ["R03"] = UnlawfulGround,
        ["R04"] = (asked, _, _) => asked.Draft.Attribute is { Value: Disclosure.OnRequest } attribute
            && IsBlank(attribute.Explanation)
            ? new("attribute.explanation", "公开属性栏·理由")
            : null,
        ["R05"] = (asked, _, _) => asked.Draft.Policy && IsNotPublic(asked) ? Lacks(asked, FileRole.DisclosureReview) : null,
        ["R06"] = (asked, _, rules) => rules.OwesInterpretation(asked.Draft)
            ? Lacks(asked, FileRole.InterpretationPlan, rules.WhyNotExempt(asked.Draft))
            : null,
        ["R07"] = (asked, _, rules) => rules.OwesInterpretation(asked.Draft)
            ? Lacks(asked, FileRole.InterpretationMaterial, rules.WhyNotExempt(asked.Draft))
            : null,
        ["R08"] = IncompleteInterpretation,
        ["R09"] = (asked, _, _) => asked.Draft.NormativeOrMajor ? Lacks(asked, FileRole.LegalityOpinion) : null,
        ["R10"] = (asked, _, _) => asked.Draft.AffectsMarketActors ? Lacks(asked, FileRole.FairCompetitionReview) : null,
        ["R11"] = MissingConsultation,
        ["R12"] = (asked, _, _) => asked.MissingCountersigners.Count > 0
            ? new("jointIssuers", "会签栏", string.Join('、', asked.MissingCountersigners), string.Join(", ", asked.MissingCountersigners))
            : null,
        ["R13"] = (asked, _, _) => asked.Draft.Normative && IsNotPublic(asked) ? new("attribute.value", "公开属性栏") : null,
        ["R15"] = (asked, _, _) => asked.Draft is { Forwards.Attribute: { } original, Attribute: { } own } && own.Value < original
            ? new("attribute.value", "公开属性栏", DisclosureNames.Of(original).Zh, DisclosureNames.Of(original).En)
            : null,
        ["R16"] = (asked, _, _) => TitleKind.Of(asked.Draft.Title) is { } kind && kind != asked.Draft.Kind
            ? new("title", "标题", DocumentKindNames.Of(kind).Zh, DocumentKindNames.Of(kind).En)
            : null,
        ["R18"] = IncompletePartial,
        ["R19"] = (asked, _, _) => Lacks(asked, FileRole.Body),
        ["R20"] = (asked, _, _) => asked.Draft.EffectiveOn is { } day && day < asked.SubmittedOn
            ? new("effectiveOn", "施行日期", $"{day:yyyy-MM-dd}", $"{day:yyyy-MM-dd}")
            : null,
    };

    private static DisclosureAttribute? Withholds(GateCase asked) =>
        asked.Draft.Attribute is { Value: Disclosure.Exempt or Disclosure.Partial } attribute ? attribute : null;

    private static bool IsNotPublic(GateCase asked) =>
        asked.Draft.Attribute is { Value: Disclosure.Exempt or Disclosure.OnRequest };

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private static Trouble? Lacks(GateCase asked, FileRole role, Sentence? because = null) =>
        asked.Has(role) ? null : new($"files.{FileRoleNames.Key(role)}", "随附材料", because?.Zh ?? "", because?.En ?? "");

    private static Trouble? UnlawfulGround(GateCase asked, ReturnRule rule, RuleSet rules)
    {
        if (Withholds(asked) is not { } attribute)
        {
            return null;
        }

        var unlawful = attribute.Ground is null
            ? attribute.Explanation
            : Grounds.Named(attribute.Ground) is null ? attribute.Ground : null;
        return IsBlank(unlawful) ? null : new("attribute.ground", "公开属性栏·不公开理由", unlawful!, unlawful!);
    }

    private static Trouble? IncompleteInterpretation(GateCase asked, ReturnRule rule, RuleSet rules)
    {
        if (!rules.OwesInterpretation(asked.Draft) || !asked.Has(FileRole.InterpretationMaterial))
        {
            return null;
        }

        const string Field = "files.interpretationMaterial";
        if (asked.Interpretation is not { } material)
        {
            return new(Field, "解读材料", "没有可读的文字", "it holds no readable text");
        }

        var missing = rules.Elements(asked.Draft, material)
            .Where(element => element is { Required: true, Status: ElementStatus.Missing })
            .Select(element => element.Name)
            .ToList();
        var copied = asked.Body is { } body ? CopyRatio.Of(material, body) : 0;
        var isCopy = rule.Limits.TryGetValue("copyRatio", out var limit) && copied > (double)limit;
        return (missing.Count, isCopy) switch
        {
            (0, false) => null,
            (0, true) => new(Field, "解读材料全文", $"与正文重复 {copied:P0}，属于照抄", $"{copied:P0} of it is copied from the document"),
            (_, false) => new(Field, "解读材料", $"缺 {string.Join('、', missing)}", $"missing: {string.Join(", ", missing)}"),
            _ => new(
                Field,
                "解读材料",
                $"缺 {string.Join('、', missing)}，且与正文重复 {copied:P0}",
                $"missing: {string.Join(", ", missing)}; {copied:P0} of it is copied from the document"),
        };
    }

    private static Trouble? MissingConsultation(GateCase asked, ReturnRule rule, RuleSet rules)
    {
        var owesReport = asked.Draft.MajorDecision || (asked.Draft.Normative && rule.IsOn("normativeToo"));
        var missing = new List<Sentence>();
        if (owesReport && !asked.Has(FileRole.ConsultationReport))
        {
            missing.Add(FileRoleNames.Of(FileRole.ConsultationReport));
        }

        if (asked.Draft.MajorDecision && !asked.Has(FileRole.AdoptionStatement))
        {
            missing.Add(FileRoleNames.Of(FileRole.AdoptionStatement));
        }

        return missing.Count == 0
            ? null
            : new(
                "files.consultationReport",
                "随附材料",
                string.Join('、', missing.Select(name => name.Zh)),
                string.Join(", ", missing.Select(name => name.En)));
    }

    private static Trouble? IncompletePartial(GateCase asked, ReturnRule rule, RuleSet rules)
    {
        if (asked.Draft.Attribute is not { Value: Disclosure.Partial } attribute)
        {
            return null;
        }

        var missing = new List<Sentence>();
        if (!asked.Has(FileRole.PublicVersion))
        {
            missing.Add(FileRoleNames.Of(FileRole.PublicVersion));
        }

        var listed = attribute.Withheld ?? [];
        if (listed.Count == 0 || listed.Any(passage => IsBlank(passage.Passage) || Grounds.Named(passage.Ground) is null))
        {
            missing.Add(new("逐项写明理由的删减清单", "a list of what is withheld, each with a lawful ground"));
        }

        return missing.Count == 0
            ? null
            : new(
                "attribute.withheld",
                "公开属性栏·删减清单",
                string.Join('、', missing.Select(name => name.Zh)),
                string.Join(", ", missing.Select(name => name.En)));
    }
}
