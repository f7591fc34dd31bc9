using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Deadlines;

/// <summary>怎么算的: one clock, day by day.</summary>
internal sealed class ShowModel : OfficePage
{
    /// <summary>The clock, with what became of it.</summary>
    public ClockView Clock { get; private set; } = null!;

    /// <summary>From the day after the start to the due day.</summary>
    public IReadOnlyList<ExplainClock.Day> Days { get; private set; } = [];

    /// <summary>The document on which it hangs.</summary>
    public ReadTitles.Line? Subject { get; private set; }

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync(Guid id)
    {
        Clock = await AskAsync(new ReadClock.Query(id));
        Days = (await AskAsync(new ExplainClock.Query(id))).Days;
        Subject = (await AskAsync(new ReadTitles.Query([Clock.Subject.Id]))).GetValueOrDefault(Clock.Subject.Id);
    }
}
