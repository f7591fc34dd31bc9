using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>The rules in force.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder routes) => routes.MapGet("/rules", ReadAsync);

    private static async Task<Ok<ReadRules.Answer>> ReadAsync(Call call) =>
        TypedResults.Ok(await call.SendAsync(new ReadRules.Query()));
}
