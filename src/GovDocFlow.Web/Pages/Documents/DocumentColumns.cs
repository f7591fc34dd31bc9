using System.Globalization;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Documents;

/// <summary>A column of the document list, beside the title.</summary>
/// <param name="Key">What the address calls it.</param>
/// <param name="Text">The key of its words in <c>Texts</c>.</param>
/// <param name="Shown">What stands in it.</param>
internal sealed record DocumentColumn(
    string Key, string Text, bool AtFirst, Func<ReadDocuments.Line, ReadFrame.Answer, string> Shown);

/// <summary>The columns of the document list.</summary>
internal static class DocumentColumns
{
    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<DocumentColumn> All { get; } =
    [
        new("number", "Number", true, (line, _) => line.Number ?? ""),
        new("kind", "Kind", true, (line, _) => Words.Of(line.Kind)),
        new("department", "Department", true, (line, frame) => frame.ShortNameOf(line.Department)),
        new("state", "State", true, (line, _) => Words.Of(line.State)),
        new("attribute", "Attribute", true, (line, _) => Words.Of(line.Attribute)),
        new("normative", "Normative", false, (line, _) => line.Normative ? Words.Say("是", "yes") : Words.Say("否", "no")),
        new("due", "DueStatus", true, (line, _) => line.DueStatus is { } due ? Words.Of(due) : ""),
        new("created", "CreatedAt", true, (line, _) => Words.Day(Deadlines.ChinaTime.DayOf(line.CreatedAt))),
        new("formed", "FormedOn", false, (line, _) => Words.Day(line.FormedOn)),
        new("issued", "IssuedAt", false, (line, _) => Words.Minute(line.IssuedAt)),
        new("version", "Version", false, (line, _) => line.Version.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The columns that the address names; those shown at first where it names none.</summary>
    public static IReadOnlyList<DocumentColumn> Of(IReadOnlyCollection<string> keys) =>
        [.. All.Where(column => keys.Count == 0 ? column.AtFirst : keys.Contains(column.Key))];
}
