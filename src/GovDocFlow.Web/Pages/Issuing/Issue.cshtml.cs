using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;
using GovDocFlow.Web.Pages.Review;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Issuing;

/// <summary>The clerk numbers one document and sends it to print, or sends it back.</summary>
internal sealed class IssueModel(TimeProvider clock) : OfficePage
{
    /// <summary>The document.</summary>
    public DocumentView Document { get; private set; } = null!;

    /// <summary>The number that each series would give next in the year of formation.</summary>
    public IReadOnlyList<ReadNumbers.NextNumber> Upcoming { get; private set; } = [];

    /// <summary>The numbers that are kept for this document.</summary>
    public IReadOnlyList<ReadNumbers.Line> Reserved { get; private set; } = [];

    /// <summary>Now, as the form takes it at most.</summary>
    public string Latest { get; } = LocalMoment.Of(clock.GetUtcNow());

    /// <summary>The version that the form was filled in for.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>The series that was chosen.</summary>
    [BindProperty]
    public string? Series { get; set; }

    /// <summary>When it was sent to print, in China; null is now.</summary>
    [BindProperty]
    public DateTime? IssuedAt { get; set; }

    /// <summary>Why it goes back.</summary>
    [BindProperty]
    public string? Opinion { get; set; }

    /// <summary>What is wrong, line by line.</summary>
    [BindProperty]
    public List<string?> Messages { get; set; } = [];

    /// <summary>Where it is, line by line.</summary>
    [BindProperty]
    public List<string?> Places { get; set; } = [];

    /// <summary>Where a return goes.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>Whether it comes straight back afterwards.</summary>
    [BindProperty]
    public bool ThenBack { get; set; }

    /// <summary>The steps that would take a return.</summary>
    public IReadOnlyList<ReadTask.StepView> ReturnSteps { get; private set; } = [];

    /// <summary>Whether it was the return that was sent.</summary>
    public bool IsReturning { get; private set; }

    /// <summary>What is wrong.</summary>
    public FreeItems Free => new(Messages, Places);

    /// <inheritdoc/>
    protected override Guid? ActsOn => RouteData.Values["id"] is string id ? Guid.Parse(id) : null;

    /// <summary>Why the verb would be refused; null when it would be accepted, or is never the reader's.</summary>
    public RefusalView? RefusalOf(string verb) => Document.MayDo.FirstOrDefault(may => may.Verb == verb)?.Refusal;

    /// <summary>Whether the verb would be accepted.</summary>
    public bool May(string verb) => Document.MayDo.Any(may => may.Verb == verb && may.Refusal is null);

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync(Guid id)
    {
        Document = await AskAsync(new ReadDocument.Query(id));
        if (Document.FormedOn is { } formedOn)
        {
            var numbers = await AskAsync(new ReadNumbers.Query(null, formedOn.Year));
            Upcoming = numbers.Upcoming;
            ReturnSteps = (await AskAsync(new ReadReturnSteps.Query(id))).Steps;
            Reserved = [.. numbers.Items.Where(line => line.State == "reserved" && line.DocumentId == id)];
        }
    }

    /// <summary>Issues it.</summary>
    public Task<IActionResult> OnPostAsync(Guid id) => ActAsync(
        new IssueDocument.Command(id, Version, Series ?? "", LocalMoment.Of(IssuedAt), null),
        issued =>
        {
            Tell(new($"{issued.Number} 已登记印发。", $"{issued.Number} is issued."));
            return RedirectToPage(new { id });
        },
        () => OnGetAsync(id));

    /// <summary>Sends it back; it must be signed again.</summary>
    public Task<IActionResult> OnPostReturnAsync(Guid id)
    {
        IsReturning = true;
        return ActAsync(
            new ReturnBeforeIssue.Command(id, Version, Opinion ?? "", [.. Free.Filled], To, ThenBack),
            after =>
            {
                Tell(after.State is DocumentState.Returned
                    ? new("已退回拟稿人。", "It went back to the drafter.")
                    : new(
                        $"已退回：{string.Join('、', after.Waiting.Select(task => task.StepName))}。",
                        $"It went back to: {string.Join(", ", after.Waiting.Select(task => task.StepName))}."));
                return RedirectToPage("/Issuing/Index");
            },
            () => OnGetAsync(id));
    }
}
