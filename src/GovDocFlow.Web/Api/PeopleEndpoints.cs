using GovDocFlow.Documents;
using GovDocFlow.UseCases.People;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>People and their roles, for the administrator.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/users");
        users.MapGet("", ListAsync)
            .WithSummary("Everybody with department, post and roles.");
        users.MapPost("", AddAsync).Refuses(413, 415)
            .WithSummary("Enters a person.");
        users.MapPost("/{userName}/disable", DisableAsync).Refuses(413, 415)
            .WithSummary("Ends the sign-in of a person; what they did stays.");
    }

    private static async Task<Ok<ListUsers.Answer>> ListAsync(Call call) =>
        TypedResults.Ok(await call.SendAsync(new ListUsers.Query()));

    private static async Task<Created<UserView>> AddAsync(JsonBody<NewUser> body, Call call)
    {
        var user = body.Value;
        return TypedResults.Created("/api/v1/users", await call.ActAsync(new AddUser.Command(
            user.UserName, user.Name, user.Title, user.Department, user.Roles, user.Password)));
    }

    private static async Task<Ok<UserView>> DisableAsync(string userName, JsonBody<Nothing> body, Call call) =>
        TypedResults.Ok(await call.ActAsync(new DisableUser.Command(userName)));
}

/// <summary>Somebody new.</summary>
/// <param name="Department">The key of their department.</param>
/// <param name="Password">10 to 200 characters.</param>
internal sealed record NewUser(
    string UserName, string Name, string Title, string Department, IReadOnlyList<Role> Roles, string Password);
