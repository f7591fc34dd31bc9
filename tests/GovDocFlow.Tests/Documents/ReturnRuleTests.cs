using GovDocFlow.Documents;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Documents.Rules;

namespace GovDocFlow.Tests.Documents;

public sealed class ReturnRuleTests
{
    private static readonly DateOnly Today = new(2026, 8, 3);
    private static readonly string[] AllGates = ["attribute", "interpretation", "materials", "countersign"];
    private static readonly RuleSet Rules = ShippedRules.Read();

    private static readonly Paper Interpretation = new(
    [
        new(PaperPart.Body, 1, "一、背景依据", 1), new(PaperPart.Body, 2, "为规范停车收费，依据价格法起草。"),
        new(PaperPart.Body, 3, "二、目标任务", 1), new(PaperPart.Body, 4, "两年内建成统一的收费秩序。"),
        new(PaperPart.Body, 5, "三、主要内容", 1), new(PaperPart.Body, 6, "共五章，规定定价、公示和监督。"),
        new(PaperPart.Body, 7, "四、涉及范围", 1), new(PaperPart.Body, 8, "市辖区内的公共停车场。"),
        new(PaperPart.Body, 9, "五、执行口径", 1), new(PaperPart.Body, 10, "首小时免费，其后按半小时计。"),
        new(PaperPart.Body, 11, "六、新旧政策差异", 1), new(PaperPart.Body, 12, "取消了包月的最低年限。"),
    ]);

    [Test]
    public void A_complete_normative_draft_meets_no_rule() =>
        Assert.That(Codes(ADraft.Normative), Is.Empty);

    [Test]
    public void Every_shipped_rule_fires_on_some_draft_below()
    {
        var tested = Violations().Select(violation => (string)violation.Arguments[0]!).ToHashSet();

        Assert.That(Rules.Rules.Select(rule => rule.Code), Is.EquivalentTo(tested));
    }

    [TestCaseSource(nameof(Violations))]
    public void A_draft_that_breaks_one_rule_meets_that_rule_alone(string code, GateCase asked) =>
        Assert.That(Rules.Evaluate(asked, AllGates).Items.Select(item => item.Code), Is.EqualTo((string[])[code]));

    [TestCaseSource(nameof(Violations))]
    public void Every_item_says_where_and_what_to_fix_in_both_languages(string code, GateCase asked)
    {
        var item = Rules.Evaluate(asked, AllGates).Items.Single();

        Assert.That(item.Code, Is.EqualTo(code));
        Assert.That(
            (string?[])[item.Message.Zh, item.Message.En, item.Fix.Zh, item.Fix.En, item.Location, item.Field, item.Basis],
            Has.All.Not.Empty.And.All.Not.Contains("{0}"));
    }

    [Test]
    public void All_five_defects_of_the_parking_draft_are_named_at_once()
    {
        var draft = ADraft.Normative with { Attribute = new DisclosureAttribute(Disclosure.Exempt, Explanation: "不宜公开") };
        var half = new Paper([.. Interpretation.Paragraphs.Take(6)]);

        var found = Rules.Evaluate(
            ACase(draft, without: FileRole.InterpretationPlan) with { Interpretation = half }, AllGates);

        Assert.That(
            found.Items.Select(item => item.Code).Order(),
            Is.EqualTo((string[])["R03", "R05", "R06", "R08", "R13"]));
    }

    [Test]
    public void A_missing_element_may_be_declared_not_applicable_with_a_reason()
    {
        var withoutDifferences = new Paper([.. Interpretation.Paragraphs.Take(10)]);
        var declared = ADraft.Normative with
        {
            Interpretation = new InterpretationDeclaration([new NotApplicableElement("新旧政策差异", "首次制定")]),
        };

        Assert.That(Codes(declared, interpretation: withoutDifferences), Is.Empty);
        Assert.That(Codes(ADraft.Normative, interpretation: withoutDifferences), Is.EqualTo((string[])["R08"]));
    }

    [Test]
    public void A_declaration_without_a_reason_does_not_count()
    {
        var declared = ADraft.Normative with
        {
            Interpretation = new InterpretationDeclaration([new NotApplicableElement("新旧政策差异", " ")]),
        };

        Assert.That(
            Codes(declared, interpretation: new Paper([.. Interpretation.Paragraphs.Take(10)])), Is.EqualTo((string[])["R08"]));
    }

    [Test]
    public void An_interpretation_that_copies_the_document_comes_back() =>
        Assert.That(Codes(ADraft.Normative, body: Interpretation), Is.EqualTo((string[])["R08"]));

    [TestCase("upward", DocumentKind.Request, "巴中市人民政府关于资金的请示")]
    [TestCase("minutes", DocumentKind.Minutes, "巴中市人民政府常务会议纪要")]
    [TestCase("personnel", DocumentKind.Notice, "巴中市人民政府关于张三等同志职务任免的通知")]
    public void A_draft_that_the_catalogue_exempts_owes_no_interpretation(string code, DocumentKind kind, string title)
    {
        var draft = ADraft.Normative with
        {
            Title = title,
            Kind = kind,
            Normative = false,
            Policy = false,
            InterpretationExemption = new Exemption(code, "目录内"),
        };

        Assert.That(Codes(draft, FileRole.InterpretationPlan, FileRole.InterpretationMaterial), Is.Empty);
        Assert.That(
            Codes(draft with { InterpretationExemption = null }, FileRole.InterpretationPlan, FileRole.InterpretationMaterial),
            Is.EqualTo((string[])["R06", "R07"]));
    }

