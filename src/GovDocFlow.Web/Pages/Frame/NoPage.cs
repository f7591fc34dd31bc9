using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>A "no" that no page can show on itself becomes a page of its own, with its status.</summary>
internal sealed class NoPage(IModelMetadataProvider metadata) : IExceptionFilter
{
    /// <inheritdoc/>
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not (
            NotFoundException or RefusedException or StaleException or ValidationException or MalformedException))
        {
            return;
        }

        // What an export had said of itself before it was refused.
        context.HttpContext.Response.ContentType = null;
        context.HttpContext.Response.Headers.ContentDisposition = default;
        var problem = Problems.Of(context.Exception);
        context.Result = new ViewResult
        {
            ViewName = "/Pages/Shared/No.cshtml",
            StatusCode = problem.Status,
            ViewData = new ViewDataDictionary<Problem>(metadata, context.ModelState) { Model = problem },
        };
        context.ExceptionHandled = true;
    }
}
