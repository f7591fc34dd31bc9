using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>Tasks and decisions.</summary>
internal static class WorkEndpoints
{
    public static void MapWork(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tasks", ListAsync).TakesPages()
            .WithSummary("What waits for the asker, the oldest first.");
        routes.MapPost("/tasks/{id:guid}/decision", DecideAsync).Refuses(413, 415)
            .WithSummary("Decides a task: approve, return, or whatever the step allows.");
    }

    private static async Task<Ok<Page<ReadTasks.Line>>> ListAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadTasks.Query(query.Limit(), query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<DocumentView>> DecideAsync(Guid id, JsonBody<Decision> body, Call call)
    {
        var decision = body.Value;
        return call.Shown(await call.ActAsync(new DecideTask.Command(
            id,
            call.Version,
            decision.Verb,
            decision.Opinion,
            decision.Items,
            decision.To,
            decision.ThenBack ?? false,
            decision.Attribute)));
    }
}

/// <summary>A decision.</summary>
/// <param name="Opinion">May be empty for an approval.</param>
/// <param name="Items">What is wrong, for a return.</param>
/// <param name="To">For a return: <c>drafter</c> or a step; null is the drafter.</param>
/// <param name="ThenBack">For a return: straight back to this step afterwards; null is no.</param>
/// <param name="Attribute">For an approval: the changed attribute.</param>
internal sealed record Decision(
    DecisionVerb Verb,
    string Opinion,
    IReadOnlyList<ReturnItem>? Items,
    string? To,
    bool? ThenBack,
    DisclosureAttribute? Attribute);
