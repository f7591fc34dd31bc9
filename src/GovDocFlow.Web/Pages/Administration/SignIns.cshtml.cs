using GovDocFlow.UseCases;
using GovDocFlow.UseCases.People;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>登录记录</summary>
internal sealed class SignInsModel : OfficePage
{
    /// <summary>As it was typed; null or empty: any.</summary>
    [BindProperty(SupportsGet = true)]
    public string? UserName { get; set; }

    /// <summary>Only what let somebody in, or only what did not; null: either.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Succeeded { get; set; }

    /// <summary>On this day or later.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>On this day or earlier.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>The newest first.</summary>
    public Page<ReadSignInLog.Line> List { get; private set; } = new([], null);

    /// <summary>Reads a page of it.</summary>
    public async Task OnGetAsync(int? limit, string? cursor) => List = await AskAsync(new ReadSignInLog.Query(
        string.IsNullOrWhiteSpace(UserName) ? null : UserName, Succeeded, From, To, Paging.Limit(limit), cursor));
}
