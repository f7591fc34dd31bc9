using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Trails;

namespace GovDocFlow.Tests.Clocks;

/// <summary>Reminders and escalation of a department's normative document that was issued on Monday 2026-03-09.</summary>
[OnEachDatabase]
internal sealed class SweepTests(DatabaseProvider provider)
{
    private const string Normative = "publish.normative3wd";

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task After_days_of_downtime_each_rung_fires_once_and_in_order()
    {
        await Issued();
        _office.Clock.Advance(TimeSpan.FromDays(7));

        var first = await _office.Sweep();
        var second = await _office.Sweep();

        Assert.That(
            first.Fired.Where(fired => fired.Rule == Normative).Select(fired => fired.Rung),
            Is.EqualTo(new[] { "start", "day-before", "due-0900", "due-1500", "breach", "late-1" }));
        Assert.That(first.Fired.Select(fired => fired.FiresAt), Is.Ordered);
        Assert.That(second.Fired, Is.Empty);
    }

    [Test]
    public async Task After_days_of_downtime_the_rungs_of_all_documents_are_told_by_moment()
    {
        await Issued();
        _office.Clock.Advance(TimeSpan.FromHours(20));
        await Issued();
        _office.Clock.Advance(TimeSpan.FromDays(7));

        var answer = await _office.Sweep();

        Assert.That(answer.Fired.Select(fired => fired.FiresAt), Is.Ordered);
        Assert.That(answer.Fired.Select(fired => fired.DocumentId).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_clock_shows_what_fired_and_what_is_next_by_moment()
    {
        var id = await Issued();
        _office.Clock.Now = TestOffice.At("2026-03-12T10:00:00+08:00");
        await _office.Sweep();

        var rungs = (await _office.See(id)).Clocks.Single(clock => clock.Rule == Normative).Rungs;

        Assert.That(rungs.Where(rung => rung.FiredAt is not null).Select(rung => rung.Code), Is.EqualTo(new[] { "start", "day-before", "due-0900" }));
        Assert.That(rungs.Select(rung => rung.FiresAt), Is.Ordered);
        Assert.That(rungs.Count(rung => rung.Code.StartsWith("late-", StringComparison.Ordinal)), Is.EqualTo(20));
        Assert.That(rungs[2].Notified, Is.EqualTo(new[] { "步云舒", "闻松年" }));
    }

    [Test]
    public async Task Two_sweeps_at_once_fire_each_rung_once()
    {
        for (var made = 0; made < 4; made++)
        {
            await Issued();
        }

        _office.Clock.Advance(TimeSpan.FromDays(10));
        await using var other = _office.OpenAgain();

        var sweeps = await Task.WhenAll(
            Task.Run(_office.Sweep), Task.Run(_office.Sweep), Task.Run(other.Sweep));

        var fired = sweeps.SelectMany(sweep => sweep.Fired).Select(one => (one.ClockId, one.Rung)).ToList();
        Assert.That(fired, Is.Unique);
        Assert.That(fired, Has.Count.EqualTo(await _office.Read<int>("SELECT COUNT(*) FROM FiredRung")));
        Assert.That((await _office.Send(new VerifyTrail.Query())).IsWhole, Is.True);
    }

    [Test]
    public async Task A_breach_opens_one_supervision_item_and_tells_the_office_head_and_lateness_the_leader()
    {
        var id = await Issued();
        _office.Clock.Now = TestOffice.At("2026-03-12T23:59:59+08:00");
        await _office.Sweep();
        var inTime = await Items();
        _office.Clock.Now = TestOffice.At("2026-03-13T00:00:00+08:00");
        var breach = await _office.Sweep();
        _office.Clock.Now = TestOffice.At("2026-03-16T09:00:00+08:00");

        var late = await _office.Sweep();

        var item = (await Items()).Single();
        Assert.That(inTime, Is.Empty);
        Assert.That((item.DocumentId, item.RuleCode, item.Number), Is.EqualTo((id, Normative, "巴科规〔2026〕1号")));
        Assert.That(
            breach.Fired.Select(fired => (fired.Rung, string.Join(' ', fired.Notified))), Is.EqualTo(new[] { ("breach", "濮致中") }));
        Assert.That(
            late.Fired.Select(fired => (fired.Rung, string.Join(' ', fired.Notified))),
            Is.EqualTo(new[] { ("late-1", "屈和衷"), ("late-2", "屈和衷") }));
        Assert.That(
            (await _office.Send(new ReadNotices.Query(), "leader")).Items.Select(notice => (notice.Kind, notice.DocumentId)),
            Is.EqualTo(new[] { ("clock", (Guid?)id), ("clock", id) }));
        Assert.That((await _office.See(id)).Clocks.Single(clock => clock.Rule == Normative).Status, Is.EqualTo(ClockStatus.Breached));
    }

    [Test]
    public async Task A_supervision_item_is_answered_by_those_concerned_and_closed_by_the_office()
    {
        await Issued();
        _office.Clock.Advance(TimeSpan.FromDays(7));
        await _office.Sweep();
        var item = (await Items()).Single().Id;

        var never = await OfficeActs.Refused(_office.Send(new AnswerSupervision.Command(item, null, true), "supervisor"));
        await _office.Send(new AnswerSupervision.Command(item, "已在校对，今日公开", false), "head.keji");
        var closed = await _office.Send(new AnswerSupervision.Command(item, null, true), "officeHead");

        Assert.That(never.Kind, Is.EqualTo(RefusalKind.Never));
        Assert.That((closed.FeedbackBy, closed.ClosedBy), Is.EqualTo(("闻松年", "濮致中")));
        Assert.That(
            await OfficeActs.CodeOf(_office.Send(new AnswerSupervision.Command(item, "再报", false), "head.keji")),
            Is.EqualTo("ALREADY_CLOSED"));
    }

    [Test]
    public async Task A_provisional_clock_is_breached_only_after_the_latest_possible_day()
    {
        await using var office = await TestOffice.OpenAsync("2027-01-20T09:00:00+08:00", provider);
        var id = await office.AnOrdinaryDraft();
        await office.Submit(id);
        var clock = (await office.WalkTo(id)).Clocks.Single();
        office.Clock.Now = ChinaTime.EndOf(clock.LatestDueOn);
        await office.Sweep();
        var before = (await office.See(id)).Clocks.Single(one => one.Id == clock.Id);
        office.Clock.Now = ChinaTime.StartOf(clock.LatestDueOn.AddDays(1));

        await office.Sweep();

        var after = (await office.See(id)).Clocks.Single(one => one.Id == clock.Id);
        Assert.That(clock.Certainty, Is.EqualTo(Certainty.Provisional));
        Assert.That(clock.LatestDueOn, Is.GreaterThan(clock.DueOn));
        Assert.That((before.Status, after.Status), Is.EqualTo((ClockStatus.Running, ClockStatus.Breached)));
    }

    [Test]
    public async Task A_sweep_raises_no_version_and_no_state()
    {
        var id = await Issued();
        var before = await _office.See(id);
        _office.Clock.Advance(TimeSpan.FromDays(40));

        var answer = await _office.Sweep();

        var after = await _office.See(id);
        Assert.That(answer.Fired, Has.Count.GreaterThan(20));
        Assert.That((after.Version, after.State), Is.EqualTo((before.Version, before.State)));
        Assert.That((await _office.Timeline(id)).Select(line => line.Version), Is.All.LessThanOrEqualTo(before.Version));
    }

    [Test]
    public async Task What_is_rehearsed_is_what_then_fires_day_by_day()
    {
        await Issued();
        _office.Clock.Advance(TimeSpan.FromHours(20));
        await Issued();
        var lines = await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry");

        var rehearsed = await _office.Send(new RehearseClocks.Query(30));

        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry"), Is.EqualTo(lines));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM FiredRung"), Is.Zero);
        var fired = new List<SweepClocks.Fired>();
        for (var day = 0; day < 30; day++)
        {
            _office.Clock.Advance(TimeSpan.FromDays(1));
            fired.AddRange((await _office.Sweep()).Fired);
        }

        Assert.That(Told(fired), Is.EquivalentTo(Told(rehearsed.WouldFire)));
        Assert.That(rehearsed.WouldFire.Select(one => one.FiresAt), Is.Ordered);
    }

