using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Desk;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages;

/// <summary>An officer's notices.</summary>
internal sealed class NoticesModel : OfficePage
{
    /// <summary>The newest first.</summary>
    public Page<ReadNotices.Line> List { get; private set; } = new([], null);

    /// <summary>Reads a page of them.</summary>
    public async Task OnGetAsync(int? limit, string? cursor) =>
        List = await AskAsync(new ReadNotices.Query(Paging.Limit(limit), cursor));

    /// <summary>Marks all as read up to the newest one that was on the page.</summary>
    public Task<IActionResult> OnPostAllAsync(Guid? upTo, int? limit, string? cursor) => ActAsync(
        new MarkAllNoticesRead.Command(upTo),
        _ => RedirectToPage(new { limit, cursor }),
        () => OnGetAsync(limit, cursor));

    /// <summary>Marks one as read.</summary>
    public Task<IActionResult> OnPostAsync(Guid id, int? limit, string? cursor) => ActAsync(
        new MarkNoticeRead.Command(id),
        _ => RedirectToPage(new { limit, cursor }),
        () => OnGetAsync(limit, cursor));
}
