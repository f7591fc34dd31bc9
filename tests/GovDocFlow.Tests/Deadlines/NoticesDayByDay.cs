using System.Text.Json;
using GovDocFlow.Deadlines;

namespace GovDocFlow.Tests.Deadlines;

/// <summary>The working days of 2007 to 2026 by the shortest way: the raw file, a dictionary, and a loop.</summary>
internal static class NoticesDayByDay
{
    public static readonly DateOnly First = new(2007, 1, 1);
    public static readonly DateOnly Last = new(2026, 12, 31);

    private static readonly Dictionary<DateOnly, bool> Named = ReadNamed();

    public static bool IsWorking(DateOnly day) =>
        Named.TryGetValue(day, out var working)
            ? working
            : day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday;

    public static DateOnly Add(DateOnly start, int workingDays)
    {
        var day = start;
        for (var left = workingDays; left > 0; left -= IsWorking(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    public static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static Dictionary<DateOnly, bool> ReadNamed()
    {
        using var file = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("state-council-days.json")!;
        using var notices = JsonDocument.Parse(file);
        var named = new Dictionary<DateOnly, bool>();
        foreach (var notice in notices.RootElement.EnumerateArray())
        {
            foreach (var list in new[] { "off", "work" })
            {
                foreach (var holiday in notice.GetProperty(list).EnumerateObject())
                {
                    foreach (var day in holiday.Value.EnumerateArray())
                    {
                        named[Moments.Day(day.GetString()!)] = list == "work";
                    }
                }
            }
        }

        return named;
    }
}
