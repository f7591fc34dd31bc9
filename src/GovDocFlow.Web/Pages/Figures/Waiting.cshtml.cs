using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Figures;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Figures;

/// <summary>The open work behind a number of its ages.</summary>
internal sealed class WaitingModel : OfficePage
{
    /// <summary>It has waited so many working days or more.</summary>
    [BindProperty(SupportsGet = true)]
    public int FromWorkingDays { get; set; }

    /// <summary>It has waited so many working days or fewer; null: however many.</summary>
    [BindProperty(SupportsGet = true)]
    public int? ToWorkingDays { get; set; }

    /// <summary>The key of a drafting department; null or empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    /// <summary>The longest wait first.</summary>
    public Page<ReadWaitingCases.Line> List { get; private set; } = new([], null);

    /// <summary>Reads a page of it.</summary>
    public async Task OnGetAsync(int? limit, string? cursor) => List = await AskAsync(new ReadWaitingCases.Query(
        FromWorkingDays, ToWorkingDays, string.IsNullOrEmpty(Department) ? null : Department, Paging.Limit(limit), cursor));
}
