using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Setup;
using GovDocFlow.UseCases.Trails;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>操作记录: the trail of the whole office, for the supervisor.</summary>
internal sealed class TrailModel : OfficePage
{
    /// <summary>The acts by which one may filter.</summary>
    public static IReadOnlyList<string> Verbs { get; } =
    [
        "create", "edit", "addFile", "attribute", "submit", "recall", "approve", "bindPair", "return", "cancel", "issue",
        "publish", "withdraw", "archive", "reserveNumber", "voidNumber", "superviseFeedback", "closeSupervision", "selfCheck",
        "remind", "escalate", "supervision", "exportDocuments", "renewDueFeed", "enterHistoricNumbers", "addUser", "disableUser",
        "changePost", "addDepartment", "addSeries", "classifiedRefused", "seedOffice", "replayDemo",
    ];

    /// <summary>What it is about; null or empty: anything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    /// <summary>Who did it, by name or user name; null or empty: anybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Actor { get; set; }

    /// <summary>What was done; null or empty: anything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Verb { get; set; }

    /// <summary>On this day or later.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>On this day or earlier.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Words of the detail.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The newest first.</summary>
    public Page<ReadTrail.Line> List { get; private set; } = new([], null);

    /// <summary>What keys are called.</summary>
    public TrailNames Names { get; private set; } = null!;

    /// <summary>Reads a page of it.</summary>
    public async Task OnGetAsync(int? limit, string? cursor)
    {
        List = await AskAsync(new ReadTrail.Query(
            Given(Subject), Given(Actor), Given(Verb), From, To, Given(Q), Paging.Limit(limit), cursor));
        Names = new TrailNames(Frame.ShortNameOf, (await AskAsync(new ReadStepNames.Query())).Of);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
