using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GovDocFlow.Deadlines;

/// <summary>What a set of notices says day by day; where two name one day, the later one wins.</summary>
internal sealed class NoticedDays
{
    private readonly Dictionary<DateOnly, NoticedDay> _days = [];
    private readonly HashSet<int> _years;

    /// <exception cref="HolidayNoticeException">A notice has no source, or names a day outside its year and the
    /// December before, or one day twice.</exception>
    public NoticedDays(IReadOnlyList<HolidayNotice> notices)
    {
        // Stable: of two notices for one year the one given later is the amendment.
        Notices = [.. notices.OrderBy(notice => notice.Year)];
        _years = [.. notices.Select(notice => notice.Year)];
        foreach (var notice in Notices)
        {
            if (notice.Sources.Count == 0)
            {
                throw new HolidayNoticeException(notice.Year, "没有来源", "it has no source");
            }

            var named = new HashSet<DateOnly>();
            Take(notice, notice.Off, working: false, named);
            Take(notice, notice.Work, working: true, named);
        }

        Version = VersionOf(Notices);
    }

    public IReadOnlyList<HolidayNotice> Notices { get; }

    public string Version { get; }

    public bool HasYear(int year) => _years.Contains(year);

    public NoticedDay? On(DateOnly day) => _days.TryGetValue(day, out var named) ? named : null;

    private void Take(
        HolidayNotice notice,
        IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> holidays,
        bool working,
        HashSet<DateOnly> named)
    {
        foreach (var (holiday, days) in holidays)
        {
            foreach (var day in days)
            {
                var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (day.Year != notice.Year && (day.Year != notice.Year - 1 || day.Month != 12))
                {
                    throw new HolidayNoticeException(
                        notice.Year, $"{text}不属于本年或上年12月", $"{text} is not of that year or the December before");
                }

                if (!named.Add(day))
                {
                    throw new HolidayNoticeException(notice.Year, $"{text}重复", $"{text} is named twice");
                }

                _days[day] = new(working, holiday, notice);
            }
        }
    }

    private static string VersionOf(IReadOnlyList<HolidayNotice> notices)
    {
        var content = new StringBuilder();
        foreach (var notice in notices)
        {
            content.Append(CultureInfo.InvariantCulture, $"{notice.Year}\n");
            Append(content, "source", notice.Sources);
            Append(content, "off", notice.Off);
            Append(content, "work", notice.Work);
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()));
        return string.Create(
            CultureInfo.InvariantCulture, $"{notices[^1].Year}-{Convert.ToHexStringLower(hash.AsSpan(0, 6))}");
    }

    private static void Append(
        StringBuilder content, string title, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> holidays)
    {
        foreach (var (holiday, days) in holidays.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var inOrder = days.Order().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Append(content, $"{title} {holiday}", inOrder);
        }
    }

    private static void Append(StringBuilder content, string title, IEnumerable<string> values) =>
        content.Append(title).Append(' ').AppendJoin(' ', values).Append('\n');
}

internal sealed record NoticedDay(bool Working, string Holiday, HolidayNotice Notice);
