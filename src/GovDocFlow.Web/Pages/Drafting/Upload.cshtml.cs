using GovDocFlow.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.Web.Http;
using GovDocFlow.Web.Pages.Frame;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace GovDocFlow.Web.Pages.Drafting;

/// <summary>Takes a file of a draft as it arrives, and never by the framework's own form reader.</summary>
/// <remarks>The token against forgery is one of the streamed fields, so that it is checked here, before anything is done.</remarks>
[StreamedForm]
[IgnoreAntiforgeryToken]
internal sealed class UploadModel(IAntiforgery antiforgery) : DraftPage
{
    private Guid _id;

    /// <inheritdoc/>
    protected override Guid? ActsOn => _id;

    /// <summary>There is nothing to read here but the form itself.</summary>
    public IActionResult OnGet() => ToForm(Id());

    /// <summary>Takes the file in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        _id = Id();
        var beside = new Dictionary<string, StringValues>();
        FileUpload upload;
        try
        {
            upload = await FileUpload.ReadAsync(Request, Cancellation, beside);
        }
        catch (Exception no) when (no is MalformedException or RefusedException)
        {
            Request.Form = FormCollection.Empty;
            await RefuseAsync(no);
            await ShowAsync();
            return Page();
        }

        await using (upload)
        {
            beside["file"] = upload.Hash;
            Request.Form = new FormCollection(beside);
            if (!await antiforgery.IsRequestValidAsync(HttpContext))
            {
                return BadRequest();
            }

            return await ActAsync(
                new AddFile.Command(_id, int.TryParse(beside["Version"], out var seen) ? seen : null, upload.Role, upload.Name, upload.File),
                file =>
                {
                    if (IsScript)
                    {
                        return new JsonResult(new { file.Name, file.Size, file.Sha256, file.Version });
                    }

                    Tell(new($"已上传：{file.Name}（第 {file.Version} 版）。", $"Uploaded: {file.Name} (version {file.Version})."));
                    return ToForm(_id, "files_" + OutsideName.Of(upload.Role));
                },
                ShowAsync);
        }
    }

    private Guid Id() => Guid.Parse((string)RouteData.Values["id"]!);

    private async Task ShowAsync()
    {
        await LoadAsync(_id);
        Draft = DraftOf(Case!);
    }
}
