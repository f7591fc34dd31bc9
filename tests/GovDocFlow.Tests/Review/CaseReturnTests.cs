using System.Text.Json.Nodes;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Review;

[OnEachDatabase]
internal sealed class CaseReturnTests(DatabaseProvider provider)
{
    private static readonly string[] BothReviews = ["disclosureReview", "legalityReview"];

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [TestCase("departmentHead", false, "departmentHead officeReview disclosureReview legalityReview signOff recheck")]
    [TestCase("officeReview", false, "officeReview disclosureReview legalityReview signOff recheck")]
    [TestCase("disclosureReview", false, "disclosureReview signOff recheck")]
    [TestCase("legalityReview", false, "legalityReview signOff recheck")]
    [TestCase("signOff", false, "signOff recheck")]
    [TestCase("departmentHead", true, "departmentHead signOff recheck")]
    [TestCase("officeReview", true, "officeReview signOff recheck")]
    [TestCase("disclosureReview", true, "disclosureReview signOff recheck")]
    [TestCase("legalityReview", true, "legalityReview signOff recheck")]
    [TestCase("signOff", true, "signOff recheck")]
    public async Task The_re_check_returns_to_any_earlier_step_and_it_is_signed_again(string to, bool thenBack, string steps)
    {
        var id = await _office.ADraftForBothReviews();
        await _office.Submit(id);
        var before = await _office.WalkTo(id, "recheck");
        _office.Clock.Advance(TimeSpan.FromDays(1));

        var returned = await _office.Return(id, "clerk", to, thenBack);
        var after = await _office.WalkTo(id);

        Assert.That(returned.Waiting.Select(task => task.Step), Is.EqualTo(new[] { to }));
        Assert.That((returned.State, returned.FormedOn, returned.AttributeFinal), Is.EqualTo((DocumentState.UnderReview, (DateOnly?)null, false)));
        Assert.That(returned.Clocks.Single().Status, Is.EqualTo(ClockStatus.Cancelled));
        Assert.That(
            after.Opinions.Skip(before.Opinions.Count + 1).Select(opinion => opinion.Step), Is.EqualTo(steps.Split(' ')));
        Assert.That((after.State, after.FormedOn), Is.EqualTo((DocumentState.SignedOff, (DateOnly?)new DateOnly(2026, 3, 10))));
        Assert.That(
            after.Clocks.Select(clock => (clock.Rule, clock.Status)),
            Is.EqualTo(new[] { ("publish.formation20wd", ClockStatus.Cancelled), ("publish.formation20wd", ClockStatus.Running) }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_signed_document_comes_back_before_issue_and_is_signed_again(bool thenBack)
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id);
        _office.Clock.Advance(TimeSpan.FromDays(1));

        var returned = await ReturnBeforeIssue(id, to: null, thenBack);

        Assert.That((returned.State, returned.FormedOn), Is.EqualTo((DocumentState.Returned, (DateOnly?)null)));
        Assert.That(returned.Returns.Single().Number, Is.EqualTo("退文〔2026〕1号"));
        Assert.That(returned.Clocks.Single().Status, Is.EqualTo(ClockStatus.Cancelled));
        Assert.That(await OfficeActs.CodeOf(_office.Issue(id)), Is.EqualTo("NOT_SIGNED_OFF"));
        await _office.Submit(id);
        Assert.That((await _office.StepsOf(id))[0], Is.EqualTo(thenBack ? "signOff" : "departmentHead"));
        var signed = await _office.WalkTo(id);
        Assert.That((signed.State, signed.FormedOn), Is.EqualTo((DocumentState.SignedOff, (DateOnly?)new DateOnly(2026, 3, 10))));
        Assert.That(signed.Opinions.Select(opinion => opinion.Step).TakeLast(2), Is.EqualTo(new[] { "signOff", "recheck" }));
        Assert.That(signed.Opinions.Single(opinion => opinion.Verb == "return").By, Is.EqualTo("管牧笔"));
        Assert.That(signed.Clocks.Count(clock => clock.Status is ClockStatus.Running), Is.EqualTo(1));
    }

    [Test]
    public async Task A_signed_document_may_go_back_to_the_re_check_only_by_way_of_the_signature()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id);

        var returned = await ReturnBeforeIssue(id, "recheck", thenBack: false);

