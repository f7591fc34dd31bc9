using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

public sealed class ProvisionalDeadlineTests
{
    private static IEnumerable<int> Years => Enumerable.Range(2008, 19);

    [TestCaseSource(nameof(Years))]
    public void Had_the_notice_been_missing_the_true_due_day_would_have_lain_within_the_bounds(int year)
    {
        var blind = WithoutNoticeOf(year);
        var starts = NoticesDayByDay.Days(new(year - 1, 11, 1), new(year, 12, 31));
        var amounts = Enumerable.Range(1, 30).Concat([60, 120, 200]);
        var cases = from start in starts from amount in amounts select (start, amount);

        var outside = cases.Where(limit =>
        {
            var due = blind.Due(limit.start, limit.amount, TimeUnit.WorkingDays);
            var truly = NoticesDayByDay.Add(limit.start, limit.amount);
            return truly <= NoticesDayByDay.Last && (truly < due.EarliestDueOn || truly > due.LatestDueOn);
        });

        Assert.That(outside, Is.Empty);
    }

    [TestCaseSource(nameof(Years))]
    public void Had_the_notice_been_missing_no_wrong_day_would_have_been_called_firm(int year)
    {
        var blind = WithoutNoticeOf(year);
        var starts = NoticesDayByDay.Days(new(year - 1, 11, 1), new(year, 12, 31));

        var wrong = starts.Where(start =>
        {
            var due = blind.Due(start, 3, TimeUnit.WorkingDays);
            return due.Certainty == Certainty.Firm && due.DueOn != NoticesDayByDay.Add(start, 3);
        });

        Assert.That(wrong, Is.Empty);
    }

    [TestCase(3, 10, 0.8)]
    [TestCase(20, 13, 0.6)]
    public void The_bounds_stay_narrow_enough_to_plan_by(int amount, int mostDays, double leastShareOfSingleDays)
    {
        var dues = NoticesDayByDay.Days(new(2027, 1, 1), new(2040, 12, 31))
            .Select(start => WorkingCalendar.Shipped.Due(start, amount, TimeUnit.WorkingDays));

        var widths = dues.Select(due => due.LatestDueOn.DayNumber - due.EarliestDueOn.DayNumber).ToArray();

        Assert.That(widths.Max(), Is.LessThanOrEqualTo(mostDays));
        Assert.That(widths.Count(width => width == 0), Is.GreaterThan(leastShareOfSingleDays * widths.Length));
    }

    [Test]
    public void The_likeliest_day_lies_between_the_earliest_and_the_latest()
    {
        var dues = NoticesDayByDay.Days(new(2026, 12, 1), new(2040, 12, 31))
            .Select(start => WorkingCalendar.Shipped.Due(start, 20, TimeUnit.WorkingDays));

        Assert.That(dues.Where(due => due.DueOn < due.EarliestDueOn || due.DueOn > due.LatestDueOn), Is.Empty);
    }

    [Test]
    public void A_quiet_month_far_from_any_festival_is_provisional_with_a_single_day()
    {
        var due = WorkingCalendar.Shipped.Due(Day("2027-07-05"), 3, TimeUnit.WorkingDays);

        Assert.That(due, Is.EqualTo(Deadline.FirmOn(Day("2027-07-08")) with { Certainty = Certainty.Provisional }));
    }

    [TestCase("2027-01-28", "2027-02-01", "2027-02-02", "2027-02-02", Description = "Sunday 31 January may work.")]
    [TestCase("2027-02-03", "2027-02-10", "2027-02-10", "2027-02-16", Description = "9 to 12 February may rest.")]
    [TestCase("2026-12-28", "2026-12-31", "2026-12-31", "2026-12-31", Description = "A Friday needs no rearranging.")]
    public void Around_a_festival_the_bounds_show_what_a_notice_may_still_move(
        string start, string earliest, string likeliest, string latest)
    {
        var due = WorkingCalendar.Shipped.Due(Day(start), 3, TimeUnit.WorkingDays);

        Assert.That(
            (due.EarliestDueOn, due.DueOn, due.LatestDueOn, due.Certainty),
            Is.EqualTo((Day(earliest), Day(likeliest), Day(latest), Certainty.Provisional)));
    }

    private static WorkingCalendar WithoutNoticeOf(int year) =>
        WorkingCalendar.From([.. WorkingCalendar.Shipped.Notices.Where(notice => notice.Year != year)]);
}
