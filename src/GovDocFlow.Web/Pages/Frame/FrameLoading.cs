using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>Has whoever is not signed in do so first, keeping the form that they sent, and has the frame ready for the layout.</summary>
/// <remarks>Comes before antiforgery: a form of an expired sign-in is a matter of signing in again, not of forgery.</remarks>
internal sealed class FrameLoading(Office office, IModelMetadataProvider metadata) : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var by = http.Officer();
        if (by is null && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            context.Result = await SignInFirstAsync(context);
            return;
        }

        http.Features.Set(await office.SendAsync(new ReadFrame.Query(), by, http.RequestAborted));
    }

    private async Task<IActionResult> SignInFirstAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page is asked for: a whole one in its place would only confuse.
            return new StatusCodeResult(StatusCodes.Status401Unauthorized);
        }

        var address = http.Request.Path + http.Request.QueryString;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return new RedirectToPageResult("/SignIn", new
            {
                returnUrl = address,
                expired = http.Request.Cookies.ContainsKey(TokenHandler.Cookie) ? "true" : null,
            });
        }

        var kept = await KeptForm.OfExpiredAsync(http);
        var again = new SignInAgain(
            new SignInForm(kept?.Writer, null, kept?.Address ?? address, kept), KeptForm.HasFiles(http.Request));
        http.Features.Set(await office.SendAsync(new ReadFrame.Query(), null, http.RequestAborted));
        PageHeaders.Describe(http.Response);
        return new ViewResult
        {
            ViewName = "/Pages/Shared/SignInAgain.cshtml",
            StatusCode = StatusCodes.Status401Unauthorized,
            ViewData = new ViewDataDictionary<SignInAgain>(metadata, context.ModelState) { Model = again },
        };
    }
}

/// <summary>Finds what stands around the page.</summary>
internal static class FrameExtensions
{
    /// <summary>The frame; null where the page failed before it was loaded.</summary>
    public static ReadFrame.Answer? Frame(this HttpContext context) => context.Features.Get<ReadFrame.Answer>();
}
