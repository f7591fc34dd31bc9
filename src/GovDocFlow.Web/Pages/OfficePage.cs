using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Hosting;
using GovDocFlow.Web.Http;
using GovDocFlow.Web.Pages.Frame;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDocFlow.Web.Pages;

/// <summary>A page of the office, for somebody who is signed in.</summary>
/// <remarks>
/// A page decides nothing: it asks with <see cref="AskAsync"/>, acts with <see cref="ActAsync"/>, and shows a button
/// where <see cref="DocumentView.MayDo"/> names the verb without a refusal.
/// <list type="bullet">
/// <item>Every text comes from <c>Resources</c> (<c>@T["Area.Name"]</c>); sentences of the use cases are shown with
/// <c>@Say(sentence)</c>, values with <see cref="Words"/>.</item>
/// <item>A form is <c>&lt;form method="post"&gt;</c>: it gets its antiforgery token and the hidden key of
/// <see cref="OnceTagHelper"/>, so that sending it twice acts once. Without script it works as well.</item>
/// <item>A page that shows a version which an act must meet posts it as <c>Version</c> and names the document in
/// <see cref="ActsOn"/>.</item>
/// <item>No inline script or style; behaviour hangs on <c>data-</c> attributes read by <c>Assets/office.js</c>.</item>
/// </list>
/// </remarks>
internal abstract class OfficePage : PageModel
{
    private const string ToldKey = "Told";

    /// <summary>Who looks at the page.</summary>
    public Officer By => HttpContext.Officer()!;

    /// <summary>What stands around the page.</summary>
    public ReadFrame.Answer Frame => HttpContext.Frame()!;

    /// <summary>The document whose trail tells who acted meanwhile; null where the page acts on none.</summary>
    protected virtual Guid? ActsOn => null;

    /// <summary>Stops when the reader has gone.</summary>
    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    private Office Office => HttpContext.RequestServices.GetRequiredService<Office>();

    /// <summary>Asks, to show the answer.</summary>
    /// <remarks>A "no" is left to <see cref="NoPage"/>: there is then no page to show it on.</remarks>
    protected Task<T> AskAsync<T>(IRequest<T> query) => Office.SendAsync(query, By, Cancellation);

    /// <summary>Acts once, however often the form was sent; a "no" is shown on the same page, with everything typed kept.</summary>
    /// <param name="then">Where to go when it is done; usually a redirect.</param>
    /// <param name="showAgain">Loads what the page shows beside the form, as for <c>GET</c>.</param>
    /// <exception cref="NotFoundException">It is not there, or not for this reader: the page of "not found" is shown.</exception>
    protected async Task<IActionResult> ActAsync<T>(IRequest<T> command, Func<T, IActionResult> then, Func<Task> showAgain)
    {
        try
        {
            return then(await Office.SendAsync(command, By, Cancellation, Once()));
        }
        catch (Exception no) when (no is ValidationException or RefusedException or StaleException or MalformedException)
        {
            await RefuseAsync(no);
            await showAgain();
            return Page();
        }
    }

    /// <summary>Says a sentence at the top of the page that is shown next.</summary>
    protected void Tell(Sentence sentence) => TempData[ToldKey] = Words.Say(sentence);

    /// <summary>Has a "no" shown at the top of this page.</summary>
    protected async Task RefuseAsync(Exception no)
    {
        var problem = Problems.Of(no);
        var stale = no as StaleException;
        var meanwhile = stale is not null && ActsOn is { } document
            ? (await AskAsync(new ReadTimeline.Query(document))).Items.Where(line => line.Version > stale.Expected).ToList()
            : [];
        HttpContext.Features.Set(new Refused(problem, meanwhile));
        foreach (var error in problem.Errors.Where(error => error.Field is not null))
        {
            ModelState.AddModelError(error.Field!, Words.Say(error.Message));
        }

        if (stale is not null)
        {
            // The page now shows the case as it stands; what is sent next was decided on that.
            ModelState.Remove("Version");
        }

        Response.StatusCode = problem.Status;
    }

    // The content is part of the key: a form that was changed and sent again is another act.
    private IdempotencyKey? Once()
    {
        if (!Request.HasFormContentType || Request.Form[OnceTagHelper.Field] is not [{ Length: > 0 and <= 64 } key])
        {
            return null;
        }

        var content = new StringBuilder();
        foreach (var (name, values) in Request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)))
        {
            content.Append(name).Append('=').Append(values).Append('\n');
        }

        foreach (var file in Request.Form.Files)
        {
            content.Append(file.Name).Append('=').Append(file.FileName).Append(file.Length).Append('\n');
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
        return new IdempotencyKey($"{key}.{hash}", Request.Path.Value!, hash);
    }
}
