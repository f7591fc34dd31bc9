using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Review;

[OnEachDatabase]
internal sealed class TaskViewTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task The_head_hears_that_approval_binds_the_pair_and_who_is_next()
    {
        var (id, task) = await WaitingAt("departmentHead", "head.keji");

        var view = await Read(task, "head.keji");

        Assert.That(
            (view.Id, view.DocumentId, view.Step, view.StepName, view.BindsPair, view.MayChangeAttribute, view.WhyNot),
            Is.EqualTo((task, id, "departmentHead", "部门负责人审定", true, false, (object?)null)));
        Assert.That(view.ReturnSteps, Is.Empty);
        Assert.That(view.AfterApproval!.State, Is.EqualTo(DocumentState.UnderReview));
        Assert.That(view.AfterApproval.Findings, Is.Empty);
        Assert.That(
            view.AfterApproval.Next.Select(step => $"{step.StepName} {string.Join('、', step.Told)}"), Is.EqualTo(new[] { "核稿 晏书砚" }));
    }

    [Test]
    public async Task The_signer_hears_to_which_steps_it_can_go_back_the_earliest_first()
    {
        var (_, task) = await WaitingAt("signOff", "head.keji");

        var view = await Read(task, "head.keji");

        Assert.That((view.MayChangeAttribute, view.BindsPair), Is.EqualTo((true, false)));
        Assert.That(
            view.ReturnSteps.Select(step => step.Step),
            Is.EqualTo(new[] { "departmentHead", "officeReview" }));
        Assert.That(view.ReturnSteps[1].StepName, Is.EqualTo("核稿"));
    }

    [Test]
    public async Task The_last_approval_leads_to_no_further_step()
    {
        var (_, task) = await WaitingAt("recheck", "clerk");

        var after = (await Read(task, "clerk")).AfterApproval!;

        Assert.That((after.State, after.Next.Count), Is.EqualTo((DocumentState.SignedOff, 0)));
    }

    [Test]
    public async Task What_the_gates_would_find_is_told_before_and_found_then()
    {
        var id = await _office.ANormativeDraftOfADepartment();
        await _office.Submit(id);
        await _office.Database.WriteAsync("UPDATE DocumentFile SET IsCurrent = 0 WHERE Role = 'legalityOpinion'");
        var task = await _office.TaskOf(id, "head.keji");

        var after = (await Read(task, "head.keji")).AfterApproval!;

        var returned = await _office.Approve(id, "head.keji");
        Assert.That(after.State, Is.EqualTo(DocumentState.Returned).And.EqualTo(returned.State));
        Assert.That(after.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { "R09" }));
        Assert.That(returned.Returns.Single().Items.Select(item => item.Code), Is.EqualTo(new[] { "R09" }));
    }

    [Test]
    public async Task Looking_changes_nothing()
    {
        var (id, task) = await WaitingAt("officeReview", "reviewer");
        var before = await _office.See(id);

        await Read(task, "reviewer");

        var after = await _office.See(id);
        Assert.That(
            (after.Version, after.State, after.Waiting.Single().Id), Is.EqualTo((before.Version, before.State, task)));
    }

    [TestCase("clerk", "NOT_YOUR_STEP")]
    [TestCase("drafter.keji", "NOT_YOUR_STEP")]
    [TestCase("supervisor", "NOT_YOUR_STEP")]
    public async Task Who_may_not_decide_hears_why_and_nothing_of_what_would_follow(string by, string code)
    {
        var (_, task) = await WaitingAt("officeReview", "reviewer");

        var view = await Read(task, by);

        Assert.That((view.WhyNot?.Code, view.AfterApproval), Is.EqualTo((code, (object?)null)));
    }

    [Test]
    public async Task A_decided_task_says_so()
    {
        var (id, task) = await WaitingAt("officeReview", "reviewer");
        await _office.Approve(id, "reviewer");

        var view = await Read(task, "reviewer");

        Assert.That((view.WhyNot?.Code, view.AfterApproval), Is.EqualTo(("ALREADY_DECIDED", (object?)null)));
        Assert.That(view.WhyNot!.Message.Zh, Does.Contain("晏书砚"));
    }

    [Test]
    public async Task Of_a_document_that_one_may_not_see_there_is_no_task()
    {
        var (_, task) = await WaitingAt("officeReview", "reviewer");

        Assert.ThrowsAsync<NotFoundException>(() => Read(task, "head.gongan"));
        Assert.ThrowsAsync<NotFoundException>(() => Read(Guid.CreateVersion7(), "reviewer"));
        Assert.That(await OfficeActs.CodeOf(Read(task, "admin")), Is.EqualTo("NO_DOCUMENTS"));
    }

    private Task<ReadTask.Answer> Read(Guid task, string by) => _office.Send(new ReadTask.Query(task), by);

    private async Task<(Guid Document, Guid Task)> WaitingAt(string step, string holder)
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, step);
        return (id, await _office.TaskOf(id, holder));
    }
}
