using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

public sealed class ClockTests
{
    private readonly ClockBook _book = ShippedBook.Open();

    [TestCase("publish.formation20wd", "2026-02-13T16:20", "2026-03-19", "signOff", "document")]
    [TestCase("publish.normative3wd", "2026-02-13T16:20", "2026-02-25", "issue", "document")]
    [TestCase("interpret.within3wd", "2026-02-14T10:00", "2026-02-26", "documentPublication", "interpretation")]
    public void A_clock_runs_from_its_act_to_the_last_second_of_the_due_day(
        string rule, string startedAt, string dueOn, string startEvent, string part)
    {
        var clock = _book.Started(rule, startedAt);

        Assert.That(clock.Deadline, Is.EqualTo(Deadline.FirmOn(Day(dueOn))));
        Assert.That(clock.Deadline.DueAt, Is.EqualTo(At(dueOn + "T23:59:59")));
        Assert.That((clock.StartEvent, clock.Part, clock.Status), Is.EqualTo((startEvent, part, ClockStatus.Running)));
        Assert.That(clock.CalendarVersion, Is.EqualTo(_book.Calendar.Version));
    }

    [Test]
    public void An_act_just_after_midnight_in_Shanghai_counts_for_the_new_day()
    {
        var afterMidnight = At("2026-03-03T00:30").ToUniversalTime();
        var id = Guid.CreateVersion7(afterMidnight);

        var clock = _book.Start("publish.normative3wd", id, "document", ShippedBook.Document, afterMidnight);

        Assert.That(clock.Deadline.DueOn, Is.EqualTo(Day("2026-03-06")));
    }

    [TestCase("2026-02-14T10:00", "2026-02-16", "2026-02-15", Description = "On a rest day, too.")]
    [TestCase("2026-12-30T10:00", "2027-01-01", "2026-12-31")]
    [TestCase("2026-03-02T10:00", "2026-03-03", "2026-03-02")]
    [TestCase("2026-03-02T10:00", "2026-03-02", "2026-03-02")]
    [TestCase("2026-03-02T10:00", "2026-02-01", "2026-03-02")]
    public void A_document_is_public_the_day_before_it_takes_effect_but_never_before_its_issue(
        string issuedAt, string effectiveOn, string dueOn)
    {
        var clock = _book.StartedBeforeEffect(issuedAt, effectiveOn);

        Assert.That(clock.Deadline, Is.EqualTo(Deadline.FirmOn(Day(dueOn))));
        Assert.That((clock.Rule, clock.Amount), Is.EqualTo(("publish.beforeEffect", default(int?))));
    }

    [Test]
    public void The_clock_before_effect_cannot_be_started_without_the_day_of_effect()
    {
        Assert.That(
            () => _book.Started("publish.beforeEffect", "2026-03-02T10:00"),
            Throws.ArgumentException.With.Message.Contains("day of effect"));
    }

    [TestCase("2026-02-13T16:20:00", ClockStatus.Met)]
    [TestCase("2026-02-25T23:59:59", ClockStatus.Met)]
    [TestCase("2026-02-26T00:00:00", ClockStatus.Breached)]
    public void Publication_is_in_time_until_the_day_is_over(string publishedAt, ClockStatus status)
    {
        var stopped = _book.Stop(_book.Started("publish.normative3wd", "2026-02-13T16:20"), At(publishedAt));

        Assert.That((stopped.Status, stopped.StoppedAt), Is.EqualTo((status, (DateTimeOffset?)At(publishedAt))));
        Assert.That(stopped.NextFiresAt, Is.Null);
    }

    [Test]
    public void A_provisional_clock_is_met_until_the_latest_possible_day_is_over()
    {
        var clock = _book.Started("publish.normative3wd", "2027-02-03T10:00");

        var inTime = _book.Stop(clock, ChinaTime.EndOf(clock.Deadline.LatestDueOn));
        var late = _book.Stop(clock, ChinaTime.StartOf(clock.Deadline.LatestDueOn.AddDays(1)));

        Assert.That(clock.Deadline.LatestDueOn, Is.GreaterThan(clock.Deadline.DueOn));
        Assert.That((inTime.Status, late.Status), Is.EqualTo((ClockStatus.Met, ClockStatus.Breached)));
    }

