using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Desk;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages;

/// <summary>督办</summary>
internal sealed class SupervisionModel : OfficePage
{
    /// <summary>The newest first.</summary>
    public Page<ReadSupervision.Line> List { get; private set; } = new([], null);

    /// <summary>Only open ones, or only closed ones; null: all.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Open { get; set; }

    /// <summary>The item that is answered.</summary>
    [BindProperty]
    public Guid? Item { get; set; }

    /// <summary>What is said about it.</summary>
    [BindProperty]
    public string? Feedback { get; set; }

    /// <summary>Whether the form is worth showing; the use case decides.</summary>
    public bool MayAnswer => AnswerSupervision.WhyNever(By, close: false) is null;

    /// <summary>Whether the button is worth showing; the use case decides.</summary>
    public bool MayClose => AnswerSupervision.WhyNever(By, close: true) is null;

    /// <summary>Reads a page of them.</summary>
    public async Task OnGetAsync(int? limit, string? cursor) =>
        List = await AskAsync(new ReadSupervision.Query(Open, Paging.Limit(limit), cursor));

    /// <summary>Answers one, or closes it.</summary>
    public Task<IActionResult> OnPostAsync(bool close, int? limit, string? cursor)
    {
        var said = close && string.IsNullOrWhiteSpace(Feedback) ? null : Feedback ?? "";
        return ActAsync(
            new AnswerSupervision.Command(Item ?? Guid.Empty, said, close),
            _ =>
            {
                Tell(close ? new("督办已办结。", "The supervision item is closed.") : new("反馈已记录。", "The feedback is recorded."));
                return RedirectToPage(new { open = Open, limit, cursor });
            },
            () => OnGetAsync(limit, cursor));
    }
}
