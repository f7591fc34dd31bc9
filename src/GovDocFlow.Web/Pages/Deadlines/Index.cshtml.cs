using GovDocFlow.Deadlines;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Documents;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Deadlines;

/// <summary>时限: the clocks of the documents that the reader sees.</summary>
internal sealed class IndexModel : OfficePage
{
    /// <summary>How they stand; null: however.</summary>
    [BindProperty(SupportsGet = true)]
    public ClockStatus? Status { get; set; }

    /// <summary>Whether their due day can still move; null: either.</summary>
    [BindProperty(SupportsGet = true)]
    public Certainty? Certainty { get; set; }

    /// <summary>By which rule; null: any.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    /// <summary>Due before this day, the day itself not included.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? DueBefore { get; set; }

    /// <summary>In the order in which they started.</summary>
    public Page<ClockView> List { get; private set; } = new([], null);

    /// <summary>The documents on which they hang.</summary>
    public IReadOnlyDictionary<Guid, ReadTitles.Line> Titles { get; private set; } = new Dictionary<Guid, ReadTitles.Line>();

    /// <summary>The rules there are.</summary>
    public IReadOnlyList<ReadRules.ClockRuleEntry> Rules { get; private set; } = [];

    /// <summary>Reads a page of them.</summary>
    public async Task OnGetAsync(int? limit, string? cursor)
    {
        Rules = (await AskAsync(new ReadRules.Query())).ClockRules;
        var rule = string.IsNullOrEmpty(Rule) ? null : Rule;
        List = await AskAsync(new ReadClocks.Query(Status, Certainty, rule, null, DueBefore, Paging.Limit(limit), cursor));
        Titles = await AskAsync(new ReadTitles.Query([.. List.Items.Select(clock => clock.Subject.Id)]));
    }
}
