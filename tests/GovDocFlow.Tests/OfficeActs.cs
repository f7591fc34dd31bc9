using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Tests.Documents;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests;

/// <summary>What officers do, in one line each, for tests that are about what comes of it.</summary>
internal static class OfficeActs
{
    /// <summary>The user names of the demo office.</summary>
    public static readonly string[] Everybody =
    [
        "drafter.keji", "head.keji", "drafter.gongan", "head.gongan", "drafter.zhujian", "head.zhujian", "drafter.caizheng",
        "head.caizheng", "drafter.fagai", "head.fagai", "reviewer", "disclosure", "legal", "signer", "clerk", "publisher",
        "officeHead", "leader", "supervisor", "admin",
    ];

    /// <summary>The verbs that the trail may give to nobody in person.</summary>
    public static readonly string[] VerbsOfTheSystem = ["selfCheck", "remind", "escalate", "supervision"];

    public static Task<DocumentView> See(this TestOffice office, Guid id, string by = "supervisor") =>
        office.Send(new ReadDocument.Query(id), by);

    public static Task<SubmitDraft.Answer> Submit(
        this TestOffice office, Guid id, string by = "drafter.keji", params IReadOnlyList<ItemAnswer> answers) =>
        office.Send(new SubmitDraft.Command(id, null, answers), by);

    /// <summary>Changes what was filled in, from what it is now.</summary>
    public static async Task<DocumentView> Edit(
        this TestOffice office, Guid id, Func<Draft, Draft> change, string by = "drafter.keji")
    {
        var view = await office.See(id);
        return await office.Send(new EditDraft.Command(id, view.Version, change(DraftOf(view))), by);
    }

    public static async Task<DocumentView> Approve(
        this TestOffice office, Guid id, string by, string opinion = "同意。", DisclosureAttribute? attribute = null) =>
        await office.Send(
            new DecideTask.Command(
                await office.TaskOf(id, by), null, DecisionVerb.Approve, opinion, Attribute: attribute),
            by);

    public static async Task<DocumentView> Return(
        this TestOffice office,
        Guid id,
        string by,
        string? to = null,
        bool thenBack = false,
        params IReadOnlyList<ReturnItem> items) =>
        await office.Send(
            new DecideTask.Command(
                await office.TaskOf(id, by), null, DecisionVerb.Return, "请按意见修改。", items, to, thenBack),
            by);

    public static Task<DocumentView> Recall(this TestOffice office, Guid id, string by = "drafter.keji") =>
        office.Send(new RecallDocument.Command(id, null), by);

    public static Task<DocumentView> Cancel(this TestOffice office, Guid id, string by = "drafter.keji") =>
        office.Send(new CancelDocument.Command(id, null, "工作调整，不再发文"), by);

    /// <summary>The task of a document that a user holds.</summary>
    public static async Task<Guid> TaskOf(this TestOffice office, Guid id, string by)
    {
        var officer = await office.Officer(by);
        var view = await office.See(id);
        return view.Waiting.First(task =>
            officer.Is(task.Role) && (task.Department is null || task.Department == officer.Department)).Id;
    }

