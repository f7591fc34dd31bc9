using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

/// <summary>The clock book of the shipped rule files.</summary>
internal static class ShippedBook
{
    public static readonly Guid Document = new("019a0000-0000-7000-8000-000000000001");

    public static string Rules => Read("clock-rules.json");

    public static string Ladders => Read("ladders.json");

    public static ClockBook Open() => ClockBook.Load(WorkingCalendar.Shipped, Rules, Ladders);

    public static Clock Started(this ClockBook book, string rule, string startedAt) =>
        book.Start(rule, Guid.CreateVersion7(At(startedAt)), "document", Document, At(startedAt));

    public static Clock StartedBeforeEffect(this ClockBook book, string issuedAt, string effectiveOn) =>
        book.StartBeforeEffect(
            Guid.CreateVersion7(At(issuedAt)), "document", Document, At(issuedAt), Day(effectiveOn));

    private static string Read(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GovDocFlow.sln")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "workflows", "rules", file));
    }
}
