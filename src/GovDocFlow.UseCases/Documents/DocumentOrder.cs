using GovDocFlow.Documents;

namespace GovDocFlow.UseCases.Documents;

/// <summary>By what a list of documents can be ordered.</summary>
public enum DocumentOrderBy
{
    /// <summary>起草时间: in the order in which they were entered, also where the clock was set back in between.</summary>
    CreatedAt,

    /// <summary>成文日期</summary>
    FormedOn,

    /// <summary>印发时间</summary>
    IssuedAt,

    /// <summary>发文字号: by series, then year, then the number as a number.</summary>
    Number,

    /// <summary>The last possible day of the open clock that is due first.</summary>
    LatestDueOn,
}

/// <summary>The order of a list of documents; those without the value stand last in both directions.</summary>
public sealed record DocumentOrder(DocumentOrderBy By, bool Descending)
{
    private const char Down = '-';

    /// <summary>All orders as they are written outside.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OutsideName.All<DocumentOrderBy>().SelectMany(name => new[] { name, Down + name })];

    /// <summary>The order as it is written outside: <c>issuedAt</c>, or <c>-issuedAt</c> from the greatest down; null where there is none.</summary>
    public static DocumentOrder? Parse(string text)
    {
        var descending = text.StartsWith(Down);
        return OutsideName.Parse<DocumentOrderBy>(descending ? text[1..] : text) is { } by ? new(by, descending) : null;
    }

    /// <summary>As it is written outside.</summary>
    public override string ToString() => (Descending ? "-" : "") + OutsideName.Of(By);
}
