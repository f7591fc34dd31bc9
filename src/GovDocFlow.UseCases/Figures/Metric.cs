using GovDocFlow.Documents;
using GovDocFlow.Storage;

namespace GovDocFlow.UseCases.Figures;

/// <summary>What a figure's value is.</summary>
public enum FigureUnit
{
    /// <summary>Numerator by denominator, from 0 to 1.</summary>
    Share,

    /// <summary>How many documents: the numerator.</summary>
    Documents,

    /// <summary>Numerator by denominator, a number of times.</summary>
    Times,

    /// <summary>Working days.</summary>
    WorkingDays,
}

/// <summary>By what a document belongs to the period that was asked for.</summary>
internal enum MetricPeriod
{
    /// <summary>The day of its first submission; cancelled drafts never count.</summary>
    Submitted,

    /// <summary>印发日期.</summary>
    Issued,

    /// <summary>By nothing: how things stand now.</summary>
    Now,
}

/// <summary>A figure as two conditions on documents, so that the number and the list behind it cannot differ.</summary>
/// <param name="Basis">What is counted, in words.</param>
/// <param name="Base">Which documents of the period make the denominator.</param>
/// <param name="Hit">Which of those make the numerator.</param>
internal sealed record Metric(
    string Code, FigureUnit Unit, MetricPeriod Period, Sentence Name, Sentence Basis, string Base, string Hit)
{
    public const string AveragePublicationDays = "averagePublicationDays";
    public const string MedianPublicationDays = "medianPublicationDays";
    public const string P95PublicationDays = "p95PublicationDays";
    public const string ReturnsPerDraft = "returnsPerDraft";

    /// <summary>The base of the publication days: a standing publication of the document on the website.</summary>
    public const string IsPublic =
        "EXISTS (SELECT 1 FROM Publication p WHERE p.DocumentId = d.Id AND p.Part = 'document' AND p.Channel = 'website' AND p.WithdrawnAt IS NULL)";

    private const string Everything = "1 = 1";

    private const string Returned = "EXISTS (SELECT 1 FROM ReturnNotice n WHERE n.DocumentId = d.Id AND n.Kind = 'official')";

    // The gate of the first submission itself noted a missing attribute, and nothing else keeps what the draft said then.
    private const string Tagged =
        """
        NOT EXISTS (SELECT 1 FROM ReturnNotice n
                    WHERE  n.DocumentId = d.Id AND n.N = 1 AND n.Kind = 'selfCheck' AND n.ReturnedAt = d.SubmittedAt
                           AND n.Items LIKE '%"code":"R01"%')
        """;

    // A draft is kept as JSON whose quotes inside texts are escaped, so that these words cannot stand in a text of it.
    private const string Reasoned =
        """
        d.Draft LIKE '%"value":"exempt","ground":"G_","explanation":"%' AND d.Draft NOT LIKE '%"ground":"G_","explanation":""%'
        """;

    private const string Due = "c.StoppedAt IS NOT NULL OR c.LatestDueOn < @today";
    private const string Normative = "publish.normative3wd";
    private const string Formation = "publish.formation20wd";
    private const string Interpretation = "interpret.within3wd";

    /// <summary>Whether the value comes from the days that each publication took.</summary>
    public bool IsOfDays => Unit is FigureUnit.WorkingDays;

    /// <summary>The condition of the period.</summary>
    public string InPeriod => Period switch
    {
        MetricPeriod.Submitted => "d.SubmittedAt >= @from AND d.SubmittedAt < @until AND d.State <> 'cancelled'",
        MetricPeriod.Issued => "d.IssuedAt >= @from AND d.IssuedAt < @until",
        MetricPeriod.Now => "d.OverdueAt IS NOT NULL",
    };

    /// <summary>All figures, in the order in which they are shown.</summary>
    public static IReadOnlyList<Metric> All(Dialect dialect) =>
    [
        .. OfAttributes(), .. OfPublication(), .. OfInterpretation(dialect), .. OfReturns(), .. OfDueDays(),
    ];

    private static IEnumerable<Metric> OfAttributes() =>
    [
        new(
            "taggedAtSubmission", FigureUnit.Share, MetricPeriod.Submitted,
            new("属性标注率", "attribute tagging rate"),
            new("首次送审时已标注公开属性的件数 ÷ 送审件数", "drafts with an attribute at first submission ÷ drafts submitted"),
            Everything, Tagged),
        new(
            "proactive", FigureUnit.Share, MetricPeriod.Issued,
            new("主动公开率", "proactive disclosure rate"),
            new("印发的主动公开和删减后公开件数 ÷ 印发件数", "proactive and partial documents issued ÷ documents issued"),
            Everything, "d.Attribute IN ('proactive', 'partial')"),
        new(
            "exemptWithReason", FigureUnit.Share, MetricPeriod.Issued,
            new("不予公开理由完备率", "complete grounds of exemption"),
            new("法定依据和说明齐全的不予公开件数 ÷ 印发的不予公开件数", "exempt documents with ground and explanation ÷ exempt documents issued"),
            "d.Attribute = 'exempt'", Reasoned),
    ];

    private static IEnumerable<Metric> OfPublication() =>
    [
        new(
            "normativeWithin3Days", FigureUnit.Share, MetricPeriod.Issued,
            new("规范性文件3日公开率", "normative documents public within 3 working days"),
            new("印发后3个工作日内公开的规范性文件 ÷ 已公开或已到期的规范性文件", "normative documents published within 3 working days of issue ÷ those published or past their due day"),
            OnClock(Normative, Due), OnClock(Normative, "c.Status = 'met'")),
        new(
            "within20Days", FigureUnit.Share, MetricPeriod.Issued,
            new("法定20日公开率", "public within the statutory 20 working days"),
            new("成文后20个工作日内公开的件数 ÷ 已公开或已到期的应公开件数", "documents published within 20 working days of formation ÷ those published or past their due day"),
            OnClock(Formation, Due), OnClock(Formation, "c.Status = 'met'")),
        OfDays(AveragePublicationDays, new("平均公开用时", "average days to publication"), new("印发至网站公开的工作日合计 ÷ 已公开件数", "working days from issue to the website, summed ÷ documents public")),
        OfDays(MedianPublicationDays, new("公开用时中位数", "median days to publication"), new("印发至网站公开的工作日，居中者", "working days from issue to the website, the middle one")),
        OfDays(P95PublicationDays, new("公开用时P95", "P95 of days to publication"), new("95%的文件在此工作日数内公开", "95 % of the documents were public within so many working days")),
        new(
            "publishedEarly", FigureUnit.Documents, MetricPeriod.Issued,
            new("提前公开数", "published before issue"),
            new("印发之前即公开的件数，应为 0", "documents published before they were issued; must be 0"),
            Everything, "EXISTS (SELECT 1 FROM Publication p WHERE p.DocumentId = d.Id AND p.PublishedAt < d.IssuedAt)"),
    ];

    private static IEnumerable<Metric> OfInterpretation(Dialect dialect)
    {
        // The clock starts where an interpretation is owed, at the publication of the document.
        var owed = OnClock(Interpretation, Everything);
        var owedWords = new Sentence("已公开且应解读的件数", "documents public that owe an interpretation");
        return
        [
            new(
                "interpreted", FigureUnit.Share, MetricPeriod.Issued,
                new("解读率", "interpretation rate"),
                new($"已发布解读的件数 ÷ {owedWords.Zh}", $"documents interpreted ÷ {owedWords.En}"),
                owed, OnClock(Interpretation, "c.StoppedAt IS NOT NULL")),
            new(
                "interpretedSameDay", FigureUnit.Share, MetricPeriod.Issued,
                new("解读同步率", "interpretation on the same day"),
                new($"与文件同日发布解读的件数 ÷ {owedWords.Zh}", $"interpretations published on the document's day ÷ {owedWords.En}"),
                owed, OnClock(Interpretation, $"{dialect.ChinaDay("c.StoppedAt")} = {dialect.ChinaDay("c.StartedAt")}")),
            new(
                "interpretedWithin3Days", FigureUnit.Share, MetricPeriod.Issued,
                new("解读3日内率", "interpretation within 3 working days"),
                new($"文件公开后3个工作日内发布解读的件数 ÷ {owedWords.Zh}", $"interpretations published within 3 working days of the document ÷ {owedWords.En}"),
                owed, OnClock(Interpretation, "c.Status = 'met'")),
        ];
    }

    private static IEnumerable<Metric> OfReturns() =>
    [
        new(
            "returned", FigureUnit.Share, MetricPeriod.Submitted,
            new("退文率", "return rate"),
            new("被退文一次以上的件数 ÷ 送审件数；自检退回和部门内部退回不计", "drafts officially returned at least once ÷ drafts submitted; self-check and internal returns do not count"),
            Everything, Returned),
        new(
            "passedFirst", FigureUnit.Share, MetricPeriod.Submitted,
            new("一次通过率", "first-pass rate"),
            new("未被退文的件数 ÷ 送审件数", "drafts never officially returned ÷ drafts submitted"),
            Everything, $"NOT {Returned}"),
        new(
            ReturnsPerDraft, FigureUnit.Times, MetricPeriod.Submitted,
            new("平均退文次数", "average number of returns"),
            new("退文次数合计 ÷ 送审件数", "official returns ÷ drafts submitted"),
            Everything, Returned),
    ];

    private static IEnumerable<Metric> OfDueDays() =>
    [
        new(
            "overdue", FigureUnit.Documents, MetricPeriod.Now,
            new("逾期件数", "documents overdue"),
            new("现已逾期的件数；分母为时限在计的件数", "documents overdue now; of all with a running time limit"),
            Everything, "d.OverdueAt <= @now"),
        new(
            "dueSoon", FigureUnit.Documents, MetricPeriod.Now,
            new("在办临期件数", "documents due soon"),
            new("一个工作日内到期的件数；分母为时限在计的件数", "documents due within a working day; of all with a running time limit"),
            Everything, "d.DueSoonAt <= @now AND d.OverdueAt > @now"),
    ];

    private static Metric OfDays(string code, Sentence name, Sentence basis) =>
        new(code, FigureUnit.WorkingDays, MetricPeriod.Issued, name, basis, IsPublic, Everything);

    private static string OnClock(string rule, string condition) =>
        $"EXISTS (SELECT 1 FROM Clock c WHERE c.SubjectId = d.Id AND c.RuleCode = '{rule}' AND c.Status <> 'cancelled' AND ({condition}))";
}
