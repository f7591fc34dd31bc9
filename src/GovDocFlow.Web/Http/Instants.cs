using System.Globalization;
using System.Text.RegularExpressions;
using GovDocFlow.Deadlines;

namespace GovDocFlow.Web.Http;

/// <summary>Instants and days as they are written outside, in bodies, queries, settings and on the command line.</summary>
internal static partial class Instants
{
    /// <summary>The instant that is written; null where it is none, or has no offset.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        text is not null
        && Form().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;

    /// <summary>The day that is written; null where it is none.</summary>
    public static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>An instant with the office's offset: <c>2026-02-25T23:59:59+08:00</c>.</summary>
    public static string Print(DateTimeOffset instant) =>
        ChinaTime.ToChina(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex Form();
}
