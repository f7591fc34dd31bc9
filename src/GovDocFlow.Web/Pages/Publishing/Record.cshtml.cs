using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.Web.Pages.Issuing;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Publishing;

/// <summary>The publisher enters where and when one document and its interpretation went public.</summary>
internal sealed class RecordModel(TimeProvider clock) : OfficePage
{
    /// <summary>The document.</summary>
    public DocumentView Document { get; private set; } = null!;

    /// <summary>Its clocks, the binding one first, then what is open, by due day.</summary>
    public IEnumerable<ClockView> Clocks => Document.Clocks
        .OrderByDescending(known => known.Binding).ThenBy(known => known.StoppedAt is not null).ThenBy(known => known.DueOn);

    /// <summary>Now, as the form takes it at most.</summary>
    public string Latest { get; } = LocalMoment.Of(clock.GetUtcNow());

    /// <summary>The version that the form was filled in for.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>What was made public.</summary>
    [BindProperty]
    public PublicationPart Part { get; set; }

    /// <summary>Where.</summary>
    [BindProperty]
    public Channel Channel { get; set; }

    /// <summary>Its address.</summary>
    [BindProperty(Name = "url")]
    public string? Address { get; set; }

    /// <summary>When, in China; null is now.</summary>
    [BindProperty]
    public DateTime? PublishedAt { get; set; }

    /// <summary>The publication that is taken back.</summary>
    [BindProperty]
    public Guid? Publication { get; set; }

    /// <summary>Why it is taken back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <inheritdoc/>
    protected override Guid? ActsOn => RouteData.Values["id"] is string id ? Guid.Parse(id) : null;

    /// <summary>Why nothing may be recorded; null when it may, or is never the reader's.</summary>
    public RefusalView? Refusal => Document.MayDo.FirstOrDefault(may => may.Verb == "publish")?.Refusal;

    /// <summary>Whether a publication may be recorded.</summary>
    public bool MayRecord => Document.MayDo.Any(may => may.Verb == "publish" && may.Refusal is null);

    /// <summary>Whether this publication may be taken back.</summary>
    public bool MayWithdraw(PublicationView publication) =>
        Document.MayDo.Any(may => may.Verb == "withdraw" && may.TaskId == publication.Id && may.Refusal is null);

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync(Guid id)
    {
        Document = await AskAsync(new ReadDocument.Query(id));
        var hasText = Document.Publications.Any(known => known is { Part: PublicationPart.Document, WithdrawnAt: null });
        if (Request.Method == HttpMethods.Get && hasText && Document.Interpretation.Owed)
        {
            Part = PublicationPart.Interpretation;
        }
    }

    /// <summary>Records a publication.</summary>
    public Task<IActionResult> OnPostAsync(Guid id) => ActAsync(
        new RecordPublication.Command(id, Version, Part, Channel, Address?.Trim() ?? "", LocalMoment.Of(PublishedAt)),
        _ => Done(id, new("发布情况已登记。", "The publication is recorded.")),
        () => OnGetAsync(id));

    /// <summary>Takes one back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id) => ActAsync(
        new WithdrawPublication.Command(id, Publication ?? Guid.Empty, Version, Reason ?? ""),
        _ => Done(id, new("发布记录已撤回。", "The publication is withdrawn.")),
        () => OnGetAsync(id));

    private RedirectToPageResult Done(Guid id, Sentence said)
    {
        Tell(said);
        return RedirectToPage(new { id });
    }
}
