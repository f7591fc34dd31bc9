using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;

namespace GovDocFlow.Tests.Issuing;

/// <summary>A normative document of the government, issued on Monday 2026-03-09 at 13:30.</summary>
[OnEachDatabase]
internal sealed class PublicationTests(DatabaseProvider provider)
{
    private const string Formation = "publish.formation20wd";
    private const string Normative = "publish.normative3wd";
    private const string BeforeEffect = "publish.beforeEffect";
    private const string Interpretation = "interpret.within3wd";

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task Each_clock_starts_with_its_act_and_the_first_due_binds()
    {
        var id = await _office.ACompleteDraft(change: draft => draft with { EffectiveOn = new DateOnly(2026, 3, 16) });
        var signed = await _office.WalkToSignOff(id);

        var view = await _office.Issue(id, "巴府规");

        var signedAt = TestOffice.At("2026-03-09T12:30:00+08:00");
        Assert.That(signed.Clocks.Select(clock => (clock.Rule, clock.Start.At, clock.Binding)), Is.EqualTo(new[] { (Formation, signedAt, true) }));
        Assert.That(
            view.Clocks.Select(clock => (clock.Rule, clock.Start.Event, clock.DueOn, clock.Binding)),
            Is.EqualTo(new[]
            {
                (Formation, "signOff", new DateOnly(2026, 4, 7), false),
                (Normative, "issue", new DateOnly(2026, 3, 12), true),
                (BeforeEffect, "issue", new DateOnly(2026, 3, 15), false),
            }));
        Assert.That(view.Clocks[2].Amount, Is.Null);
        Assert.That(view.Clocks[1].DueAt, Is.EqualTo(TestOffice.At("2026-03-12T23:59:59+08:00")));
    }