    [Test]
    public void A_breached_clock_stays_breached_when_it_is_met_at_last()
    {
        var breached = Breached("publish.normative3wd", "2026-02-13T16:20");

        var stopped = _book.Stop(breached, At("2026-02-25T10:00"));

        Assert.That(stopped.Status, Is.EqualTo(ClockStatus.Breached));
        Assert.That(stopped.StoppedAt, Is.EqualTo(At("2026-02-25T10:00")));
    }

    [Test]
    public void A_withdrawn_publication_lets_the_clock_run_on_after_the_last_fired_rung()
    {
        var clock = _book.Started("publish.normative3wd", "2026-02-13T16:20");
        foreach (var rung in _book.DueRungs(clock, At("2026-02-24T12:00")))
        {
            clock = _book.After(clock, rung);
        }

        var again = _book.Reopen(_book.Stop(clock, At("2026-02-24T12:00")));

        Assert.That((again.Status, again.StoppedAt), Is.EqualTo((ClockStatus.Running, default(DateTimeOffset?))));
        Assert.That(again.NextRung, Is.EqualTo("due-0900"));
        Assert.That(again.NextFiresAt, Is.EqualTo(At("2026-02-25T09:00")));
    }

    [Test]
    public void A_breached_clock_that_runs_again_is_still_breached()
    {
        var stopped = _book.Stop(Breached("publish.normative3wd", "2026-02-13T16:20"), At("2026-03-02T10:00"));

        var again = _book.Reopen(stopped);

        Assert.That((again.Status, again.NextRung), Is.EqualTo((ClockStatus.Breached, "late-1")));
        Assert.That(again.StoppedAt, Is.Null);
    }

    [Test]
    public void A_cancelled_clock_fires_nothing_and_cannot_be_stopped_or_run_again()
    {
        var cancelled = _book.Cancel(_book.Started("publish.normative3wd", "2026-02-13T16:20"), At("2026-02-14T09:00"));

        Assert.That((cancelled.Status, cancelled.NextFiresAt), Is.EqualTo((ClockStatus.Cancelled, default(DateTimeOffset?))));
        Assert.That(_book.DueRungs(cancelled, At("2026-12-31T09:00")), Is.Empty);
        Assert.That(() => _book.Stop(cancelled, At("2026-02-24T09:00")), Throws.InvalidOperationException);
        Assert.That(() => _book.Reopen(cancelled), Throws.InvalidOperationException);
    }

    [Test]
    public void The_publication_clock_due_first_binds()
    {
        var formation = _book.Started("publish.formation20wd", "2026-02-14T09:00");
        var normative = _book.Started("publish.normative3wd", "2026-02-14T10:00");
        var beforeEffect = _book.StartedBeforeEffect("2026-02-14T10:00", "2026-02-16");
        var interpretation = _book.Started("interpret.within3wd", "2026-02-10T10:00");
        var met = _book.Stop(beforeEffect, At("2026-02-14T11:00"));

        Assert.That(ClockBook.Binding([formation, normative, beforeEffect, interpretation]), Is.SameAs(beforeEffect));
        Assert.That(ClockBook.Binding([formation, normative, met, interpretation]), Is.SameAs(normative));
        Assert.That(ClockBook.Binding([met, interpretation]), Is.Null);
    }

    [Test]
    public void A_breached_clock_binds_until_the_document_is_public()
    {
        var breached = Breached("publish.normative3wd", "2026-02-13T16:20");
        var formation = _book.Started("publish.formation20wd", "2026-02-13T16:20");

        Assert.That(ClockBook.Binding([formation, breached]), Is.SameAs(breached));
    }

    [Test]
    public void Of_two_clocks_due_at_once_the_same_one_always_binds()
    {
        var normative = _book.Started("publish.normative3wd", "2026-03-02T10:00");
        var beforeEffect = _book.StartedBeforeEffect("2026-03-02T10:00", "2026-03-06");

        Assert.That(ClockBook.Binding([normative, beforeEffect]), Is.SameAs(beforeEffect));
        Assert.That(ClockBook.Binding([beforeEffect, normative]), Is.SameAs(beforeEffect));
    }

    private Clock Breached(string rule, string startedAt)
    {
        var clock = _book.Started(rule, startedAt);
        return _book.After(clock, _book.Rungs(clock).Single(rung => rung.Code == "breach"));
    }
}
