using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Drafting;

namespace GovDocFlow.Tests.Drafting;

[OnEachDatabase]
internal sealed class DraftChangeTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task It_can_be_taken_back_while_nobody_has_acted()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);

        var view = await _office.Recall(id);

        Assert.That((view.State, view.Waiting.Count), Is.EqualTo((DocumentState.Draft, 0)));
        await _office.Edit(id, draft => draft with { Copies = 30 });
        Assert.That((await _office.Submit(id)).State, Is.EqualTo(DocumentState.UnderReview));
    }

    [Test]
    public async Task Once_somebody_has_acted_they_are_named_with_the_time()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        _office.Clock.Advance(TimeSpan.FromHours(1));
        await _office.Approve(id, "head.keji");

        var refusal = await OfficeActs.Refused(_office.Recall(id));

        Assert.That(refusal.Code, Is.EqualTo("ALREADY_HANDLED"));
        Assert.That(refusal.Why.Zh, Does.Contain("闻松年").And.Contain("2026-03-09 09:30"));
    }

    [Test]
    public async Task After_a_return_the_next_submission_can_be_taken_back_again()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.Return(id, "head.keji");
        await _office.Submit(id);

        var view = await _office.Recall(id);

        Assert.That(view.State, Is.EqualTo(DocumentState.Draft));
    }

    [Test]
    public async Task A_draft_a_returned_one_and_one_under_review_can_be_ended_with_a_reason()
    {
        var draft = await _office.AnOrdinaryDraft();
        var returned = await _office.AnOrdinaryDraft(change: one => one with { Attribute = null });
        await _office.Submit(returned);
        var underReview = await _office.AnOrdinaryDraft();
        await _office.Submit(underReview);
        await _office.WalkTo(underReview, "signOff");

        foreach (var id in new[] { draft, returned, underReview })
        {
            var view = await _office.Cancel(id);

            Assert.That((view.State, view.Waiting.Count), Is.EqualTo((DocumentState.Cancelled, 0)));
            Assert.That((await _office.Timeline(id))[^1].Detail.GetProperty("reason").GetString(), Is.EqualTo("工作调整，不再发文"));
        }
    }

    [Test]
    public async Task After_the_re_check_nothing_is_ended_any_more()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id);

        Assert.That(await OfficeActs.CodeOf(_office.Cancel(id)), Is.EqualTo("NOT_CANCELLABLE"));
    }

    [Test]
    public async Task No_clock_runs_on_for_a_document_that_was_ended_after_its_signature()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        var signed = await _office.WalkTo(id, "recheck");

        var view = await _office.Cancel(id);

        Assert.That(signed.Clocks.Single().Status, Is.EqualTo(ClockStatus.Running));
        Assert.That(view.Clocks.Single().Status, Is.EqualTo(ClockStatus.Cancelled));
        _office.Clock.Advance(TimeSpan.FromDays(90));
        Assert.That((await _office.Sweep()).Fired, Is.Empty);
    }

    [Test]
    public async Task Only_a_draft_or_a_returned_document_is_changed()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);

        var edit = await OfficeActs.CodeOf(_office.Edit(id, draft => draft with { Copies = 3 }));
        var file = await OfficeActs.CodeOf(_office.AddPaper(id, FileRole.Annex, "附件"));

        Assert.That((edit, file), Is.EqualTo(("NOT_EDITABLE", "NOT_EDITABLE")));
        await _office.Return(id, "head.keji");
        var edited = await _office.Edit(id, draft => draft with { Copies = 3 });
        var annex = await _office.AddPaper(id, FileRole.Annex, "附件");
        Assert.That((edited.Copies, annex.Version), Is.EqualTo((3, 1)));
    }

    [Test]
    public async Task Who_saw_an_older_version_does_not_overwrite_a_newer_one()
    {
        var id = await _office.AnOrdinaryDraft();
        var seen = (await _office.See(id)).Version;
        await _office.Edit(id, draft => draft with { Copies = 3 });

        Assert.ThrowsAsync<StaleException>(
            () => _office.Send(new EditDraft.Command(id, seen, Tests.Documents.ADraft.OfADepartment), "drafter.keji"));

        Assert.That((await _office.See(id)).Copies, Is.EqualTo(3));
    }

    [Test]
    public async Task The_trail_names_just_the_fields_that_changed()
    {
        var id = await _office.AJointDraft();

        await _office.Edit(id, draft => draft with { Urgency = Urgency.Urgent });

        var changed = (await _office.Timeline(id))[^1].Detail.GetProperty("changed");
        Assert.That(changed.EnumerateArray().Select(field => field.GetString()), Is.EqualTo(new[] { "urgency" }));
    }

    [Test]
    public async Task A_second_file_of_a_single_role_is_its_next_version()
    {
        var id = await _office.AnOrdinaryDraft();

        var second = await _office.AddPaper(id, FileRole.Body, "修改后的正文。");

        Assert.That(second.Version, Is.EqualTo(2));
        Assert.That(
            (await _office.See(id)).Files.Select(file => (file.Version, file.Current)),
            Is.EqualTo(new[] { (1, false), (2, true) }));
    }
}