    [Test]
    public async Task A_document_that_takes_effect_on_its_issue_day_is_due_that_day()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with { EffectiveOn = new DateOnly(2026, 3, 9) });
        await _office.Submit(id);
        await _office.WalkTo(id);

        var clock = (await _office.Issue(id)).Clocks.Single(one => one.Rule == BeforeEffect);

        Assert.That((clock.DueOn, clock.Binding), Is.EqualTo((new DateOnly(2026, 3, 9), true)));
        Assert.That(
            (await _office.Send(new UseCases.Deadlines.ExplainClock.Query(clock.Id), "clerk")).Days, Is.Empty);
    }

    [Test]
    public async Task The_website_meets_all_clocks_of_the_document_and_starts_that_of_the_interpretation()
    {
        var id = await Issued();
        _office.Clock.Now = TestOffice.At("2026-03-12T23:59:59+08:00");

        var view = await _office.Publish(id);

        Assert.That(view.State, Is.EqualTo(DocumentState.Published));
        Assert.That(
            view.Clocks.Select(clock => (clock.Rule, clock.Status, clock.StoppedAt)),
            Is.EqualTo(new[]
            {
                (Formation, ClockStatus.Met, (DateTimeOffset?)_office.Clock.Now),
                (Normative, ClockStatus.Met, _office.Clock.Now),
                (Interpretation, ClockStatus.Running, null),
            }));
        Assert.That(view.Clocks[2].DueOn, Is.EqualTo(new DateOnly(2026, 3, 17)));
        Assert.That(view.Clocks.Select(clock => clock.Binding), Is.All.False);
    }

    [Test]
    public async Task Other_channels_stop_no_clock()
    {
        var id = await Issued();

        var view = await _office.Publish(id, channel: Channel.Gazette);

        Assert.That(view.State, Is.EqualTo(DocumentState.Issued));
        Assert.That(view.Clocks.Select(clock => clock.Status), Is.All.EqualTo(ClockStatus.Running));
        Assert.That((await _office.Publish(id)).State, Is.EqualTo(DocumentState.Published));
    }

    [Test]
    public async Task What_is_recorded_later_counts_from_its_publication_and_is_shown_so()
    {
        var id = await Issued();
        _office.Clock.Now = TestOffice.At("2026-03-16T10:00:00+08:00");

        var view = await _office.Publish(id, publishedAt: "2026-03-12T17:00:00+08:00");

        Assert.That(view.Publications.Single().RecordedLater, Is.True);
        Assert.That(view.Clocks.Single(clock => clock.Rule == Normative).Status, Is.EqualTo(ClockStatus.Met));
        Assert.That(view.Clocks.Single(clock => clock.Rule == Interpretation).DueOn, Is.EqualTo(new DateOnly(2026, 3, 17)));
    }

    [Test]
    public async Task Too_late_is_breached_with_and_without_a_sweep_and_stays_so()
    {
        var swept = await Issued();
        var unswept = await _office.ACompleteDraft();
        _office.Clock.Now = TestOffice.At("2026-03-09T08:30:00+08:00");
        await _office.WalkToSignOff(unswept);
        await _office.Issue(unswept, "巴府规");
        _office.Clock.Now = TestOffice.At("2026-03-13T00:00:00+08:00");
        var late = await _office.Publish(unswept);
        await _office.Sweep();

        var view = await _office.Publish(swept);

        foreach (var shown in new[] { late, view })
        {
            var clock = shown.Clocks.Single(one => one.Rule == Normative);
            Assert.That((clock.Status, clock.StoppedAt), Is.EqualTo((ClockStatus.Breached, (DateTimeOffset?)_office.Clock.Now)));
        }
    }

    [Test]
    public async Task A_withdrawn_publication_sets_the_clocks_running_again_and_keeps_its_reason()
    {
        var id = await Issued();
        var published = await _office.Publish(id);

        var view = await _office.Send(
            new WithdrawPublication.Command(id, published.Publications.Single().Id, null, "网页有误"), "publisher");

        Assert.That((view.State, view.Publications.Single().WithdrawnBecause), Is.EqualTo((DocumentState.Issued, "网页有误")));
        Assert.That(
            view.Clocks.Select(clock => (clock.Rule, clock.Status, clock.StoppedAt is null)),
            Is.EqualTo(new[]
            {
                (Formation, ClockStatus.Running, true), (Normative, ClockStatus.Running, true), (Interpretation, ClockStatus.Cancelled, false),
            }));
        var again = await _office.Publish(id);
        Assert.That(again.State, Is.EqualTo(DocumentState.Published));
        Assert.That(again.Clocks.Count(clock => clock is { Rule: Interpretation, Status: ClockStatus.Running }), Is.EqualTo(1));
        Assert.That(
            await OfficeActs.CodeOf(_office.Send(
                new WithdrawPublication.Command(id, published.Publications.Single().Id, null, "再撤"), "publisher")),
            Is.EqualTo("ALREADY_WITHDRAWN"));
    }

    [Test]
    public async Task An_overdue_interpretation_stays_due_since_then_when_the_document_is_published_anew()
    {
        var id = await Issued();
        var published = await _office.Publish(id);
        _office.Clock.Now = TestOffice.At("2026-03-20T09:00:00+08:00");
        await _office.Sweep();
        await _office.Send(new WithdrawPublication.Command(id, published.Publications.Single().Id, null, "网页有误"), "publisher");

        var view = await _office.Publish(id);

        Assert.That(
            view.Clocks.Where(clock => clock.Rule == Interpretation).Select(clock => (clock.Status, clock.StoppedAt)),
            Is.EqualTo(new[] { (ClockStatus.Breached, (DateTimeOffset?)null) }));
    }

    [Test]
    public async Task While_another_page_of_it_stands_a_withdrawal_changes_nothing_else()
    {
        var id = await Issued();
        await _office.Publish(id);
        var twice = await _office.Publish(id);

        var view = await _office.Send(
            new WithdrawPublication.Command(id, twice.Publications[0].Id, null, "重复"), "publisher");

        Assert.That(view.State, Is.EqualTo(DocumentState.Published));
        Assert.That(view.Clocks.Count(clock => clock.Rule == Interpretation), Is.EqualTo(1));
        Assert.That(view.Clocks.Count(clock => clock.Status is ClockStatus.Met), Is.EqualTo(2));
    }

    [TestCase("2026-03-10T09:00:00+08:00", "2026-03-11T09:00:00+08:00", ClockStatus.Met, TestName = "An_interpretation_before_its_document_is_in_time")]
    [TestCase("2026-03-11T09:00:00+08:00", "2026-03-11T09:00:00+08:00", ClockStatus.Met, TestName = "An_interpretation_with_its_document_is_in_time")]
    [TestCase("2026-03-16T23:59:59+08:00", "2026-03-11T09:00:00+08:00", ClockStatus.Met, TestName = "An_interpretation_on_the_third_working_day_is_in_time")]
    [TestCase("2026-03-17T00:00:00+08:00", "2026-03-11T09:00:00+08:00", ClockStatus.Breached, TestName = "An_interpretation_on_the_fourth_working_day_is_late")]
    public async Task An_interpretation_has_three_working_days(string interpretation, string document, ClockStatus expected)
    {
        var id = await Issued();
        var acts = new[] { (At: interpretation, Part: PublicationPart.Interpretation), (At: document, Part: PublicationPart.Document) };
        foreach (var act in acts.OrderBy(act => TestOffice.At(act.At)))
        {
            _office.Clock.Now = TestOffice.At(act.At);
            await _office.Publish(id, act.Part);
        }

        var clock = (await _office.See(id)).Clocks.Single(one => one.Rule == Interpretation);

        Assert.That((clock.DueOn, clock.Status), Is.EqualTo((new DateOnly(2026, 3, 16), expected)));
        Assert.That(clock.StoppedAt, Is.Not.Null);
    }

    [Test]
    public async Task It_is_archived_when_all_that_is_owed_is_public()
    {
        var id = await Issued();
        var issued = await OfficeActs.CodeOf(Archive(id));
        await _office.Publish(id);
        var halfPublic = await OfficeActs.CodeOf(Archive(id));
        await _office.Publish(id, PublicationPart.Interpretation);

        var view = await Archive(id);

        Assert.That((issued, halfPublic), Is.EqualTo(("NOT_ALL_PUBLIC", "NOT_ALL_PUBLIC")));
        Assert.That(view.State, Is.EqualTo(DocumentState.Archived));
        Assert.That(await OfficeActs.CodeOf(_office.Publish(id)), Is.EqualTo("NOT_ISSUED"));
    }

    [Test]
    public async Task What_is_not_public_has_no_clock_is_never_published_and_is_archived_after_issue()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with
        {
            EffectiveOn = new DateOnly(2026, 3, 20),
            Attribute = new DisclosureAttribute(Disclosure.Exempt, "G6", "内部事务"),
        });
        await _office.Submit(id);
        await _office.WalkTo(id);

        var issued = await _office.Issue(id);

        Assert.That(issued.Clocks, Is.Empty);
        Assert.That(await OfficeActs.CodeOf(_office.Publish(id)), Is.EqualTo("NOT_PUBLIC"));
        Assert.That((await Archive(id)).State, Is.EqualTo(DocumentState.Archived));
    }

    [Test]
    public async Task Issue_lies_between_sign_off_and_now()
    {
        var id = await _office.ACompleteDraft();
        await _office.WalkToSignOff(id);

        var early = await OfficeActs.CodeOf(_office.Issue(id, issuedAt: "2026-03-09T12:29:59+08:00"));
        var ahead = await OfficeActs.CodeOf(_office.Issue(id, issuedAt: "2026-03-09T13:30:01+08:00"));
        var view = await _office.Issue(id, "巴府规", issuedAt: "2026-03-09T12:30:00+08:00");

        Assert.That((early, ahead), Is.EqualTo(("ISSUED_AT_OUT_OF_RANGE", "ISSUED_AT_OUT_OF_RANGE")));
        Assert.That(view.Clocks[1].Start.At, Is.EqualTo(TestOffice.At("2026-03-09T12:30:00+08:00")));
    }

    [Test]
    public async Task Publication_lies_between_issue_and_now()
    {
        var id = await Issued();

        var early = await OfficeActs.CodeOf(_office.Publish(id, publishedAt: "2026-03-09T13:29:59+08:00"));
        var ahead = await OfficeActs.CodeOf(_office.Publish(id, publishedAt: "2026-03-09T13:30:01+08:00"));

        Assert.That((early, ahead), Is.EqualTo(("PUBLISHED_AT_OUT_OF_RANGE", "PUBLISHED_AT_OUT_OF_RANGE")));
        Assert.That((await _office.Publish(id, publishedAt: "2026-03-09T13:30:00+08:00")).State, Is.EqualTo(DocumentState.Published));
    }

    [Test]
    public async Task A_clock_that_was_set_back_stops_no_case()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        SetBack();
        await _office.Approve(id, "head.keji");
        SetBack();
        await _office.Return(id, "reviewer");
        SetBack();
        await _office.Submit(id);
        await _office.WalkTo(id);
        SetBack();

        var issued = await _office.Issue(id);
        SetBack();
        var published = await _office.Publish(id);

        Assert.That(issued.Number, Is.EqualTo("巴府发〔2026〕1号"));
        Assert.That(published.State, Is.EqualTo(DocumentState.Published));
        Assert.That(published.Clocks.Single().Status, Is.EqualTo(ClockStatus.Met));
        Assert.That((await _office.Sweep()).Fired, Is.Empty);
        Assert.That((await _office.Send(new UseCases.Trails.VerifyTrail.Query())).IsWhole, Is.True);
    }

    private void SetBack() => _office.Clock.Advance(TimeSpan.FromDays(-1));

    private async Task<Guid> Issued()
    {
        var id = await _office.ACompleteDraft();
        await _office.WalkToSignOff(id);
        await _office.Issue(id, "巴府规");
        return id;
    }

    private Task<DocumentView> Archive(Guid id) => _office.Send(new ArchiveDocument.Command(id, null), "clerk");
}
