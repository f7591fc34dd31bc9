using GovDocFlow.UseCases.Issuing;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>The ledger of document numbers.</summary>
internal static class NumberEndpoints
{
    public static void MapNumbers(this IEndpointRouteBuilder routes)
    {
        var numbers = routes.MapGroup("/numbers");
        numbers.MapGet("", ReadAsync).Takes<string>("series").Takes<int>("year")
            .WithSummary("The ledger of a series and year, gaps and voids included.");
        numbers.MapGet("/audit", AuditAsync)
            .WithSummary("Whether every number of every series and year has exactly one place in the ledger.");
        numbers.MapPost("/reservations", ReserveAsync).Refuses(413, 415)
            .WithSummary("Reserves the next number of a series.");
        numbers.MapPost("/historic", EnterAsync).Refuses(413, 415)
            .WithSummary("Enters numbers that were given before this system.");
        numbers.MapPost("/{number}/void", VoidAsync).Refuses(413, 415)
            .WithSummary("Voids a number; it is never given again.");
    }

    private static async Task<Ok<ReadNumbers.Answer>> ReadAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadNumbers.Query(query.Text("series"), query.Number("year"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<AuditNumbers.Answer>> AuditAsync(Call call) =>
        TypedResults.Ok(await call.SendAsync(new AuditNumbers.Query()));

    private static async Task<Created<ReadNumbers.Line>> ReserveAsync(JsonBody<Reservation> body, Call call) =>
        TypedResults.Created(
            "/api/v1/numbers",
            await call.ActAsync(new ReserveNumber.Command(body.Value.Series, body.Value.DocumentId)));

    private static async Task<Ok<EnterHistoricNumbers.Answer>> EnterAsync(JsonBody<HistoricNumbers> body, Call call) =>
        TypedResults.Ok(await call.ActAsync(new EnterHistoricNumbers.Command(
            body.Value.Series, body.Value.Year, body.Value.Last, body.Value.Reason)));

    private static async Task<Ok<ReadNumbers.Line>> VoidAsync(string number, JsonBody<ReasonBody> body, Call call) =>
        TypedResults.Ok(await call.ActAsync(new VoidNumber.Command(number, body.Value.Reason)));
}

/// <summary>A reservation.</summary>
internal sealed record Reservation(string Series, Guid DocumentId);

/// <summary>Numbers that were given before this system was in use.</summary>
/// <param name="Last">The last of them; all below it that are not known yet are entered too.</param>
internal sealed record HistoricNumbers(string Series, int Year, int Last, string Reason);
