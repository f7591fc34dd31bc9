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
        documents.MapPost("", CreateAsync).Refuses(413, 415)
            .WithSummary("Keeps a new draft; it may still be incomplete.");
        documents.MapGet("", ListAsync)
            .Takes<DocumentState>("state").Takes<string>("department").Takes<Disclosure>("attribute")
            .Takes<bool>("normative").Takes<DocumentKind>("kind").Takes<DueStatus>("dueStatus").Takes<string>("q")
            .Takes<DateOnly>("from").Takes<DateOnly>("to").Takes<bool>("startedByMe")
            .Takes<string>("sort").TakesPages()
            .WithSummary("The documents that the asker may see, the newest first or in the order that is asked for.");
        documents.MapGet("/{id:guid}", ReadAsync)
            .WithSummary("One document with its files, clocks, opinions and what the asker may do to it.");
        documents.MapPut("/{id:guid}", EditAsync).Refuses(413, 415, 428)
            .WithSummary("Replaces the fields of a draft; needs the version that was seen.");
        documents.MapGet("/{id:guid}/precheck", PrecheckAsync)
            .WithSummary("All that would bring the draft back if it were submitted now.");
        documents.MapPost("/{id:guid}/submit", SubmitAsync).Refuses(413, 415)
            .WithSummary("Submits a draft, or submits it again with answers to the items of its return notice.");
        documents.MapPost("/{id:guid}/recall", RecallAsync).Refuses(413, 415)
            .WithSummary("Takes a submitted draft back while nobody has acted on it.");
        documents.MapPost("/{id:guid}/cancel", CancelAsync).Refuses(413, 415)
            .WithSummary("Ends a document that is not to be issued.");
        documents.MapPost("/{id:guid}/archive", ArchiveAsync).Refuses(413, 415)
            .WithSummary("Archives a published document.");
        documents.MapGet("/{id:guid}/timeline", TimelineAsync)
            .WithSummary("Every act on the document, in order: who, when, on whose behalf, what changed.");
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