    [Test]
    public async Task Nothing_is_escalated_for_the_future()
    {
        await Issued();

        var refused = await OfficeActs.CodeOf(_office.Send(new SweepClocks.Command(_office.Clock.Now.AddSeconds(1))));

        Assert.That(refused, Is.EqualTo("LATER_THAN_NOW"));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM FiredRung"), Is.Zero);
    }

    [Test]
    public async Task As_of_an_earlier_instant_only_what_was_due_by_then_fires()
    {
        await Issued();
        _office.Clock.Advance(TimeSpan.FromDays(7));

        var answer = await _office.Send(new SweepClocks.Command(TestOffice.At("2026-03-11T09:00:00+08:00")));

        Assert.That(
            answer.Fired.Where(fired => fired.Rule == Normative).Select(fired => fired.Rung), Is.EqualTo(new[] { "start", "day-before" }));
    }

    [Test]
    public async Task With_the_hosts_clock_set_back_rungs_wait_for_their_moment()
    {
        var id = await Issued();
        _office.Clock.Now = TestOffice.At("2026-03-12T10:00:00+08:00");
        await _office.Sweep();
        _office.Clock.Now = TestOffice.At("2026-01-05T10:00:00+08:00");

        var setBack = await _office.Sweep();
        _office.Clock.Now = TestOffice.At("2026-03-12T15:00:00+08:00");
        var again = await _office.Sweep();

        Assert.That(setBack.Fired, Is.Empty);
        Assert.That(again.Fired.Select(fired => (fired.DocumentId, fired.Rung)), Is.EqualTo(new[] { (id, "due-1500") }));
    }

