using System.Globalization;
using GovDocFlow.UseCases.People;
using GovDocFlow.Web.Hosting;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/session", SignInAsync).Refuses(401, 413, 415)
            .WithSummary("Signs in and answers with a token.");
        routes.MapDelete("/session", SignOutAsync).RequireAuthorization().Refuses(401)
            .WithSummary("Ends the sign-in of this token.");
    }

    private static async Task<Results<Ok<SignIn.Answer>, EmptyHttpResult>> SignInAsync(
        JsonBody<Credentials> body, Call call, SignInLimit limit)
    {
        var address = call.Context.Connection.RemoteIpAddress?.ToString();
        if (limit.WhyWait(body.Value.UserName, address) is { } wait)
        {
            call.Context.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Problems.WriteAsync(call.Context, Problems.OfStatus(StatusCodes.Status429TooManyRequests));
            return TypedResults.Empty;
        }

        return TypedResults.Ok(
            await call.SendAsync(new SignIn.Command(body.Value.UserName, body.Value.Password, address)));
    }

    private static async Task<NoContent> SignOutAsync(Call call)
    {
        await call.SendAsync(new SignOut.Command(call.Context.Features.Get<SignedIn>()!.Token));
        return TypedResults.NoContent();
    }
}

/// <summary>What one signs in with.</summary>
internal sealed record Credentials(string UserName, string Password);