        Assert.That(returned.Waiting.Single().Step, Is.EqualTo("signOff"));
        Assert.That((await _office.Approve(id, "head.keji")).Waiting.Single().Step, Is.EqualTo("recheck"));
    }

    [TestCase(FileRole.Body, true)]
    [TestCase(FileRole.Annex, true)]
    [TestCase(FileRole.PublicVersion, true)]
    [TestCase(FileRole.InterpretationPlan, true)]
    [TestCase(FileRole.InterpretationMaterial, true)]
    [TestCase(FileRole.LegalityOpinion, false)]
    [TestCase(FileRole.Countersign, false)]
    public async Task The_head_approves_again_just_when_document_or_interpretation_changed(FileRole role, bool again)
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        await _office.Return(id, "head.keji", thenBack: true);
        await _office.AddPaper(id, role, "修改后的材料。");

        await _office.Submit(id);

        Assert.That(await _office.StepsOf(id), Is.EqualTo(new[] { again ? "departmentHead" : "signOff" }));
        var straightBack = again ? await _office.Approve(id, "head.keji") : await _office.See(id);
        Assert.That(straightBack.Waiting.Single().Step, Is.EqualTo("signOff"));
        Assert.That((await _office.WalkTo(id)).State, Is.EqualTo(DocumentState.SignedOff));
    }

    [Test]
    public async Task Without_thenBack_a_corrected_draft_walks_all_steps_again()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        await _office.Return(id, "head.keji");

        await _office.Submit(id);

        Assert.That(await _office.StepsOf(id), Is.EqualTo(new[] { "departmentHead" }));
        Assert.That((await _office.Approve(id, "head.keji")).Waiting.Single().Step, Is.EqualTo("officeReview"));
    }

    [Test]
    public async Task Straight_back_to_two_parallel_reviews_means_both()
    {
        var id = await _office.ADraftForBothReviews();
        await _office.Submit(id);
        await _office.Approve(id, "head.keji");
        await _office.Approve(id, "reviewer");

        var returned = await _office.Return(id, "legal", thenBack: true);
        await _office.Submit(id);

        Assert.That(returned.Waiting, Is.Empty);
        Assert.That(await _office.StepsOf(id), Is.EqualTo(BothReviews));
        Assert.That((await _office.WalkTo(id)).State, Is.EqualTo(DocumentState.SignedOff));
    }

    [Test]
    public async Task A_return_during_a_way_back_may_reach_the_department_head()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        await _office.Return(id, "head.keji", to: "officeReview", thenBack: true);

        var returned = await _office.Return(id, "reviewer", to: "departmentHead", thenBack: true);

        Assert.That(returned.Waiting.Single().Step, Is.EqualTo("departmentHead"));
        Assert.That((await _office.Approve(id, "head.keji")).Waiting.Single().Step, Is.EqualTo("officeReview"));
        Assert.That((await _office.Approve(id, "reviewer")).Waiting.Single().Step, Is.EqualTo("signOff"));
    }

    [Test]
    public async Task A_return_from_inside_the_countersign_takes_the_others_tasks_away()
    {
        var id = await _office.AJointDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "countersign");
        var sibling = await _office.TaskOf(id, "head.caizheng");

        var returned = await _office.Return(id, "head.gongan");

        Assert.That((returned.State, returned.Waiting.Count), Is.EqualTo((DocumentState.Returned, 0)));
        Assert.That(
            await OfficeActs.CodeOf(_office.Send(new DecideTask.Command(sibling, null, DecisionVerb.Approve, ""), "head.caizheng")),
            Is.EqualTo("ALREADY_DECIDED"));
    }

    [TestCase(false, 1)]
    [TestCase(true, 2)]
    public async Task Straight_back_to_the_countersign_only_a_changed_document_is_signed_by_all_again(bool changed, int waiting)
    {
        var id = await _office.AJointDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "countersign");
        await _office.Approve(id, "head.gongan");
        await _office.Return(id, "head.caizheng", thenBack: true);
        if (changed)
        {
            await _office.AddPaper(id, FileRole.Body, "修改后的正文。");
        }

        await _office.Submit(id);
        var view = await _office.WalkTo(id, "countersign");

        Assert.That(view.Waiting.Count(task => task.Step == "countersign"), Is.EqualTo(waiting));
        Assert.That((await _office.WalkTo(id)).State, Is.EqualTo(DocumentState.SignedOff));
    }

    [Test]
    public async Task After_all_steps_again_everybody_countersigns_again()
    {
        var id = await _office.AJointDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "countersign");
        await _office.Approve(id, "head.gongan");
        await _office.Return(id, "head.caizheng");

        await _office.Submit(id);
        var view = await _office.WalkTo(id, "countersign");

        Assert.That(view.Waiting.Select(task => task.Department), Is.EqualTo(new[] { "gongan", "caizheng" }));
    }

    [Test]
    public async Task A_step_that_this_document_does_not_need_cannot_be_returned_to()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");

        var refused = await OfficeActs.CodeOf(_office.Return(id, "head.keji", to: "disclosureReview"));

        Assert.That(refused, Is.EqualTo("NOT_NEEDED"));
        Assert.That(await _office.StepsOf(id), Is.EqualTo(new[] { "signOff" }));
    }

    [Test]
    public async Task The_other_review_of_a_fork_waits_on_when_one_is_returned_within_its_branch()
    {
        using var workflows = new ChangedWorkflows();
        workflows.Change("routes/government.json", json => PutBefore(json, "legalityReview", "legalityFirst", "fork", "legality"));
        await using var office = await TestOffice.OpenAsync(provider: provider, workflows: workflows.Path);
        var id = await office.ADraftForBothReviews();
        await office.Submit(id);
        await office.Approve(id, "head.keji");
        await office.Approve(id, "reviewer");
        await office.Approve(id, "legal");
        var other = await office.TaskOf(id, "disclosure");

        var returned = await office.Return(id, "legal", to: "legalityFirst");

        Assert.That(
            returned.Waiting.Select(task => task.Step), Is.EquivalentTo(new[] { "disclosureReview", "legalityFirst" }));
        Assert.That(returned.Waiting.Select(task => task.Id), Does.Contain(other));
        Assert.That((await office.WalkTo(id)).State, Is.EqualTo(DocumentState.SignedOff));
    }

    [Test]
    public async Task What_became_less_public_meets_the_disclosure_review_also_on_its_way_back()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        await _office.Return(id, "head.keji", thenBack: true);
        await _office.Edit(id, draft => draft with { Attribute = OfficeActs.OnRequest });

        await _office.Submit(id);
        var view = await _office.WalkTo(id);

        Assert.That(view.Opinions.Select(opinion => opinion.Step), Does.Contain("disclosureReview"));
    }

    [Test]
    public async Task What_the_office_made_less_public_meets_the_disclosure_review_also_on_its_way_back()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        await _office.Return(id, "head.keji", to: "officeReview", thenBack: true);

        var view = await _office.Approve(id, "reviewer", "对象特定", OfficeActs.OnRequest);

        Assert.That(view.Waiting.Single().Step, Is.EqualTo("disclosureReview"));
    }

    [Test]
    public async Task What_became_normative_meets_the_legality_review_also_on_its_way_back()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        await _office.Return(id, "head.keji", thenBack: true);
        await _office.Edit(id, draft => draft with { Normative = true });
        await _office.AddPaper(id, FileRole.LegalityOpinion, "合法性审核意见：同意。");
        await _office.AddPaper(id, FileRole.ConsultationReport, "征求意见情况：无不同意见。");

        await _office.Submit(id);
        var view = await _office.WalkTo(id);

        Assert.That(view.Opinions.Select(opinion => opinion.Step), Does.Contain("legalityReview"));
    }

    private Task<DocumentView> ReturnBeforeIssue(Guid id, string? to, bool thenBack) => _office.Send(
        new ReturnBeforeIssue.Command(id, null, "落款日期有误。", null, to, thenBack), "clerk");

    // A further review of the same kind, on the arrow that led to the first.
    private static void PutBefore(JsonNode route, string activity, string added, string source, string port)
    {
        var root = route["root"]!;
        var activities = root["activities"]!.AsArray();
        var copy = activities.Single(one => (string)one!["id"]! == activity)!.DeepClone();
        copy["id"] = added;
        copy["name"] = added;
        copy["nodeId"] = $"{(string)route["definitionId"]!}:flow:{added}";
        activities.Add(copy);
        var connections = root["connections"]!.AsArray();
        var arrow = connections.Single(one =>
            (string)one!["source"]!["activity"]! == source && (string)one["source"]!["port"]! == port)!;
        var onwards = arrow.DeepClone();
        arrow["target"]!["activity"] = added;
        onwards["source"]!["activity"] = added;
        onwards["source"]!["port"] = "Approved";
        connections.Add(onwards);
    }
}