    [Test]
    public void A_normative_draft_is_never_exempt()
    {
        var draft = ADraft.Normative with { InterpretationExemption = new Exemption("forwards"), Forwards = new("原文") };

        Assert.That(Rules.OwesInterpretation(draft), Is.True);
        Assert.That(Rules.OwesInterpretation(draft with { Normative = false }), Is.False);
    }

    [TestCase("巴中市城市更新“十五五”规划", DocumentKind.Notice)]
    [TestCase("巴中市人民政府关于停车收费的通知（代拟稿）", DocumentKind.Notice)]
    [TestCase("巴中市人民政府第12次常务会议纪要", DocumentKind.Minutes)]
    public void A_title_that_agrees_with_its_kind_or_names_none_passes(string title, DocumentKind kind) =>
        Assert.That(Codes(ADraft.Normative with { Title = title, Kind = kind }), Is.Empty);

    [Test]
    public void A_rule_that_is_not_yet_in_force_does_not_fire()
    {
        var asked = ACase(ADraft.Normative with { AffectsMarketActors = true }) with { SubmittedOn = new(2024, 7, 31) };

        Assert.That(Rules.Evaluate(asked, AllGates).Items, Is.Empty);
        Assert.That(
            Rules.Evaluate(asked with { SubmittedOn = new(2024, 8, 1) }, AllGates).Items.Select(item => item.Code),
            Is.EqualTo((string[])["R10"]));
    }

    [Test]
    public void A_rule_set_is_read_back_from_its_own_content() =>
        Assert.That(RuleSet.Parse(Rules.Content).Hash, Is.EqualTo(Rules.Hash));

    [Test]
    public void A_rule_without_a_check_behind_it_is_refused_by_name() =>
        Assert.That(
            () => RuleSet.Parse(Rules.Content.Replace("\"R19\"", "\"R99\"", StringComparison.Ordinal)),
            Throws.TypeOf<FormatException>().With.Message.Contain("R99"));

    private static IEnumerable<TestCaseData> Violations()
    {
        var exempt = new DisclosureAttribute(Disclosure.Exempt, "G6", "内部事务");
        var ordinary = ADraft.OfADepartment;
        yield return Violation("R01", ACase(ordinary with { Attribute = null }));
        yield return Violation("R02", ACase(ordinary with { Attribute = new(Disclosure.Exempt) }));
        yield return Violation("R03", ACase(ordinary with { Attribute = new(Disclosure.Exempt, Explanation: "内部掌握") }));
        yield return Violation("R03", ACase(ordinary with { Attribute = new(Disclosure.Exempt, "G9", "其他") }));
        yield return Violation("R04", ACase(ordinary with { Attribute = new(Disclosure.OnRequest) }));
        yield return Violation("R05", ACase(ordinary with { Policy = true, Attribute = exempt }));
        yield return Violation("R06", ACase(ADraft.Normative, without: FileRole.InterpretationPlan));
        yield return Violation("R07", ACase(ADraft.Normative, without: FileRole.InterpretationMaterial));
        yield return Violation("R08", ACase(ADraft.Normative) with { Interpretation = new Paper([]) });
        yield return Violation("R09", ACase(ADraft.Normative, without: FileRole.LegalityOpinion));
        yield return Violation("R10", ACase(ADraft.Normative with { AffectsMarketActors = true }));
        yield return Violation("R11", ACase(ADraft.Normative, without: FileRole.ConsultationReport));
        yield return Violation("R11", ACase(ADraft.Normative with { MajorDecision = true }));
        yield return Violation("R12", ACase(ADraft.Normative) with { MissingCountersigners = ["caizheng"] });
        yield return Violation("R13", ACase(ADraft.Normative with { Policy = false, Attribute = exempt }));
        yield return Violation("R15", ACase(ordinary with { Forwards = new("原文", null, Disclosure.OnRequest) }));
        yield return Violation("R16", ACase(ordinary with { Kind = DocumentKind.Decision }));
        yield return Violation("R18", ACase(ordinary with { Attribute = new(Disclosure.Partial, "G3", "涉及安全") }));
        yield return Violation("R19", ACase(ordinary, without: FileRole.Body));
        yield return Violation("R20", ACase(ordinary with { EffectiveOn = Today.AddDays(-1) }));
    }

    private static TestCaseData Violation(string code, GateCase asked) => new TestCaseData(code, asked).SetArgDisplayNames(code);

    private static List<string> Codes(Draft draft, params FileRole[] without) =>
        [.. Rules.Evaluate(ACase(draft, without), AllGates).Items.Select(item => item.Code)];

    private static List<string> Codes(Draft draft, Paper? body = null, Paper? interpretation = null) =>
    [
        .. Rules.Evaluate(
            ACase(draft) with { Body = body ?? Body(draft), Interpretation = interpretation ?? Interpretation }, AllGates)
            .Items.Select(item => item.Code),
    ];

    private static GateCase ACase(Draft draft, params FileRole[] without)
    {
        FileRole[] roles =
        [
            FileRole.Body, FileRole.InterpretationPlan, FileRole.InterpretationMaterial, FileRole.LegalityOpinion,
            FileRole.ConsultationReport,
        ];
        return new GateCase(
            draft,
            [.. roles.Except(without).Select(role => new DocumentFile(
                Guid.CreateVersion7(), role, "文件.docx", "application/docx", 1, "00", 1, true, DateTimeOffset.UnixEpoch, Guid.Empty))],
            Today,
            Body(draft),
            Interpretation,
            []);
    }

    private static Paper Body(Draft draft) => new([new(PaperPart.Body, 1, draft.Title), new(PaperPart.Body, 2, "各县区人民政府：")]);
}
