using GovDocFlow.Deadlines;
using GovDocFlow.UseCases.Deadlines;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Deadlines;

/// <summary>到期月历: rest days, working weekends, and what is due on each day.</summary>
internal sealed class CalendarModel(TimeProvider clock) : OfficePage
{
    /// <summary>The month as <c>yyyy-MM</c>; null is this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The days.</summary>
    public ReadDueCalendar.Answer Due { get; private set; } = null!;

    /// <summary>The address of the reader's feed; shown once, right after it was made.</summary>
    public string? FeedAddress { get; private set; }

    /// <summary>The weeks from Monday; null for a day of another month.</summary>
    public IEnumerable<ReadDueCalendar.Day?[]> Weeks =>
        Enumerable.Repeat<ReadDueCalendar.Day?>(null, ((int)First.DayOfWeek + 6) % 7).Concat(Due.Days)
            .Chunk(7).Select(week => week.Concat(Enumerable.Repeat<ReadDueCalendar.Day?>(null, 7 - week.Length)).ToArray());

    /// <summary>Reads a month.</summary>
    public async Task OnGetAsync()
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        First = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", out var asked) ? asked : new DateOnly(today.Year, today.Month, 1);
        Due = await AskAsync(new ReadDueCalendar.Query(First.Year, First.Month));
    }

    /// <summary>Makes a new address for the reader's feed; an older one ends.</summary>
    public async Task OnPostFeedAsync()
    {
        // The secret is shown this once and must not be remembered under the form's key.
        var made = await AskAsync(new RenewDueFeed.Command());
        FeedAddress = $"{Request.Scheme}://{Request.Host}/calendar/{made.Token}.ics";
        await OnGetAsync();
    }
}
