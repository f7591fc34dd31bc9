using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.People;
using GovDocFlow.Web.Hosting;
using GovDocFlow.Web.Http;
using GovDocFlow.Web.Pages.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDocFlow.Web.Pages;

/// <summary>Signing in; in Development it lists who is there.</summary>
[AllowAnonymous]
internal sealed class SignInModel(Office office, IHostEnvironment environment, SignInLimit limit, TimeProvider clock)
    : PageModel
{
    /// <summary>Where to go on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether somebody was signed in until now.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Expired { get; set; }

    /// <summary>Who signs in.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>Everybody of the demo office; empty outside Development.</summary>
    public IReadOnlyList<UserView> DemoUsers { get; private set; } = [];

    /// <summary>The demo users' password; null unless one of them was chosen, in Development.</summary>
    public string? Suggested { get; private set; }

    /// <summary>Shows the form.</summary>
    /// <param name="as">The demo user that was chosen from the list.</param>
    public async Task OnGetAsync(string? @as)
    {
        await ListDemoUsersAsync();
        if (DemoUsers.Any(user => user.UserName == @as))
        {
            UserName = @as;
            Suggested = OpenOffice.DemoPassword;
        }
    }

    /// <summary>Signs in; the token is kept in a cookie that no script can read.</summary>
    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var address = HttpContext.Connection.RemoteIpAddress?.ToString();
        if (limit.WhyWait(UserName ?? "", address) is not null)
        {
            return await RefuseAsync(Problems.OfStatus(StatusCodes.Status429TooManyRequests));
        }

        try
        {
            var answer = await office.SendAsync(
                new SignIn.Command(UserName ?? "", password ?? "", address), null, HttpContext.RequestAborted);

            // As an age, because the host's clock is not always the browser's.
            Response.Cookies.Append(TokenHandler.Cookie, answer.Token, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
                IsEssential = true,
                MaxAge = answer.ExpiresAt - clock.GetUtcNow(),
            });
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }
        catch (Exception no) when (no is RefusedException or ValidationException)
        {
            return await RefuseAsync(Problems.Of(no));
        }
    }

    private async Task<PageResult> RefuseAsync(Problem problem)
    {
        HttpContext.Features.Set(new Refused(problem, []));
        Response.StatusCode = problem.Status;
        await ListDemoUsersAsync();
        return Page();
    }

    private async Task ListDemoUsersAsync()
    {
        if (environment.IsDevelopment())
        {
            DemoUsers = [.. (await office.SendAsync(new ListUsers.Query(), null, HttpContext.RequestAborted)).Items
                .Where(user => !user.Disabled)];
        }
    }
}
