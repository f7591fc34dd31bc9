using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace GovDocFlow.Web.Api;

/// <summary>Files of documents, and the papers that the office writes.</summary>
internal static class FileEndpoints
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        var document = routes.MapGroup("/documents/{id:guid}");
        document.MapPost("/files", UploadAsync)
            .WithMetadata(new AcceptsMetadata(["multipart/form-data"], typeof(UploadForm)))
            .Refuses(413, 415)
            .WithSummary("Takes a file of the document as multipart: its role and its content, at most 50 MB.");
        document.MapGet("/files/{fileId:guid}", DownloadAsync).Gives("application/octet-stream")
            .WithSummary("The content of a file as it was uploaded.");
        document.MapGet("/returns/{n:int}/notice.docx", NoticeAsync).Gives(Docx)
            .WithSummary("The n-th return notice as docx.");
        document.MapGet("/sign-off-sheet.docx", SheetAsync).Gives(Docx)
            .WithSummary("The sign-off sheet as docx.");
    }

    private static async Task<Created<FileView>> UploadAsync(Guid id, Call call)
    {
        var version = call.Version;
        await using var upload = await FileUpload.ReadAsync(call.Context.Request, call.Cancellation);
        var file = await call.ActAsync(
            new AddFile.Command(id, version, upload.Role, upload.Name, upload.File), upload.Hash);
        return TypedResults.Created($"/api/v1/documents/{id}/files/{file.Id}", file);
    }

    private static async Task DownloadAsync(Guid id, Guid fileId, Call call)
    {
        var response = call.Context.Response;
        await call.SendAsync(new ReadFile.Query(id, fileId, response.Body, found =>
        {
            response.ContentType = found.ContentType;
            response.ContentLength = found.Size;
            response.Headers.ETag = $"\"{found.Sha256}\"";
            response.Headers.ContentDisposition = Attachment(found.Name);
        }));
    }

    private static async Task<FileContentHttpResult> NoticeAsync(Guid id, int n, Call call) =>
        Paper(await call.SendAsync(new ReadReturnNotice.Query(id, n)), call);

    private static async Task<FileContentHttpResult> SheetAsync(Guid id, Call call) =>
        Paper(await call.SendAsync(new ReadSignOffSheet.Query(id)), call);

    private static FileContentHttpResult Paper(PaperFile paper, Call call)
    {
        call.Context.Response.Headers.ContentDisposition = Attachment(paper.Name);
        return TypedResults.Bytes(paper.Content, Docx);
    }

    private static string Attachment(string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        return disposition.ToString();
    }

    private static RouteHandlerBuilder Gives(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [mediaType]));
}

/// <summary>What an upload consists of.</summary>
/// <param name="File">At most 50 MB.</param>
internal sealed record UploadForm(FileRole Role, IFormFile File);
