using System.Reflection;

namespace GovDocFlow.Web.Http;

/// <summary>The version that the caller saw, where a call is not taken without.</summary>
internal sealed record SeenVersion(int Version)
{
    /// <summary>Reads <c>If-Match</c>.</summary>
    public static ValueTask<SeenVersion> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult(
        new SeenVersion(Preconditions.Version(context.Request) ?? throw Preconditions.Missing));
}
