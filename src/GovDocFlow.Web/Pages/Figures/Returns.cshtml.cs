using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Figures;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Figures;

/// <summary>The returns behind a number of the reasons.</summary>
internal sealed class ReturnsModel : OfficePage
{
    /// <summary>The rule's code, or the word for what reviewers wrote freely.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The first day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly From { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly To { get; set; }

    /// <summary>Of which kind; null: of every kind.</summary>
    [BindProperty(SupportsGet = true)]
    public ReturnKind? Kind { get; set; }

    /// <summary>The key of a drafting department; null or empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    /// <summary>What the rule is called; null for what reviewers wrote freely, and where no rule in force has the code.</summary>
    public Sentence? Rule { get; private set; }

    /// <summary>The latest first.</summary>
    public Page<ReadReturnCases.Line> List { get; private set; } = new([], null);

    /// <summary>Reads a page of them.</summary>
    public async Task OnGetAsync(int? limit, string? cursor)
    {
        List = await AskAsync(new ReadReturnCases.Query(
            Code, From, To, Kind, string.IsNullOrEmpty(Department) ? null : Department, Paging.Limit(limit), cursor));
        Rule = (await AskAsync(new ReadRules.Query())).ReturnRules.FirstOrDefault(rule => rule.Code == Code)?.Name;
    }
}
