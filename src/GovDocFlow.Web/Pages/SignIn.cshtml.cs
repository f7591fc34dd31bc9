using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Desk;
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
    private KeptForm? _kept;

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

    /// <summary>What was sent with an ended sign-in, and can now be sent by the same person; null where there is nothing.</summary>
    public KeptForm? Offered { get; private set; }

    /// <summary>What the form shows and carries.</summary>
    public SignInForm Form => new(UserName, Suggested, ReturnUrl, _kept);

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
    /// <remarks>What was sent with an ended sign-in is shown to the person who filled it in, and never sent by itself.</remarks>
    public async Task<IActionResult> OnPostAsync(string? password)
    {
        _kept = Url.IsLocalUrl(ReturnUrl) ? KeptForm.OfSignIn(HttpContext, ReturnUrl) : null;
        if (_kept is { } others && !others.IsBy(UserName))
        {
            return await RefuseAsync(NotTheWriter(others.Writer));
        }

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
            return _kept is { } kept
                ? await OfferAsync(kept, answer.Token)
                : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }
        catch (Exception no) when (no is RefusedException or ValidationException)
        {
            return await RefuseAsync(Problems.Of(no));
        }
    }

    private static Problem NotTheWriter(string writer) => Problem.Of(
        StatusCodes.Status409Conflict,
        "NOT_THE_WRITER",
        new(
            $"尚未提交的内容是 {writer} 填写的，只能由本人登录后提交；要以其他用户登录，请重新打开登录页。",
            $"What is not yet sent was filled in by {writer}, who alone can send it; to sign in as somebody else, open the sign-in page anew."));

    // The page is already shown to whoever has just signed in: the token of its form must be theirs.
    private async Task<PageResult> OfferAsync(KeptForm kept, string token)
    {
        var officer = (await office.SendAsync(new IdentifyOfficer.Query(token), null, HttpContext.RequestAborted))!;
        HttpContext.User = TokenHandler.PrincipalOf(officer);
        HttpContext.Features.Set(new SignedIn(officer, token));
        HttpContext.Features.Set(await office.SendAsync(new ReadFrame.Query(), officer, HttpContext.RequestAborted));
        Offered = kept;
        return Page();
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
