using System.Diagnostics;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GovDocFlow.Web.Pages;

/// <summary>What is shown where there is no page, or where one failed.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class NoModel : PageModel
{
    /// <summary>A bare status, or a failure of the host.</summary>
    public IActionResult OnGet(int? status) => Shown(status);

    /// <summary>The same for what was posted.</summary>
    public IActionResult OnPost(int? status) => Shown(status);

    private ViewResult Shown(int? status)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var problem = Problems.OfStatus(
            failed ? StatusCodes.Status500InternalServerError : status ?? StatusCodes.Status404NotFound);
        if (failed)
        {
            problem = problem with { TraceId = Activity.Current?.Id ?? HttpContext.TraceIdentifier };
        }

        return new ViewResult
        {
            ViewName = "/Pages/Shared/No.cshtml",
            StatusCode = problem.Status,
            ViewData = new ViewDataDictionary<Problem>(MetadataProvider, ModelState) { Model = problem },
        };
    }
}
