using System.Globalization;

namespace GovDocFlow.Tests.Deadlines;

/// <summary>Days and instants as the tests write them.</summary>
internal static class Moments
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Asia/Shanghai, such as <c>2026-02-13T16:20</c>; seconds are optional.</summary>
    public static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(
        text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        .AddHours(-8).ToOffset(TimeSpan.FromHours(8));
}
