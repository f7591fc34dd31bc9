using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

public sealed class ExplanationTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [TestCase(3, TimeUnit.WorkingDays)]
    [TestCase(20, TimeUnit.WorkingDays)]
    [TestCase(30, TimeUnit.CalendarDays)]
    public void An_explanation_ends_on_the_due_day_and_counts_just_the_amount(int amount, TimeUnit unit)
    {
        var starts = NoticesDayByDay.Days(new(2025, 12, 1), new(2027, 3, 31));

        var wrong = starts.Where(start =>
        {
            var days = Calendar.Explain(start, amount, unit);
            return days[0].Date != start.AddDays(1)
                || days[^1].Date != Calendar.Due(start, amount, unit).DueOn
                || days.Count != days[^1].Date.DayNumber - start.DayNumber
                || days.Count(day => day.Counted) != amount;
        });

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_days_over_the_Spring_Festival_are_explained_one_by_one()
    {
        var days = Calendar.Explain(Day("2026-02-13"), 3, TimeUnit.WorkingDays);

        var counted = days.Where(day => day.Counted).Select(day => day.Date);
        Assert.That(days, Has.Count.EqualTo(12));
        Assert.That(counted, Is.EqualTo(new[] { Day("2026-02-14"), Day("2026-02-24"), Day("2026-02-25") }));
        Assert.That(days[0].Because, Is.EqualTo("春节调休上班（国务院办公厅关于2026年节假日安排的通知）"));
        Assert.That(days[1].Because, Is.EqualTo("春节放假（国务院办公厅关于2026年节假日安排的通知）"));
        Assert.That(days[^1].Because, Is.EqualTo("星期三，工作日"));
    }

    [Test]
    public void Rest_days_at_the_end_of_calendar_days_are_shown_but_not_counted()
    {
        var days = Calendar.Explain(Day("2026-03-02"), 5, TimeUnit.CalendarDays);

        Assert.That(days.TakeWhile(day => day.Counted).Count(), Is.EqualTo(5));
        Assert.That(days.SkipWhile(day => day.Counted).Count(day => !day.Counted), Is.EqualTo(2));
    }

    [TestCase("2026-02-14", true, true, "春节调休上班", "Working weekend day, Spring Festival", "202511/content_7047091")]
    [TestCase("2020-01-31", false, true, "春节放假", "Rest day, Spring Festival", "2020-01/27/content_5472352")]
    [TestCase("2018-12-29", true, true, "元旦调休上班", "Working weekend day, New Year's Day", "2018-12/06/content_5346276")]
    [TestCase("2025-10-06", false, true, "国庆节、中秋节放假", "Mid-Autumn Festival and National Day", "202411/content_6986383")]
    public void A_day_that_a_notice_names_shows_the_notice(
        string date, bool working, bool announced, string because, string becauseEn, string source)
    {
        var day = Calendar.Day(Day(date));

        Assert.That((day.Working, day.Announced), Is.EqualTo((working, announced)));
        Assert.That(day.Because, Does.StartWith(because));
        Assert.That(day.BecauseEn, Does.Contain(becauseEn));
        Assert.That(day.Source, Does.Contain(source));
    }

    [TestCase("2026-03-02", true, true, "星期一，工作日")]
    [TestCase("2026-03-07", false, true, "星期六，周末休息")]
    [TestCase("2026-12-21", true, true, "星期一，工作日")]
    [TestCase("2026-12-22", true, false, "星期二，工作日（2027年放假安排未公布，暂定）")]
    [TestCase("2027-02-06", false, false, "春节法定放假（2027年放假安排未公布，暂定）")]
    [TestCase("2027-12-31", true, false, "星期五，工作日（2027年放假安排未公布，暂定）")]
    public void A_day_that_no_notice_names_follows_the_week_or_the_law(
        string date, bool working, bool announced, string because)
    {
        var day = Calendar.Day(Day(date));

        Assert.That(
            (day.Working, day.Announced, day.Because, day.Source),
            Is.EqualTo((working, announced, because, default(string))));
    }
}
