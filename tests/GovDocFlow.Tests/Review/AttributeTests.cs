using System.Text.Json;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Drafting;

namespace GovDocFlow.Tests.Review;

[OnEachDatabase]
internal sealed class AttributeTests(DatabaseProvider provider)
{
    private static readonly DisclosureAttribute Public = new(Disclosure.Proactive);

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [TestCase("officeReview", "reviewer", "晏书砚")]
    [TestCase("disclosureReview", "disclosure", "容见素")]
    public async Task The_office_changes_it_with_a_reason_that_the_trail_keeps(string step, string by, string name)
    {
        var id = await ARequestOnlyDraft();
        await _office.WalkTo(id, step);

        var view = await _office.Approve(id, by, "应当主动公开", Public);

        var change = (await _office.Timeline(id)).Last(line => line.Verb == "attribute");
        Assert.That(view.Attribute, Is.EqualTo(Public));
        Assert.That(
            (change.Actor, change.At, Value(change.Detail, "old"), Value(change.Detail, "new"), change.Detail.GetProperty("why").GetString()),
            Is.EqualTo((name, _office.Clock.Now, "onRequest", "proactive", "应当主动公开")));
    }

    [Test]
    public async Task Without_a_reason_it_stays_as_it_is()
    {
        var id = await ARequestOnlyDraft();
        await _office.WalkTo(id, "officeReview");

        var refused = await OfficeActs.CodeOf(_office.Approve(id, "reviewer", " ", Public));

        Assert.That(refused, Is.EqualTo("REASON_REQUIRED"));
        Assert.That((await _office.See(id)).Attribute!.Value, Is.EqualTo(Disclosure.OnRequest));
        Assert.That(await _office.StepsOf(id), Is.EqualTo(new[] { "officeReview" }));
    }

    [TestCase("departmentHead", "head.keji")]
    [TestCase("legalityReview", "legal")]
    [TestCase("recheck", "clerk")]
    public async Task Elsewhere_it_is_not_changed(string step, string by)
    {
        var id = await ANormativeDraft();
        await _office.WalkTo(id, step);

        var refused = await OfficeActs.CodeOf(_office.Approve(id, by, "应当主动公开", Public));

        Assert.That(refused, Is.EqualTo("ATTRIBUTE_NOT_HERE"));
    }

    [Test]
    public async Task The_signer_may_make_it_more_public_and_then_it_is_final()
    {
        var id = await ARequestOnlyDraft();
        await _office.WalkTo(id, "signOff");

        var view = await _office.Approve(id, "head.keji", "可以主动公开", Public);

        Assert.That((view.Attribute, view.AttributeFinal), Is.EqualTo((Public, true)));
        Assert.That(view.Clocks.Single().Status, Is.EqualTo(ClockStatus.Running));
    }

    [Test]
    public async Task The_signer_makes_it_neither_less_public_nor_otherwise_withheld()
    {
        var id = await ANormativeDraft();
        await _office.WalkTo(id, "signOff");
        var onRequest = await OfficeActs.CodeOf(_office.Approve(id, "head.keji", "不宜公开", OfficeActs.OnRequest));
        var otherPassages = await OfficeActs.CodeOf(_office.Approve(
            id, "head.keji", "再略去一条", OfficeActs.InPart with { Withheld = [new("第三条", "G5"), new("第四条", "G5")] }));

        Assert.That((onRequest, otherPassages), Is.EqualTo(("DISCLOSURE_REVIEW_OWED", "DISCLOSURE_REVIEW_OWED")));
        Assert.That((await _office.See(id)).Attribute!.Withheld, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_unlawful_change_is_refused_with_all_its_defects()
    {
        var id = await ANormativeDraft();
        await _office.WalkTo(id, "officeReview");

        var refusal = await OfficeActs.Refused(_office.Approve(
            id, "reviewer", "内部掌握", new DisclosureAttribute(Disclosure.Exempt, Explanation: "内部掌握")));

        Assert.That(refusal.Code, Is.EqualTo("ATTRIBUTE_UNLAWFUL"));
        Assert.That(refusal.Defects.Select(defect => defect.Code), Is.EqualTo(new[] { "R03", "R05", "R13" }));
    }

    [Test]
    public async Task Made_public_it_owes_the_interpretation_that_only_its_secrecy_spared()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with
        {
            Title = "巴中市人民政府关于内部事项的通知",
            IssuerLevel = IssuerLevel.Government,
            IssuingOrgan = "巴中市人民政府",
            Attribute = new DisclosureAttribute(Disclosure.Exempt, "G6", "内部事务"),
            InterpretationExemption = new Exemption("exemptDocument", "依法不予公开"),
        });
        await _office.Submit(id);
        await _office.WalkTo(id, "officeReview");

        var refusal = await OfficeActs.Refused(_office.Approve(id, "reviewer", "应当公开", Public));

        Assert.That(refusal.Defects.Select(defect => defect.Code), Is.EqualTo(new[] { "R06", "R07" }));
    }

