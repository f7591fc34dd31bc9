using GovDocFlow.Deadlines;

namespace GovDocFlow.Web.Pages.Issuing;

/// <summary>A moment as a form has it: the clock on the wall in China, to the minute.</summary>
internal static class LocalMoment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The instant; null where the form was left empty.</summary>
    public static DateTimeOffset? Of(DateTime? local) => local is { } wall
        ? ChinaTime.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall))
        : null;

    /// <summary>What the form shows again.</summary>
    public static string Text(DateTime? local) => local?.ToString(Format, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>What the form takes at most or at least.</summary>
    public static string Of(DateTimeOffset at) => Text(ChinaTime.ToChina(at).DateTime);
}
