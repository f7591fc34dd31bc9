using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>Number, issue, publication.</summary>
internal static class IssuingEndpoints
{
    public static void MapIssuing(this IEndpointRouteBuilder routes)
    {
        var document = routes.MapGroup("/documents/{id:guid}");
        document.MapPost("/issue", IssueAsync).Refuses(413, 415)
            .WithSummary("Numbers and issues a signed document; the clocks of its publication start.");
        document.MapPost("/return", ReturnAsync).Refuses(413, 415)
            .WithSummary("Returns a signed document before issue.");
        document.MapPost("/publications", PublishAsync).Refuses(413, 415)
            .WithSummary("Records that the document or its interpretation was published.");
        document.MapPost("/publications/{pid:guid}/withdraw", WithdrawAsync).Refuses(413, 415)
            .WithSummary("Records that a publication was withdrawn.");
    }

    private static async Task<Ok<DocumentView>> IssueAsync(Guid id, JsonBody<Issue> body, Call call) =>
        call.Shown(await call.ActAsync(new IssueDocument.Command(
            id, call.Version, body.Value.Series, body.Value.IssuedAt, body.Value.Number)));

    private static async Task<Ok<DocumentView>> ReturnAsync(Guid id, JsonBody<ReturnBody> body, Call call) =>
        call.Shown(await call.ActAsync(new ReturnBeforeIssue.Command(
            id, call.Version, body.Value.Opinion, body.Value.Items, body.Value.To, body.Value.ThenBack ?? false)));

    private static async Task<Created<DocumentView>> PublishAsync(Guid id, JsonBody<PublicationBody> body, Call call)
    {
        var document = await call.ActAsync(new RecordPublication.Command(
            id, call.Version, body.Value.Part, body.Value.Channel, body.Value.Url, body.Value.PublishedAt));
        call.Tag(document.Version);
        return TypedResults.Created($"/api/v1/documents/{id}", document);
    }

    private static async Task<Ok<DocumentView>> WithdrawAsync(Guid id, Guid pid, JsonBody<ReasonBody> body, Call call) =>
        call.Shown(await call.ActAsync(new WithdrawPublication.Command(id, pid, call.Version, body.Value.Reason)));
}

/// <summary>An issue.</summary>
/// <param name="IssuedAt">Between sign-off and now; null is now.</param>
/// <param name="Number">The number that is expected; null takes the reserved one, or the next.</param>
internal sealed record Issue(string Series, DateTimeOffset? IssuedAt, string? Number);

/// <summary>A return before issue.</summary>
/// <param name="To"><c>drafter</c> or a step; null is the drafter.</param>
internal sealed record ReturnBody(string Opinion, IReadOnlyList<ReturnItem>? Items, string? To, bool? ThenBack);

/// <summary>A publication.</summary>
/// <param name="PublishedAt">Between issue and now; null is now.</param>
internal sealed record PublicationBody(PublicationPart Part, Channel Channel, string Url, DateTimeOffset? PublishedAt);