    [Test]
    public async Task With_its_interpretation_at_hand_it_may_be_made_public()
    {
        var id = await _office.ACompleteDraft(change: draft => draft with
        {
            Normative = false,
            Attribute = new DisclosureAttribute(Disclosure.OnRequest, Explanation: "对象特定"),
        });
        await _office.AddPaper(id, FileRole.DisclosureReview, "本部门政务公开机构审查意见：同意。");
        await _office.Submit(id);
        await _office.WalkTo(id, "officeReview");

        var view = await _office.Approve(id, "reviewer", "应当主动公开", Public);

        Assert.That(view.Attribute, Is.EqualTo(Public));
    }

    [Test]
    public async Task A_forward_inherits_the_originals_and_says_so()
    {
        var id = (await _office.Send(
            new CreateDraft.Command(Tests.Documents.ADraft.OfADepartment with
            {
                Attribute = null,
                Forwards = new Forwarded("四川省人民政府办公厅关于调运保障的通知", null, Disclosure.OnRequest),
            }),
            "drafter.keji")).Id;

        var view = await _office.See(id);

        var change = (await _office.Timeline(id)).Single(line => line.Verb == "attribute");
        Assert.That(view.Attribute!.Value, Is.EqualTo(Disclosure.OnRequest));
        Assert.That(change.Detail.GetProperty("why").GetString(), Does.Contain("转发原文"));
    }

    [Test]
    public async Task A_forward_is_not_made_more_public_than_its_original()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with
        {
            Forwards = new Forwarded("四川省人民政府办公厅关于调运保障的通知", null, Disclosure.OnRequest),
            Attribute = OfficeActs.OnRequest,
        });
        await _office.Submit(id);
        await _office.WalkTo(id, "officeReview");

        var refusal = await OfficeActs.Refused(_office.Approve(id, "reviewer", "应当公开", Public));

        Assert.That(refusal.Defects.Single().Code, Is.EqualTo("R15"));
    }

    [Test]
    public async Task Every_change_by_its_drafter_is_on_the_trail_too()
    {
        var id = await _office.AnOrdinaryDraft();

        await _office.Edit(id, draft => draft with { Attribute = OfficeActs.OnRequest });

        var changes = (await _office.Timeline(id)).Where(line => line.Verb == "attribute").ToList();
        Assert.That(
            changes.Select(line => (line.Actor, Value(line.Detail, "old"), Value(line.Detail, "new"))),
            Is.EqualTo(new[] { ("叶知微", (string?)null, (string?)"proactive"), ("叶知微", "proactive", "onRequest") }));
    }

    private async Task<Guid> ARequestOnlyDraft()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with { Attribute = OfficeActs.OnRequest });
        await _office.Submit(id);
        return id;
    }

    private async Task<Guid> ANormativeDraft()
    {
        var id = await _office.ANormativeDraftOfADepartment(draft => draft with { Attribute = OfficeActs.InPart });
        await _office.AddPaper(id, FileRole.PublicVersion, "公开版：略去个人信息。");
        await _office.Submit(id);
        return id;
    }

    private static string? Value(JsonElement detail, string side) =>
        detail.TryGetProperty(side, out var attribute) ? attribute.GetProperty("value").GetString() : null;
}
