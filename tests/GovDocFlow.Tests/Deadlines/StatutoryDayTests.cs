using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

public sealed class StatutoryDayTests
{
    private static readonly Dictionary<int, WorkingCalendar> WithoutNotice = Enumerable.Range(2008, 21).ToDictionary(
        year => year,
        year => WorkingCalendar.From([.. WorkingCalendar.Shipped.Notices.Where(notice => notice.Year != year)]));

    private static IEnumerable<int> Years => Enumerable.Range(2008, 19);

    [TestCaseSource(nameof(Years))]
    public void The_days_the_law_frees_are_rest_days_in_the_notice_of_the_year(int year)
    {
        var days = NoticesDayByDay.Days(new(year, 1, 1), new(year, 12, 31))
            .Where(day => FreeByLaw(year, day))
            .ToArray();

        Assert.That(days.Where(NoticesDayByDay.IsWorking), Is.Empty);
        Assert.That(days, Has.Length.InRange(10, 13));
    }

    [TestCaseSource(nameof(Years))]
    public void The_Tomb_Sweeping_Day_reckoned_is_one_the_notice_names(int year)
    {
        var named = WorkingCalendar.Shipped.Notices.First(notice => notice.Year == year).Off["清明节"];

        var reckoned = NoticesDayByDay.Days(new(year, 4, 1), new(year, 4, 10)).Single(day => FreeByLaw(year, day));

        Assert.That(named, Does.Contain(reckoned));
    }

    [TestCase("2011-04-05")]
    [TestCase("2012-04-04")]
    [TestCase("2014-04-05")]
    [TestCase("2016-04-04")]
    [TestCase("2019-04-05")]
    [TestCase("2023-04-05")]
    [TestCase("2014-06-02", Description = "端午")]
    [TestCase("2018-06-18")]
    [TestCase("2024-06-10")]
    [TestCase("2014-09-08", Description = "中秋")]
    [TestCase("2018-09-24")]
    [TestCase("2019-09-13")]
    public void A_festival_that_stood_alone_is_reckoned_to_the_day(string date)
    {
        var day = Day(date);

        Assert.That(FreeByLaw(day.Year, day), Is.True);
        Assert.That(FreeByLaw(day.Year, day.AddDays(-1)) || FreeByLaw(day.Year, day.AddDays(1)), Is.False);
    }

    [Test]
    public void The_statutory_days_of_2027_are_those_of_the_law_of_2024()
    {
        var days = NoticesDayByDay.Days(new(2027, 1, 1), new(2027, 12, 31)).Where(day => FreeByLaw(2027, day));

        Assert.That(
            string.Join(' ', days.Select(day => $"{day.Month}-{day.Day}")),
            Is.EqualTo("1-1 2-5 2-6 2-7 2-8 4-5 5-1 5-2 6-9 9-15 10-1 10-2 10-3"));
    }

    [Test]
    public void A_leap_month_before_a_festival_shifts_it_by_a_month()
    {
        Assert.That(FreeByLaw(2028, Day("2028-05-28")), Is.True);
        Assert.That(FreeByLaw(2028, Day("2028-10-03")), Is.True);
    }

    private static bool FreeByLaw(int year, DateOnly day) =>
        WithoutNotice[year].Day(day).Because.Contains("法定放假", StringComparison.Ordinal);
}