    [Test]
    public async Task Clocks_are_found_by_their_rule_status_and_document()
    {
        var id = await Issued();
        await Issued();

        var found = await _office.Send(
            new ReadClocks.Query(ClockStatus.Running, Certainty.Firm, Normative, id, new DateOnly(2026, 3, 13)), "clerk");
        var none = await _office.Send(new ReadClocks.Query(Rule: Normative, DueBefore: new DateOnly(2026, 3, 12)), "clerk");

        Assert.That(found.Items.Select(clock => (clock.Rule, clock.Subject.Id, clock.Binding)), Is.EqualTo(new[] { (Normative, id, true) }));
        Assert.That(none.Items, Is.Empty);
    }

    [Test]
    public async Task In_an_eventful_life_people_decide_and_the_system_only_checks_and_reminds()
    {
        var id = await _office.ANormativeDraftOfADepartment(draft => draft with { Attribute = null });
        await _office.Submit(id);
        await _office.Edit(id, draft => draft with { Attribute = new DisclosureAttribute(Disclosure.Proactive) });
        await _office.Submit(id);
        await _office.Recall(id);
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        await _office.Return(id, "head.keji", thenBack: true);
        await _office.Submit(id);
        await _office.WalkTo(id);
        await _office.Issue(id, "巴科规");
        _office.Clock.Advance(TimeSpan.FromDays(12));
        await _office.Sweep();
        await _office.Publish(id);

        var bySystem = await _office.Rows<string>("SELECT DISTINCT Verb FROM TrailEntry WHERE ActorName = '系统' OR Actor = 'system'");
        var byPeople = await _office.Rows<string>("SELECT DISTINCT Verb FROM TrailEntry WHERE ActorName <> '系统'");

        Assert.That(bySystem, Is.EquivalentTo(OfficeActs.VerbsOfTheSystem));
        Assert.That(byPeople, Is.SupersetOf(new[] { "create", "submit", "recall", "approve", "return", "issue", "publish" }));
        Assert.That(byPeople.Intersect(OfficeActs.VerbsOfTheSystem), Is.Empty);
    }

    private static IEnumerable<string> Told(IEnumerable<SweepClocks.Fired> fired) =>
        fired.Select(one => $"{one.ClockId} {one.Rung} {one.FiresAt:O} {string.Join(' ', one.Notified)}");

    private async Task<Guid> Issued()
    {
        var id = await _office.ANormativeDraftOfADepartment();
        await _office.Submit(id);
        await _office.WalkTo(id);
        await _office.Issue(id, "巴科规");
        return id;
    }

    private async Task<IReadOnlyList<ReadSupervision.Line>> Items() =>
        (await _office.Send(new ReadSupervision.Query(), "officeHead")).Items;
}
