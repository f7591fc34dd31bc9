using System.Diagnostics;
using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using Microsoft.AspNetCore.Diagnostics;

namespace GovDocFlow.Web.Http;

/// <summary>The one place where "no" becomes <c>application/problem+json</c>.</summary>
internal static class Problems
{
    /// <summary>The media type of every refusal.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Answers what the calls behind it refuse, and logs what they fail at.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        catch (Exception trouble) when (!context.Response.HasStarted && IsForPrograms(context))
        {
            await AnswerAsync(context, trouble);
        }
    });

    /// <summary>Gives answers without a body theirs: no such path, not this verb, no sign-in.</summary>
    public static async Task AnswerStatusAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        if (IsForPrograms(context))
        {
            await WriteAsync(context, OfStatus(context.Response.StatusCode));
        }
    }

    /// <summary>Writes <paramref name="problem"/> as the answer.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(problem, JsonFormat.Answers, MediaType, context.RequestAborted);
    }

    /// <summary>What an exception comes to.</summary>
    public static Problem Of(Exception trouble) => trouble switch
    {
        MalformedException malformed => Problem.Of(
            malformed.Status,
            malformed.Defects.Select(defect => defect.Code).Distinct().Count() == 1 ? malformed.Defects[0].Code : "MALFORMED",
            malformed.Defects is [var only] ? only.Message : Malformed,
            malformed.Defects),
        ValidationException invalid => Problem.Of(
            StatusCodes.Status422UnprocessableEntity,
            "INVALID",
            new("提交的内容有误，请按所列各项修改后重新提交。", "Some of the content is wrong; correct what is listed and send it again."),
            [.. invalid.Errors.Select(failure => new Defect(
                failure.ErrorCode,
                FieldName.Of(failure.PropertyName),
                failure.CustomState as Sentence ?? new(failure.ErrorMessage, failure.ErrorMessage)))]),
        RefusedException { Refusal: var refusal } => Problem.Of(
            StatusOf(refusal.Kind), refusal.Code, refusal.Why, refusal.Defects),
        StaleException stale => Problem.Of(
            StatusCodes.Status412PreconditionFailed,
            "STALE",
            new(
                $"本件已被他人办理（现为第 {stale.Actual} 版，您看到的是第 {stale.Expected} 版），请刷新后再办。",
                $"Somebody else acted meanwhile (it is at version {stale.Actual}, you saw {stale.Expected}); read it again.")),
        NotFoundException => OfStatus(StatusCodes.Status404NotFound),
        CalendarRangeException range => Problem.Of(
            StatusCodes.Status422UnprocessableEntity,
            "OUTSIDE_CALENDAR",
            new(
                $"工作日历只覆盖 {range.FirstDay:yyyy-MM-dd} 至 {range.LastDay:yyyy-MM-dd}。",
                $"The working calendar covers {range.FirstDay:yyyy-MM-dd} to {range.LastDay:yyyy-MM-dd} only.")),
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        _ => OfStatus(StatusCodes.Status500InternalServerError),
    };

    /// <summary>The problem that a bare status stands for.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Problem.Of(
            status, "SIGN_IN", new("请先登录，或登录已过期。", "Sign in first, or again: the sign-in has expired.")),
        StatusCodes.Status403Forbidden => Problem.Of(
            status, "NOT_YOURS", new("您的岗位没有此项权限。", "Your role never does this.")),
        StatusCodes.Status404NotFound => Problem.Of(
            status, "NOT_FOUND", new("没有找到，或者您无权查看。", "It is not there, or you may not see it.")),
        StatusCodes.Status405MethodNotAllowed => Problem.Of(
            status, "METHOD_NOT_ALLOWED", new("此地址不接受这种请求方法。", "This address does not take this method.")),
        StatusCodes.Status413PayloadTooLarge => Problem.Of(
            status, "BODY_TOO_LARGE", new("请求内容过大。", "The body is too large.")),
        StatusCodes.Status415UnsupportedMediaType => Problem.Of(
            status, "CONTENT_TYPE", new("请求内容的类型不对。", "The content type is wrong.")),
        StatusCodes.Status429TooManyRequests => Problem.Of(
            status, "TOO_MANY_REQUESTS", new("请求过于频繁，请稍后再试。", "Too many requests; wait a little.")),
        >= 500 => Problem.Of(
            status, "INTERNAL", new("系统内部错误，请把跟踪号告知管理员。", "The host failed; tell the administrator the trace id.")),
        _ => Problem.Of(status, "BAD_REQUEST", new("请求格式不对。", "The request is malformed.")),
    };

    private static readonly Sentence Malformed =
        new("请求的格式有误，请按所列各项修改。", "The request is malformed; correct what is listed.");

    private static async Task AnswerAsync(HttpContext context, Exception trouble)
    {
        var problem = Of(trouble);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            problem = problem with { TraceId = Activity.Current?.Id ?? context.TraceIdentifier };
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Problems)).LogError(
                trouble, "{Method} {Path} failed ({TraceId})", context.Request.Method, context.Request.Path, problem.TraceId);
        }

        context.Response.Clear();
        await WriteAsync(context, problem);
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Never => StatusCodes.Status403Forbidden,
        RefusalKind.NotNow => StatusCodes.Status409Conflict,
        RefusalKind.Content => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.WrongKind => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.NotSignedIn => StatusCodes.Status401Unauthorized,
        RefusalKind.TooOften => StatusCodes.Status429TooManyRequests,
    };

    // Pages answer people in their own way.
    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi");
}
