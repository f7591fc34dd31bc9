using GovDocFlow.UseCases;
using GovDocFlow.UseCases.People;
using GovDocFlow.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDocFlow.Web.Pages;

/// <summary>Signing out.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(Office office) : PageModel
{
    /// <summary>Nothing is ended by following a link.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Ends the token, here and everywhere.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (HttpContext.Features.Get<SignedIn>() is { } signedIn)
        {
            await office.SendAsync(new SignOut.Command(signedIn.Token), signedIn.Officer, HttpContext.RequestAborted);
        }

        Response.Cookies.Delete(TokenHandler.Cookie);
        return RedirectToPage("/SignIn");
    }
}
