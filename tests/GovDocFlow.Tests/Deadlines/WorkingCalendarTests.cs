using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [TestCase("2025-12-31", "2026-01-06", "2026-01-29")]
    [TestCase("2026-02-12", "2026-02-24", "2026-03-18")]
    [TestCase("2026-02-13", "2026-02-25", "2026-03-19")]
    [TestCase("2026-02-14", "2026-02-26", "2026-03-20")]
    [TestCase("2026-02-18", "2026-02-26", "2026-03-20")]
    [TestCase("2026-02-27", "2026-03-03", "2026-03-26")]
    [TestCase("2026-04-03", "2026-04-09", "2026-05-07")]
    [TestCase("2026-04-30", "2026-05-08", "2026-06-01")]
    [TestCase("2026-05-08", "2026-05-12", "2026-06-04")]
    [TestCase("2026-06-18", "2026-06-24", "2026-07-17")]
    [TestCase("2026-09-18", "2026-09-22", "2026-10-22")]
    [TestCase("2026-09-24", "2026-09-30", "2026-10-29")]
    [TestCase("2026-09-29", "2026-10-09", "2026-11-02")]
    [TestCase("2026-09-30", "2026-10-10", "2026-11-03")]
    [TestCase("2017-03-17", "2017-03-22", "2017-04-17")]
    public void An_announced_issue_day_has_firm_due_days(string issued, string threeDays, string twentyDays)
    {
        var start = Day(issued);

        var due = new[]
        {
            Calendar.Due(start, 3, TimeUnit.WorkingDays),
            Calendar.Due(start, 20, TimeUnit.WorkingDays),
        };

        Assert.That(due, Is.EqualTo(new[]
        {
            Deadline.FirmOn(Day(threeDays)),
            Deadline.FirmOn(Day(twentyDays)),
        }));
    }

    [TestCase("2026-12-28", 3, "2026-12-31")]
    [TestCase("2026-12-28", 20, "2027-01-26")]
    [TestCase("2026-12-29", 3, "2027-01-04")]
    [TestCase("2026-12-29", 20, "2027-01-27")]
    [TestCase("2026-12-30", 3, "2027-01-05")]
    [TestCase("2026-12-30", 20, "2027-01-28")]
    public void A_due_day_that_the_next_notice_can_move_is_provisional(string issued, int amount, string likeliest)
    {
        var due = Calendar.Due(Day(issued), amount, TimeUnit.WorkingDays);

        Assert.That((due.DueOn, due.Certainty), Is.EqualTo((Day(likeliest), Certainty.Provisional)));
    }

    [TestCase("2026-12-16", "2026-12-21", Certainty.Firm)]
    [TestCase("2026-12-17", "2026-12-22", Certainty.Provisional)]
    public void The_last_ten_days_of_December_wait_for_the_next_notice(string issued, string dueOn, Certainty certainty)
    {
        var due = Calendar.Due(Day(issued), 3, TimeUnit.WorkingDays);

        Assert.That((due.DueOn, due.Certainty), Is.EqualTo((Day(dueOn), certainty)));
    }

    [Test]
    public void Every_announced_day_is_as_the_notices_say()
    {
        var days = NoticesDayByDay.Days(NoticesDayByDay.First, NoticesDayByDay.Last);

        var wrong = days.Where(day => Calendar.IsWorking(day) != NoticesDayByDay.IsWorking(day));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_year_2026_has_248_working_days_spread_as_counted_by_hand()
    {
        var months = Enumerable.Range(1, 12).Select(month => Calendar.WorkingDaysBetween(
            new DateOnly(2026, month, 1).AddDays(-1), new DateOnly(2026, month, 1).AddMonths(1).AddDays(-1)));

        Assert.That(string.Join(',', months), Is.EqualTo("21,16,22,21,19,21,23,21,22,18,21,23"));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(20)]
    public void From_every_start_day_the_due_day_is_the_one_a_clerk_would_count(int amount)
    {
        var starts = NoticesDayByDay.Days(new(2008, 1, 1), new(2026, 12, 31))
            .Where(start => NoticesDayByDay.Add(start, amount) <= NoticesDayByDay.Last);

        var wrong = starts.Where(start => Calendar.AddWorkingDays(start, amount) != NoticesDayByDay.Add(start, amount)
            || Calendar.Due(start, amount, TimeUnit.WorkingDays).DueOn != NoticesDayByDay.Add(start, amount));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Going_back_comes_to_the_working_day_from_which_going_on_returns()
    {
        var workingDays = NoticesDayByDay.Days(new(2008, 1, 1), new(2026, 12, 31)).Where(NoticesDayByDay.IsWorking);

        var wrong = workingDays.Where(day =>
            Calendar.AddWorkingDays(Calendar.AddWorkingDays(day, -7), 7) != day
            || !Calendar.IsWorking(Calendar.AddWorkingDays(day, -7)));

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("2026-02-18", "2026-02-14", Description = "Back to the working Saturday.")]
    [TestCase("2026-02-24", "2026-02-14")]
    [TestCase("2026-03-02", "2026-02-28")]
    public void One_working_day_back_skips_the_rest_days(string from, string to)
    {
        var day = Calendar.AddWorkingDays(Day(from), -1);

        Assert.That(day, Is.EqualTo(Day(to)));
    }

    [Test]
    public void No_days_away_is_the_day_itself_even_on_a_rest_day()
    {
        var restDay = new DateOnly(2026, 2, 18);

        Assert.That(Calendar.AddWorkingDays(restDay, 0), Is.EqualTo(restDay));
    }

    [TestCase("2018-12-29", true)]
    [TestCase("2018-12-31", false)]
    [TestCase("2011-12-31", true)]
    [TestCase("2022-12-31", false)]
    [TestCase("2006-12-30", true)]
    [TestCase("2007-12-31", false)]
    public void A_notice_also_arranges_the_December_before_its_year(string day, bool working)
    {
        Assert.That(Calendar.IsWorking(Day(day)), Is.EqualTo(working));
    }

    [TestCase("2015-09-03", 2015, true, false)]
    [TestCase("2019-05-02", 2019, true, false)]
    [TestCase("2020-02-01", 2020, true, false)]
    [TestCase("2020-01-31", 2020, true, false)]
    public void An_amendment_changes_what_its_notice_had_said(string day, int year, bool before, bool after)
    {
        var unamended = Calendar.Notices.Where(notice => notice.Year != year)
            .Append(Calendar.Notices.First(notice => notice.Year == year));

        var working = WorkingCalendar.From([.. unamended]).IsWorking(Day(day));

        Assert.That((working, Calendar.IsWorking(Day(day))), Is.EqualTo((before, after)));
    }

    [Test]
    public void The_version_follows_the_content_and_not_the_moment_of_loading()
    {
        var later = Calendar.Notices.Select(notice => notice with { LoadedAt = notice.LoadedAt.AddDays(9) });
        var fewer = Calendar.Notices.SkipLast(1);

        var versions = (WorkingCalendar.From([.. later]).Version, WorkingCalendar.From([.. fewer]).Version);

        Assert.That(versions.Item1, Is.EqualTo(Calendar.Version));
        Assert.That(versions.Item2, Is.Not.EqualTo(Calendar.Version));
    }

    [Test]
    public void Days_outside_the_calendar_are_refused_with_its_limits()
    {
        var refusal = Assert.Throws<CalendarRangeException>(() => Calendar.IsWorking(Calendar.LastDay.AddDays(1)));

        Assert.That((refusal!.FirstDay, refusal.LastDay), Is.EqualTo((Calendar.FirstDay, Calendar.LastDay)));
        Assert.That(() => Calendar.IsWorking(Calendar.FirstDay.AddDays(-1)), Throws.TypeOf<CalendarRangeException>());
        Assert.That(() => Calendar.AddWorkingDays(Calendar.LastDay, 1), Throws.TypeOf<CalendarRangeException>());
        Assert.That(() => Calendar.AddWorkingDays(Calendar.FirstDay, -1), Throws.TypeOf<CalendarRangeException>());
        Assert.That(
            () => Calendar.Due(new DateOnly(2026, 1, 1), int.MaxValue, TimeUnit.WorkingDays),
            Throws.TypeOf<CalendarRangeException>());
        Assert.That(
            () => Calendar.Due(new DateOnly(2026, 1, 1), int.MaxValue, TimeUnit.CalendarDays),
            Throws.TypeOf<CalendarRangeException>());
    }

    [Test]
    public void The_calendar_reaches_from_2007_to_2040_at_least()
    {
        Assert.That(Calendar.FirstDay, Is.LessThanOrEqualTo(new DateOnly(2007, 1, 1)));
        Assert.That(Calendar.LastDay, Is.GreaterThanOrEqualTo(new DateOnly(2040, 12, 31)));
    }

    [Test]
    public void A_notice_for_a_day_of_another_year_is_refused()
    {
        var astray = ANotice() with { Off = Days("元旦", new(2029, 1, 1)) };

        Assert.That(
            () => WorkingCalendar.From([astray]),
            Throws.TypeOf<HolidayNoticeException>().With.Message.Contains("2029-01-01"));
    }

    [Test]
    public void A_notice_that_calls_one_day_both_is_refused()
    {
        var torn = ANotice() with { Work = Days("元旦", new(2027, 1, 1)) };

        Assert.That(
            () => WorkingCalendar.From([torn]),
            Throws.TypeOf<HolidayNoticeException>().With.Message.Contains("2027-01-01"));
    }

    [Test]
    public void A_notice_without_a_source_is_refused()
    {
        var rumour = ANotice() with { Sources = [] };

        Assert.That(() => WorkingCalendar.From([rumour]), Throws.TypeOf<HolidayNoticeException>());
    }

    [Test]
    public void A_new_notice_makes_its_year_and_the_December_before_firm()
    {
        var calendar = WorkingCalendar.From([.. Calendar.Notices, ANotice()]);

        var due = calendar.Due(new DateOnly(2026, 12, 29), 3, TimeUnit.WorkingDays);

        Assert.That(due, Is.EqualTo(Deadline.FirmOn(new(2027, 1, 4))));
    }

    private static HolidayNotice ANotice() => new(
        2027,
        ["https://www.gov.cn/zhengce/example.htm"],
        Days("元旦", new(2027, 1, 1)),
        new Dictionary<string, IReadOnlyList<DateOnly>>(),
        new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8)));

    private static Dictionary<string, IReadOnlyList<DateOnly>> Days(string holiday, DateOnly day) =>
        new() { [holiday] = [day] };
}
