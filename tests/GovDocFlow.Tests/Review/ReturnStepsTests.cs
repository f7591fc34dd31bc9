using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Review;

[OnEachDatabase]
internal sealed class ReturnStepsTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task A_step_offers_just_the_earlier_ones_that_would_take_a_return()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        var task = await _office.TaskOf(id, "head.keji");

        var mine = await _office.Send(new ReadTask.Query(task), "head.keji");
        var others = await _office.Send(new ReadTask.Query(task), "reviewer");

        Assert.That(mine.ReturnSteps.Select(step => step.Step), Is.EqualTo(new[] { "departmentHead", "officeReview" }));
        Assert.That(others.ReturnSteps, Is.Empty);
    }

    [Test]
    public async Task Before_issue_the_clerk_and_nobody_else_is_offered_the_steps_that_would_take_it()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id);

        var clerk = await _office.Send(new ReadReturnSteps.Query(id), "clerk");
        var reviewer = await _office.Send(new ReadReturnSteps.Query(id), "reviewer");

        Assert.That(clerk.Steps.Select(step => step.Step), Is.EqualTo(new[] { "departmentHead", "officeReview", "signOff" }));
        Assert.That(reviewer.Steps, Is.Empty);
    }

    [Test]
    public async Task The_signer_is_named_from_the_signature_until_a_return_voids_it()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        var before = await _office.WalkTo(id, "signOff");
        var signed = await _office.Approve(id, "head.keji");
        await _office.WalkTo(id);

        var returned = await _office.Send(
            new ReturnBeforeIssue.Command(id, null, "落款日期有误。", null, "officeReview", false), "clerk");

        Assert.That((before.Signer, before.SignedOn), Is.EqualTo(((string?)null, (DateOnly?)null)));
        Assert.That((signed.Signer, signed.SignedOn), Is.EqualTo((signed.Opinions[^1].By, signed.FormedOn)));
        Assert.That((returned.State, returned.Signer, returned.SignedOn), Is.EqualTo((DocumentState.UnderReview, (string?)null, (DateOnly?)null)));
    }
}
