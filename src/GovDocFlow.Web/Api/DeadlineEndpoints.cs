using GovDocFlow.Deadlines;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>Clocks, deadlines and the working calendar.</summary>
internal static class DeadlineEndpoints
{
    public static void MapDeadlines(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/clocks", ListAsync)
            .Takes<ClockStatus>("status").Takes<Certainty>("certainty").Takes<string>("rule").Takes<Guid>("documentId")
            .Takes<DateOnly>("dueBefore").TakesPages()
            .WithSummary("The clocks of what the asker may see, in the order in which they started.");
        routes.MapGet("/clocks/{id:guid}", ReadAsync)
            .WithSummary("One clock: its rule, its days, its certainty and the rungs that fired.");
        routes.MapGet("/clocks/{id:guid}/explanation", ExplainAsync)
            .WithSummary("How a due day came about, day by day, with the notice that each day rests on.");
        routes.MapPost("/deadlines/preview", PreviewAsync).Refuses(413, 415)
            .WithSummary("Reckons deadlines without keeping anything.");
        routes.MapGet("/calendar/days", DaysAsync).Takes<DateOnly>("from").Takes<DateOnly>("to")
            .WithSummary("What each day from one to another is, and whether it is announced.");
    }

    private static async Task<Ok<Page<ClockView>>> ListAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadClocks.Query(
            query.OneOf<ClockStatus>("status"),
            query.OneOf<Certainty>("certainty"),
            query.Text("rule"),
            query.Key("documentId"),
            query.Day("dueBefore"),
            query.Limit(),
            query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<ClockView>> ReadAsync(Guid id, Call call) =>
        TypedResults.Ok(await call.SendAsync(new ReadClock.Query(id)));

    private static async Task<Ok<ExplainClock.Answer>> ExplainAsync(Guid id, Call call) =>
        TypedResults.Ok(await call.SendAsync(new ExplainClock.Query(id)));

    private static async Task<Ok<PreviewDeadlines.Answer>> PreviewAsync(JsonBody<PreviewDeadlines.Query> body, Call call) =>
        TypedResults.Ok(await call.ActAsync(body.Value));

    private static async Task<Ok<ReadCalendarDays.Answer>> DaysAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadCalendarDays.Query(query.RequiredDay("from"), query.RequiredDay("to"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }
}
