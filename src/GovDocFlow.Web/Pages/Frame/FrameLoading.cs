using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>Sends whoever is not signed in to the sign-in page, and has the frame ready for the layout.</summary>
/// <remarks>Comes before antiforgery: a form of an expired sign-in is a matter of signing in again, not of forgery.</remarks>
internal sealed class FrameLoading(Office office) : IAsyncAuthorizationFilter, IOrderedFilter
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
            context.Result = new RedirectToPageResult("/SignIn", new
            {
                returnUrl = http.Request.Path + http.Request.QueryString,
                expired = HttpMethods.IsPost(http.Request.Method) || http.Request.Cookies.ContainsKey(TokenHandler.Cookie)
                    ? "true"
                    : null,
            });
            return;
        }

        http.Features.Set(await office.SendAsync(new ReadFrame.Query(), by, http.RequestAborted));
    }
}

/// <summary>Finds what stands around the page.</summary>
internal static class FrameExtensions
{
    /// <summary>The frame; null where the page failed before it was loaded.</summary>
    public static ReadFrame.Answer? Frame(this HttpContext context) => context.Features.Get<ReadFrame.Answer>();
}
