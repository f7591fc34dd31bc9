using System.Globalization;
using GovDocFlow.Deadlines;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Documents;

/// <summary>A column of the document list, beside the title.</summary>
/// <param name="Key">What the address calls it.</param>
/// <param name="Text">The key of its words in <c>Texts</c>.</param>
/// <param name="AtFirst">Whether it is shown where the address names no columns.</param>
/// <param name="Order">By what the list is ordered under its head; null where it is not.</param>
/// <param name="Value">What stands in it: text, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/> in China, or null.</param>
internal sealed record DocumentColumn(
    string Key, string Text, bool AtFirst, DocumentOrderBy? Order, Func<ReadDocuments.Line, ReadFrame.Answer, object?> Value)
{
    /// <summary>What stands in it, as it is read on the page.</summary>
    public string Shown(ReadDocuments.Line line, ReadFrame.Answer frame) => Value(line, frame) switch
    {
        DateOnly day => Words.Day(day),
        DateTimeOffset moment => Words.Minute(moment),
        var text => text as string ?? "",
    };
}

/// <summary>The columns of the document list.</summary>
internal static class DocumentColumns
{
    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<DocumentColumn> All { get; } =
    [
        new("number", "Number", true, DocumentOrderBy.Number, (line, _) => line.Number),
        new("kind", "Kind", true, null, (line, _) => Words.Of(line.Kind)),
        new("department", "Department", true, null, (line, frame) => frame.ShortNameOf(line.Department)),
        new("state", "State", true, null, (line, _) => Words.Of(line.State)),
        new("attribute", "Attribute", true, null, (line, _) => Words.Of(line.Attribute)),
        new("normative", "Normative", false, null, (line, _) => line.Normative ? Words.Say("是", "yes") : Words.Say("否", "no")),
        new("dueOn", "LatestDueOn", true, DocumentOrderBy.LatestDueOn, (line, _) => line.LatestDueOn),
        new("due", "DueStatus", true, null, (line, _) => line.DueStatus is { } due ? Words.Of(due) : null),
        new("created", "CreatedAt", true, DocumentOrderBy.CreatedAt, (line, _) => ChinaTime.DayOf(line.CreatedAt)),
        new("formed", "FormedOn", false, DocumentOrderBy.FormedOn, (line, _) => line.FormedOn),
        new("issued", "IssuedAt", false, DocumentOrderBy.IssuedAt, (line, _) => line.IssuedAt is { } at ? ChinaTime.ToChina(at) : null),
        new("version", "Version", false, null, (line, _) => line.Version.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The columns that the address names; those shown at first where it names none.</summary>
    public static IReadOnlyList<DocumentColumn> Of(IReadOnlyCollection<string> keys) =>
        [.. All.Where(column => keys.Count == 0 ? column.AtFirst : keys.Contains(column.Key))];
}
