using GovDocFlow.UseCases;
using GovDocFlow.UseCases.People;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Api;

/// <summary>All that other systems can call.</summary>
internal static class Endpoints
{
    private static readonly int[] Refusals = [400, 403, 404, 409, 412, 422, 429, 500];

    /// <summary>Maps every area under <c>/api/v1</c>.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").Refuses(Refusals);
        api.MapGroup("").WithTags("session").MapSession();
        var signedIn = api.MapGroup("").RequireAuthorization().Refuses(401);
        signedIn.MapGroup("").WithTags("documents").MapDocuments();
        signedIn.MapGroup("").WithTags("files").MapFiles();
        signedIn.MapGroup("").WithTags("issuing").MapIssuing();
        signedIn.MapGroup("").WithTags("numbers").MapNumbers();
        signedIn.MapGroup("").WithTags("work").MapWork();
        signedIn.MapGroup("").WithTags("desk").MapDesk();
        signedIn.MapGroup("").WithTags("deadlines").MapDeadlines();
        signedIn.MapGroup("").WithTags("rules").MapRules();
        signedIn.MapGroup("").WithTags("people").MapPeople();
        signedIn.MapGroup("").WithTags("workplace").MapWorkplace();
        routes.MapDueFeed();
    }

    /// <summary>Answers 200 while the database answers.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", HealthAsync).ExcludeFromDescription().DisableRateLimiting();

    /// <summary>Says in the description of the interface that an endpoint may refuse with these statuses.</summary>
    public static T Refuses<T>(this T endpoints, params ReadOnlySpan<int> statuses)
        where T : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            endpoints.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problems.MediaType]));
        }

        return endpoints;
    }

    private static async Task<IResult> HealthAsync(Office office, CancellationToken cancellation)
    {
        try
        {
            // Whose an unknown token is, is the cheapest question that only the database can answer.
            await office.SendAsync(new IdentifyOfficer.Query("health"), null, cancellation);
            return TypedResults.Json(new { status = "healthy" });
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return TypedResults.Json(new { status = "unhealthy" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
