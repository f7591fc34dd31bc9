using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>Documents: drafting, submitting, reading.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/documents");
        documents.MapPost("", CreateAsync).Refuses(413, 415);
        documents.MapGet("", ListAsync)
            .Takes<DocumentState>("state").Takes<string>("department").Takes<Disclosure>("attribute")
            .Takes<bool>("normative").Takes<DocumentKind>("kind").Takes<DueStatus>("dueStatus").Takes<string>("q")
            .Takes<DateOnly>("from").Takes<DateOnly>("to").Takes<bool>("startedByMe")
            .Takes<string>("sort").TakesPages();
        documents.MapGet("/{id:guid}", ReadAsync);
        documents.MapPut("/{id:guid}", EditAsync).Refuses(413, 415, 428);
        documents.MapGet("/{id:guid}/precheck", PrecheckAsync);
        documents.MapPost("/{id:guid}/submit", SubmitAsync).Refuses(413, 415);
        documents.MapPost("/{id:guid}/recall", RecallAsync).Refuses(413, 415);
        documents.MapPost("/{id:guid}/cancel", CancelAsync).Refuses(413, 415);
        documents.MapPost("/{id:guid}/archive", ArchiveAsync).Refuses(413, 415);
        documents.MapGet("/{id:guid}/timeline", TimelineAsync);
    }

    private static async Task<Created<DocumentView>> CreateAsync(JsonBody<Draft> body, Call call)
    {
        var document = await call.ActAsync(new CreateDraft.Command(body.Value));
        call.Tag(document.Version);
        return TypedResults.Created($"/api/v1/documents/{document.Id}", document);
    }

    private static async Task<Ok<Page<ReadDocuments.Line>>> ListAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadDocuments.Query(
            query.OneOf<DocumentState>("state"),
            query.Text("department"),
            query.OneOf<Disclosure>("attribute"),
            query.Flag("normative"),
            query.OneOf<DocumentKind>("kind"),
            query.OneOf<DueStatus>("dueStatus"),
            query.Text("q"),
            query.Day("from"),
            query.Day("to"),
            query.Flag("startedByMe") ?? false,
            query.Order("sort"),
            query.Limit(),
            query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<DocumentView>> ReadAsync(Guid id, Call call) =>
        call.Shown(await call.SendAsync(new ReadDocument.Query(id)));

    // Whether there is a version to go by is asked before the body: without it nothing is looked at.
    private static async Task<Ok<DocumentView>> EditAsync(Guid id, SeenVersion seen, JsonBody<Draft> body, Call call) =>
        call.Shown(await call.SendAsync(new EditDraft.Command(id, seen.Version, body.Value)));

    private static async Task<Ok<PrecheckDraft.Answer>> PrecheckAsync(Guid id, Call call) =>
        TypedResults.Ok(await call.SendAsync(new PrecheckDraft.Query(id)));

    private static async Task<Ok<SubmitDraft.Answer>> SubmitAsync(Guid id, JsonBody<Submission> body, Call call) =>
        TypedResults.Ok(await call.ActAsync(new SubmitDraft.Command(id, call.Version, body.Value.Answers)));

    private static async Task<Ok<DocumentView>> RecallAsync(Guid id, JsonBody<Nothing> body, Call call) =>
        call.Shown(await call.ActAsync(new RecallDocument.Command(id, call.Version)));

    private static async Task<Ok<DocumentView>> CancelAsync(Guid id, JsonBody<ReasonBody> body, Call call) =>
        call.Shown(await call.ActAsync(new CancelDocument.Command(id, call.Version, body.Value.Reason)));

    private static async Task<Ok<DocumentView>> ArchiveAsync(Guid id, JsonBody<Nothing> body, Call call) =>
        call.Shown(await call.ActAsync(new ArchiveDocument.Command(id, call.Version)));

    private static async Task<Ok<ReadTimeline.Answer>> TimelineAsync(Guid id, Call call) =>
        TypedResults.Ok(await call.SendAsync(new ReadTimeline.Query(id)));
}

/// <summary>A submission.</summary>
/// <param name="Answers">What the drafter says to the items of the last return notice.</param>
internal sealed record Submission(IReadOnlyList<ItemAnswer>? Answers);
