using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Figures;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Figures;

/// <summary>The documents behind a figure.</summary>
internal sealed class CasesModel : OfficePage
{
    /// <summary>The figure's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Metric { get; set; } = "";

    /// <summary>The first day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly From { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly To { get; set; }

    /// <summary>The key of a drafting department; null or empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    /// <summary>Only what the numerator counts; null: the whole denominator.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Counted { get; set; }

    /// <summary>The figure itself.</summary>
    public ReadFigures.Figure? Figure { get; private set; }

    /// <summary>The newest first.</summary>
    public Page<ReadDocuments.Line> List { get; private set; } = new([], null);

    /// <summary>Reads a page of them.</summary>
    public async Task OnGetAsync(int? limit, string? cursor)
    {
        var department = string.IsNullOrEmpty(Department) ? null : Department;
        List = await AskAsync(new ReadFigureCases.Query(Metric, From, To, department, Counted, Paging.Limit(limit), cursor));
        Figure = (await AskAsync(new ReadFigures.Query(From, To, department))).Figures.FirstOrDefault(figure => figure.Metric == Metric);
    }
}
