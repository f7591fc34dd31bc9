using GovDocFlow.Documents;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.People;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>People and their roles, departments and number series, for the administrator.</summary>
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
        routes.MapGet("/departments", ListDepartmentsAsync)
            .WithSummary("The departments.");
        routes.MapPost("/departments", AddDepartmentAsync).Refuses(413, 415)
            .WithSummary("Enters a department.");
        routes.MapGet("/series", ListSeriesAsync)
            .WithSummary("The series of document numbers.");
        routes.MapPost("/series", AddSeriesAsync).Refuses(413, 415)
            .WithSummary("Enters a series of document numbers.");
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

    private static async Task<Ok<ListDepartments.Answer>> ListDepartmentsAsync(Call call) =>
        TypedResults.Ok(await call.SendAsync(new ListDepartments.Query()));

    private static async Task<Created<Department>> AddDepartmentAsync(JsonBody<NewDepartment> body, Call call)
    {
        var department = body.Value;
        return TypedResults.Created("/api/v1/departments", await call.ActAsync(new AddDepartment.Command(
            department.Key, department.Name, department.ShortName, department.Aliases, department.IsOffice)));
    }

    private static async Task<Ok<ListSeries.Answer>> ListSeriesAsync(Call call) =>
        TypedResults.Ok(await call.SendAsync(new ListSeries.Query()));

    private static async Task<Created<AddSeries.Answer>> AddSeriesAsync(JsonBody<NewSeries> body, Call call)
    {
        var series = body.Value;
        return TypedResults.Created(
            "/api/v1/series", await call.ActAsync(new AddSeries.Command(series.Series, series.Organ, series.Normative)));
    }
}

/// <summary>A new department.</summary>
/// <param name="Key">1 to 40 lower-case letters, digits, dots or hyphens.</param>
internal sealed record NewDepartment(
    string Key, string Name, string ShortName, IReadOnlyList<string>? Aliases = null, bool IsOffice = false);

/// <summary>A new series of document numbers.</summary>
/// <param name="Series">2 to 12 Chinese characters.</param>
internal sealed record NewSeries(string Series, string Organ, bool Normative = false);

/// <summary>Somebody new.</summary>
/// <param name="Department">The key of their department.</param>
/// <param name="Password">10 to 200 characters.</param>
internal sealed record NewUser(
    string UserName, string Name, string Title, string Department, IReadOnlyList<Role> Roles, string Password);
