using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace GovDocFlow.Web.Pages.Case;

/// <summary>A file of a document, byte for byte.</summary>
internal sealed class FileModel : OfficePage
{
    private const string Pdf = "application/pdf";

    /// <summary>Sends it: a PDF to look at where that is asked for, all else to keep.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, bool look)
    {
        await AskAsync(new ReadFile.Query(id, fileId, Response.Body, found =>
        {
            Response.ContentType = found.ContentType;
            Response.ContentLength = found.Size;
            Response.Headers.ETag = $"\"{found.Sha256}\"";
            Response.Headers.CacheControl = "private, no-cache";
            var isLookedAt = look && found.ContentType == Pdf;
            if (isLookedAt)
            {
                Response.LetOwnPagesFrame();
            }

            var disposition = new ContentDispositionHeaderValue(isLookedAt ? "inline" : "attachment");
            disposition.SetHttpFileName(found.Name);
            Response.Headers.ContentDisposition = disposition.ToString();
        }));
        return new EmptyResult();
    }
}
