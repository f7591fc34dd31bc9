using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

public sealed class LimitUnitTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [TestCase(5, "2026-02-16T22:30")]
    [TestCase(24, "2026-02-17T17:30")]
    [TestCase(48, "2026-02-18T17:30")]
    public void Hours_run_through_nights_and_holidays_to_the_minute(int hours, string dueAt)
    {
        var due = Calendar.Due(At("2026-02-16T17:30"), hours, TimeUnit.Hours);

        Assert.That(due, Is.EqualTo(Deadline.FirmAt(At(dueAt))));
        Assert.That((due.DueOn, due.LatestDueAt), Is.EqualTo((Day(dueAt[..10]), At(dueAt))));
    }

    [Test]
    public void Hours_are_firm_even_in_an_unannounced_year()
    {
        var due = Calendar.Due(At("2027-02-05T09:00"), 48, TimeUnit.Hours);

        Assert.That((due.DueOn, due.Certainty), Is.EqualTo((Day("2027-02-07"), Certainty.Firm)));
    }

    [Test]
    public void Hours_need_an_instant_to_start_from()
    {
        Assert.That(
            () => Calendar.Due(Day("2026-03-02"), 24, TimeUnit.Hours), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase("2026-03-02", 30, "2026-04-01")]
    [TestCase("2026-03-02", 5, "2026-03-09", Description = "A Saturday: the next Monday.")]
    [TestCase("2026-02-01", 13, "2026-02-14", Description = "A working Saturday stays.")]
    [TestCase("2026-02-01", 15, "2026-02-24", Description = "Inside the Spring Festival: the day after it.")]
    public void Calendar_days_count_every_day_but_never_end_on_a_rest_day(string start, int amount, string dueOn)
    {
        var due = Calendar.Due(Day(start), amount, TimeUnit.CalendarDays);

        Assert.That(due, Is.EqualTo(Deadline.FirmOn(Day(dueOn))));
    }

    [Test]
    public void Calendar_days_that_end_in_an_unannounced_stretch_are_provisional()
    {
        var due = Calendar.Due(Day("2026-12-10"), 30, TimeUnit.CalendarDays);

        Assert.That((due.DueOn, due.Certainty), Is.EqualTo((Day("2027-01-11"), Certainty.Provisional)));
    }

    [TestCase(TimeUnit.WorkingDays)]
    [TestCase(TimeUnit.CalendarDays)]
    public void A_limit_of_no_days_ends_with_the_start_day(TimeUnit unit)
    {
        var due = Calendar.Due(Day("2026-02-18"), 0, unit);

        Assert.That(due, Is.EqualTo(Deadline.FirmOn(Day("2026-02-18"))));
    }

    [TestCase(TimeUnit.WorkingDays)]
    [TestCase(TimeUnit.CalendarDays)]
    [TestCase(TimeUnit.Hours)]
    public void A_limit_is_never_negative(TimeUnit unit)
    {
        Assert.That(
            () => Calendar.Due(At("2026-03-02T09:00"), -1, unit), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Days_are_counted_from_the_Chinese_day_of_the_instant()
    {
        var due = Calendar.Due(new DateTimeOffset(2026, 3, 2, 17, 0, 0, TimeSpan.Zero), 3, TimeUnit.WorkingDays);

        Assert.That(due, Is.EqualTo(Deadline.FirmOn(Day("2026-03-06"))));
    }

    [Test]
    public void A_day_ends_at_its_last_second_in_Shanghai()
    {
        var end = ChinaTime.EndOf(Day("2026-02-25"));

        Assert.That(end, Is.EqualTo(new DateTimeOffset(2026, 2, 25, 15, 59, 59, TimeSpan.Zero)));
        Assert.That(end.Offset, Is.EqualTo(TimeSpan.FromHours(8)));
    }
}
