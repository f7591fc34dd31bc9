using Microsoft.AspNetCore.Mvc.Filters;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>Pages hold no script or style of their own, and no copy of them is kept where others could find it.</summary>
internal sealed class PageHeaders : IResourceFilter
{
    private const string OwnContentOnly =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Response.HasStarted)
        {
            // A file, which is on its way and is no page.
            return;
        }

        Describe(context.HttpContext.Response);
    }

    /// <summary>Says so of an answer that is a page although no page was run.</summary>
    public static void Describe(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = OwnContentOnly;
        response.Headers.CacheControl = "no-cache, no-store";
    }

    /// <inheritdoc/>
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // Everything is said before the answer begins.
    }
}
