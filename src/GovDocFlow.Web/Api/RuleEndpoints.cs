using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>The rules in force.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder routes) => routes.MapGet("/rules", ReadAsync)
        .WithSummary("What is in force, with its legal basis: return rules, exemptions, grounds, clocks.");

    private static async Task<Ok<ReadRules.Answer>> ReadAsync(Call call) =>
        TypedResults.Ok(await call.SendAsync(new ReadRules.Query()));
}
