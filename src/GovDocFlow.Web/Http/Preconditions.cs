using System.Globalization;

namespace GovDocFlow.Web.Http;

/// <summary>Versions as entity tags: <c>"7"</c>.</summary>
internal static class Preconditions
{
    /// <summary>Says that a condition is needed.</summary>
    public static MalformedException Missing => new(
        StatusCodes.Status428PreconditionRequired,
        "IF_MATCH_REQUIRED",
        "If-Match",
        "请在 If-Match 中带上您看到的版本，例如 \"3\"（含引号）。",
        "Send the version that you saw in If-Match, such as \"3\" with its quotes.");

    /// <summary>A version as it stands in <c>ETag</c> and <c>If-Match</c>.</summary>
    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version on which a request is conditional; null where it is on none.</summary>
    /// <exception cref="MalformedException">The header is no version in quotes; weak tags are none.</exception>
    public static int? Version(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("If-Match", out var values) || values is ["*"])
        {
            return null;
        }

        return values is [{ Length: > 2 } tag]
            && tag[0] == '"'
            && tag[^1] == '"'
            && int.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : throw new MalformedException(
                    StatusCodes.Status400BadRequest,
                    "WRONG_VALUE",
                    "If-Match",
                    "If-Match 须为带引号的版本号，例如 \"3\"。",
                    "If-Match must be a version in quotes, such as \"3\".");
    }
}
