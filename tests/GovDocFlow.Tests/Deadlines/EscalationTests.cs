using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

public sealed class EscalationTests
{
    private readonly ClockBook _book = ShippedBook.Open();

    [Test]
    public void The_rungs_of_a_clock_over_the_Spring_Festival_fire_on_working_days()
    {
        var rungs = _book.Rungs(_book.Started("publish.normative3wd", "2026-02-13T16:20"));

        Assert.That(rungs.Take(8).Select(rung => (rung.Code, rung.FiresAt)), Is.EqualTo(new[]
        {
            ("start", At("2026-02-13T16:20")),
            ("day-before", At("2026-02-24T09:00")),
            ("due-0900", At("2026-02-25T09:00")),
            ("due-1500", At("2026-02-25T15:00")),
            ("breach", At("2026-02-26T00:00")),
            ("late-1", At("2026-02-26T09:00")),
            ("late-2", At("2026-02-27T09:00")),
            ("late-3", At("2026-02-28T09:00")),
        }));
        Assert.That((rungs.Count, rungs[^1].Code), Is.EqualTo((25, "late-20")));
        Assert.That(rungs.Select(rung => rung.FiresAt), Is.Ordered);
    }

    [Test]
    public void Only_the_breach_opens_supervision_and_tells_the_office_head_then_the_leader_hears_daily()
    {
        var rungs = _book.Rungs(_book.Started("publish.normative3wd", "2026-02-13T16:20"));

        var late = rungs.Where(rung => rung.Code.StartsWith("late-", StringComparison.Ordinal));
        Assert.That(rungs.Single(rung => rung.OpensSupervision).Code, Is.EqualTo("breach"));
        Assert.That(rungs.Single(rung => rung.Code == "breach").Tells, Does.Contain("officeHead"));
        Assert.That(late.Select(rung => string.Join(',', rung.Tells)), Has.Exactly(20).EqualTo("leader"));
    }

    [TestCase("2026-03-02T08:00", "start,due-0900,due-1500,breach")]
    [TestCase("2026-03-02T09:00", "start,due-0900,due-1500,breach")]
    [TestCase("2026-03-02T10:00", "start,due-1500,breach")]
    [TestCase("2026-03-02T16:00", "start,breach")]
    public void Rungs_that_would_lie_before_the_start_are_dropped(string issuedAt, string codes)
    {
        var clock = _book.StartedBeforeEffect(issuedAt, "2026-03-03");

        var beforeLate = _book.Rungs(clock).TakeWhile(rung => rung.Code != "late-1").Select(rung => rung.Code);

        Assert.That(string.Join(',', beforeLate), Is.EqualTo(codes));
        Assert.That(
            _book.Rungs(clock).Single(rung => rung.Code == "breach").FiresAt, Is.EqualTo(At("2026-03-03T00:00")));
    }

    [Test]
    public void A_due_day_inside_a_holiday_is_announced_on_the_last_working_day_before()
    {
        var rungs = _book.Rungs(_book.StartedBeforeEffect("2026-02-12T10:00", "2026-02-18"));

        Assert.That(
            rungs.Single(rung => rung.Code == "day-before").FiresAt, Is.EqualTo(At("2026-02-14T09:00")));
    }

    [Test]
    public void A_provisional_clock_is_breached_only_after_its_latest_possible_day()
    {
        var clock = _book.Started("publish.normative3wd", "2027-02-03T10:00");

        var rungs = _book.Rungs(clock).ToDictionary(rung => rung.Code, rung => rung.FiresAt);

        Assert.That(clock.Deadline.LatestDueOn, Is.GreaterThan(clock.Deadline.DueOn));
        Assert.That(rungs["due-0900"], Is.EqualTo(ChinaTime.At(clock.Deadline.DueOn, new(9, 0))));
        Assert.That(rungs["breach"], Is.EqualTo(ChinaTime.StartOf(clock.Deadline.LatestDueOn.AddDays(1))));
        Assert.That(rungs["late-1"], Is.GreaterThan(rungs["breach"]));
    }

    [Test]
    public void A_new_clock_has_its_start_rung_due_at_once()
    {
        var clock = _book.Started("publish.normative3wd", "2026-02-13T16:20");

        var due = _book.DueRungs(clock, At("2026-02-13T16:20"));

        Assert.That(due.Single().Code, Is.EqualTo("start"));
    }

    [Test]
    public void After_a_downtime_the_missed_rungs_come_in_their_order()
    {
        var clock = _book.Started("publish.normative3wd", "2026-02-13T16:20");
        var started = _book.After(clock, _book.DueRungs(clock, At("2026-02-13T16:20"))[0]);

        var missed = _book.DueRungs(started, At("2026-02-26T09:00"));
        var caughtUp = missed.Aggregate(started, _book.After);

        Assert.That(
            string.Join(',', missed.Select(rung => rung.Code)),
            Is.EqualTo("day-before,due-0900,due-1500,breach,late-1"));
        Assert.That(
            (caughtUp.Status, caughtUp.NextRung, caughtUp.NextFiresAt),
            Is.EqualTo((ClockStatus.Breached, "late-2", (DateTimeOffset?)At("2026-02-27T09:00"))));
    }

    [Test]
    public void A_rung_is_not_due_a_second_before_its_moment()
    {
        var clock = _book.Started("publish.normative3wd", "2026-02-13T16:20");
        var started = _book.After(clock, _book.DueRungs(clock, clock.StartedAt)[0]);

        Assert.That(_book.DueRungs(started, At("2026-02-24T08:59:59")), Is.Empty);
        Assert.That(_book.DueRungs(started, At("2026-02-24T09:00:00")), Has.Count.EqualTo(1));
    }

    [Test]
    public void Firing_one_by_one_walks_the_very_ladder_that_is_shown()
    {
        var clock = _book.StartedBeforeEffect("2026-12-30T10:00", "2027-01-01");
        var ladder = _book.Rungs(clock).Select(rung => (rung.Code, rung.FiresAt)).ToArray();
        var walked = new List<(string, DateTimeOffset)>();

        while (clock.NextFiresAt is { } firesAt)
        {
            var rung = _book.DueRungs(clock, firesAt).Single();
            walked.Add((rung.Code, rung.FiresAt));
            clock = _book.After(clock, rung);
        }

        Assert.That(walked, Is.EqualTo(ladder));
        Assert.That(clock.NextRung, Is.Null);
    }

    [Test]
    public void A_stopped_clock_escalates_no_further()
    {
        var clock = _book.Started("publish.normative3wd", "2026-02-13T16:20");

        var stopped = _book.Stop(clock, At("2026-02-14T10:00"));

        Assert.That(_book.DueRungs(stopped, At("2026-12-01T10:00")), Is.Empty);
        Assert.That(() => _book.After(stopped, _book.Rungs(clock)[0]), Throws.InvalidOperationException);
    }
}
