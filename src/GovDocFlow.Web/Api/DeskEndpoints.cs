using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>What is on an officer's desk beside tasks: counts, notices, supervision.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/counts", CountsAsync)
            .WithSummary("What waits for the asker: tasks, own documents, due soon, overdue, provisional, supervision.");
        routes.MapGet("/notices", NoticesAsync).TakesPages()
            .WithSummary("The asker's notices, the newest first.");
        routes.MapPost("/notices/{id:guid}/read", MarkReadAsync).Refuses(413, 415)
            .WithSummary("Marks a notice as read.");
        routes.MapPost("/notices/read", MarkAllReadAsync).Refuses(413, 415)
            .WithSummary("Marks all notices as read, up to one that was seen.");
        routes.MapGet("/supervision", SupervisionAsync).Takes<bool>("open").TakesPages()
            .WithSummary("Matters under supervision, the newest first.");
        routes.MapPost("/supervision/{id:guid}/feedback", FeedBackAsync).Refuses(413, 415)
            .WithSummary("The department answers a matter under supervision.");
        routes.MapPost("/supervision/{id:guid}/close", CloseAsync).Refuses(413, 415)
            .WithSummary("The supervisor closes a matter under supervision.");
    }

    private static async Task<Ok<ReadCounts.Answer>> CountsAsync(Call call) =>
        TypedResults.Ok(await call.SendAsync(new ReadCounts.Query()));

    private static async Task<Ok<Page<ReadNotices.Line>>> NoticesAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadNotices.Query(query.Limit(), query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<NoContent> MarkReadAsync(Guid id, JsonBody<Nothing> body, Call call)
    {
        await call.ActAsync(new MarkNoticeRead.Command(id));
        return TypedResults.NoContent();
    }

    private static async Task<Ok<NoticesRead>> MarkAllReadAsync(JsonBody<NoticesSeen> body, Call call) =>
        TypedResults.Ok(new NoticesRead(await call.ActAsync(new MarkAllNoticesRead.Command(body.Value.UpTo))));

    private static async Task<Ok<Page<ReadSupervision.Line>>> SupervisionAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadSupervision.Query(query.Flag("open"), query.Limit(), query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<AnswerSupervision.Answer>> FeedBackAsync(Guid id, JsonBody<FeedbackBody> body, Call call) =>
        TypedResults.Ok(await call.ActAsync(new AnswerSupervision.Command(id, body.Value.Feedback, Close: false)));

    private static async Task<Ok<AnswerSupervision.Answer>> CloseAsync(Guid id, JsonBody<Closing> body, Call call) =>
        TypedResults.Ok(await call.ActAsync(new AnswerSupervision.Command(id, body.Value.Feedback, Close: true)));
}

/// <summary>The notices that somebody has seen.</summary>
/// <param name="UpTo">The newest of them; null: all there are now.</param>
internal sealed record NoticesSeen(Guid? UpTo = null);

/// <summary>How many notices became read.</summary>
internal sealed record NoticesRead(int Read);

/// <summary>How a supervision item stands.</summary>
internal sealed record FeedbackBody(string Feedback);

/// <summary>The end of a supervision item.</summary>
/// <param name="Feedback">A last word; null where there is none.</param>
internal sealed record Closing(string? Feedback);