    /// <summary>The steps at which a document waits, in the order of their names.</summary>
    public static async Task<IReadOnlyList<string>> StepsOf(this TestOffice office, Guid id) =>
        [.. (await office.See(id)).Waiting.Select(task => task.Step).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Everybody approves until the document waits at this step alone; null: until it is signed off.</summary>
    public static async Task<DocumentView> WalkTo(this TestOffice office, Guid id, string? step = null)
    {
        while (true)
        {
            var view = await office.See(id);
            if (view.Waiting.FirstOrDefault(task => task.Step != step) is not { } next)
            {
                return view;
            }

            await office.Send(
                new DecideTask.Command(next.Id, null, DecisionVerb.Approve, "同意。"), await office.HolderOf(next));
        }
    }

    public static Task<DocumentView> Issue(
        this TestOffice office, Guid id, string series = "巴府发", string? issuedAt = null, string? number = null) =>
        office.Send(
            new IssueDocument.Command(id, null, series, issuedAt is null ? null : TestOffice.At(issuedAt), number), "clerk");

    public static Task<DocumentView> Publish(
        this TestOffice office,
        Guid id,
        PublicationPart part = PublicationPart.Document,
        Channel channel = Channel.Website,
        string? publishedAt = null,
        string by = "publisher") =>
        office.Send(
            new RecordPublication.Command(
                id, null, part, channel, "https://www.bazhong.example/1.html", publishedAt is null ? null : TestOffice.At(publishedAt)),
            by);

    public static Task<SweepClocks.Answer> Sweep(this TestOffice office) => office.Send(new SweepClocks.Command());

    /// <summary>The lines of a document's trail.</summary>
    public static async Task<IReadOnlyList<ReadTimeline.Line>> Timeline(this TestOffice office, Guid id) =>
        (await office.Send(new ReadTimeline.Query(id), "supervisor")).Items;

    /// <summary>Waits for an act that a rule refuses.</summary>
    public static async Task<Refusal> Refused(Task act)
    {
        try
        {
            await act;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }

        throw new AssertionException("Nothing was refused.");
    }

    /// <summary>The code by which an act is refused.</summary>
    public static async Task<string> CodeOf(Task act) => (await Refused(act)).Code;

    /// <summary>A department's own notice, public, with all that it needs: its body.</summary>
    public static async Task<Guid> AnOrdinaryDraft(
        this TestOffice office, string by = "drafter.keji", Func<Draft, Draft>? change = null)
    {
        var draft = ADraft.OfADepartment with { Title = "巴中市科学技术局关于开展科普活动的通知" };
        var id = (await office.Send(new CreateDraft.Command(change is null ? draft : change(draft)), by)).Id;
        await office.AddPaper(id, FileRole.Body, "# 关于开展科普活动的通知\n各县（区）：\n现将有关事项通知如下。", by);
        return id;
    }

    /// <summary>A department's normative document that is published in part, with all that it needs.</summary>
    public static async Task<Guid> ANormativeDraftOfADepartment(
        this TestOffice office, Func<Draft, Draft>? change = null, string by = "drafter.keji")
    {
        var id = await office.AnOrdinaryDraft(by, draft =>
        {
            var normative = draft with { Normative = true, Policy = true };
            return change is null ? normative : change(normative);
        });
        await office.AddPaper(id, FileRole.LegalityOpinion, "合法性审核意见：同意。", by);
        await office.AddPaper(id, FileRole.ConsultationReport, "征求意见情况：无不同意见。", by);
        return id;
    }

    /// <summary>Minutes on a major decision, public in part: disclosure review and legality review wait side by side.</summary>
    public static async Task<Guid> ADraftForBothReviews(this TestOffice office)
    {
        var id = await office.AnOrdinaryDraft(change: draft => draft with
        {
            Title = "巴中市人民政府常务会议纪要",
            Kind = DocumentKind.Minutes,
            IssuerLevel = IssuerLevel.Government,
            IssuingOrgan = "巴中市人民政府",
            MajorDecision = true,
            InterpretationExemption = new Exemption("minutes", "会议纪要"),
            Attribute = InPart,
        });
        await office.AddPaper(id, FileRole.PublicVersion, "公开版：略去个人信息。");
        await office.AddPaper(id, FileRole.LegalityOpinion, "合法性审核意见：同意。");
        await office.AddPaper(id, FileRole.ConsultationReport, "征求意见情况：无不同意见。");
        await office.AddPaper(id, FileRole.AdoptionStatement, "意见采纳情况：全部采纳。");
        return id;
    }

    /// <summary>Public in part, with a lawful ground.</summary>
    public static readonly DisclosureAttribute InPart =
        new(Disclosure.Partial, "G5", "涉及个人信息", [new Withheld("第三条", "G5")]);

    /// <summary>Public on request, with a reason.</summary>
    public static readonly DisclosureAttribute OnRequest = new(Disclosure.OnRequest, Explanation: "内容限于特定对象");

    /// <summary>A draft of this department with two others as joint issuers.</summary>
    public static Task<Guid> AJointDraft(this TestOffice office) =>
        office.AnOrdinaryDraft(change: draft => draft with { JointIssuers = ["市公安局", "巴中市财政局"] });

    private static Draft DraftOf(DocumentView view) => new()
    {
        Title = view.Title,
        Kind = view.Kind,
        IssuerLevel = view.IssuerLevel,
        IssuingOrgan = view.IssuingOrgan,
        Urgency = view.Urgency,
        Normative = view.Normative,
        Policy = view.Policy,
        MajorDecision = view.MajorDecision,
        AffectsMarketActors = view.AffectsMarketActors,
        Secrecy = view.Secrecy,
        EffectiveOn = view.EffectiveOn,
        JointIssuers = view.JointIssuers,
        Forwards = view.Forwards,
        Attribute = view.Attribute,
        InterpretationExemption = view.InterpretationExemption,
    };
}
