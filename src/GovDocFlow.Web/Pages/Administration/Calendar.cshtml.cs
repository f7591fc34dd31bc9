using GovDocFlow.Deadlines;
using GovDocFlow.UseCases.Deadlines;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>工作日历: the years with their notices, and what no notice tells yet.</summary>
internal sealed class CalendarModel(TimeProvider clock) : OfficePage
{
    /// <summary>The year that is shown in full.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>The notices, the newest year first.</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; } =
        [.. WorkingCalendar.Shipped.Notices.OrderByDescending(notice => notice.Year).ThenBy(notice => notice.LoadedAt)];

    /// <summary>The days of the year that differ from the week, in order.</summary>
    public IReadOnlyList<ReadCalendarDays.Day> Special { get; private set; } = [];

    /// <summary>How many days the office works in the year; only the likeliest number where not announced.</summary>
    public int WorkingDays { get; private set; }

    /// <summary>How many days of the year no notice has settled.</summary>
    public int Unannounced { get; private set; }

    /// <summary>The version of the calendar.</summary>
    public string CalendarVersion { get; private set; } = "";

    /// <summary>Reads a year.</summary>
    public async Task OnGetAsync()
    {
        Year ??= ChinaTime.DayOf(clock.GetUtcNow()).Year;
        var year = Math.Clamp(Year.Value, WorkingCalendar.Shipped.FirstDay.Year, WorkingCalendar.Shipped.LastDay.Year);
        Year = year;
        var answer = await AskAsync(new ReadCalendarDays.Query(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));
        CalendarVersion = answer.CalendarVersion;
        WorkingDays = answer.Days.Count(day => day.Working);
        Unannounced = answer.Days.Count(day => !day.Announced);
        Special = [.. answer.Days.Where(day => day.Source is not null || day.Working == IsWeekend(day.Date))];
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
