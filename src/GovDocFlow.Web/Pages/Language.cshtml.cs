using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDocFlow.Web.Pages;

/// <summary>Switches the language of the pages.</summary>
[AllowAnonymous]
internal sealed class LanguageModel : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Nothing is switched by following a link.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Remembers the choice in this browser and shows the same page again.</summary>
    public IActionResult OnPost(string? to, string? returnUrl)
    {
        var culture = to == "en" ? "en" : "zh-CN";
        Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Kept });
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
