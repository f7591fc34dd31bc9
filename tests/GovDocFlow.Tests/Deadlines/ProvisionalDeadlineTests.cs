using GovDocFlow.Deadlines;

namespace GovDocFlow.Tests.Deadlines;

public sealed class ProvisionalDeadlineTests
{
    private static IEnumerable<int> Years => Enumerable.Range(2008, 19);

    [TestCaseSource(nameof(Years))]
    public void Had_the_notice_been_missing_the_true_due_day_would_have_lain_within_the_bounds(int year)
    {
        var blind = WithoutNoticeOf(year);
        var starts = NoticesDayByDay.Days(new(year - 1, 11, 1), new(year, 12, 31));
        var cases = from start in starts from amount in Enumerable.Range(1, 30) select (start, amount);

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

    [Test]
    public void Widths()
    {
        foreach (var year in Years.Append(2027).Append(2028))
        {
            var blind = WithoutNoticeOf(year);
            foreach (var amount in new[] { 3, 20 })
            {
                var w = NoticesDayByDay.Days(new(year, 1, 1), new(year, 12, 31)).Select(s => blind.Due(s, amount, TimeUnit.WorkingDays))
                    .Select(d => (before: d.DueOn.DayNumber - d.EarliestDueOn.DayNumber, after: d.LatestDueOn.DayNumber - d.DueOn.DayNumber)).ToArray();
                TestContext.Out.WriteLine($"{year} +{amount}: exact {w.Count(x => x.before + x.after == 0)}/{w.Length} mean {w.Average(x => x.before + x.after):F2} max before {w.Max(x => x.before)} max after {w.Max(x => x.after)}");
            }
        }
    }

    private static WorkingCalendar WithoutNoticeOf(int year) =>
        WorkingCalendar.From([.. WorkingCalendar.Shipped.Notices.Where(notice => notice.Year != year)]);
}
