using GovDocFlow.Deadlines;
using GovDocFlow.Documents;

namespace GovDocFlow.UseCases.Documents;

/// <summary>The filter of a document list: further conditions (AND …) on rows named <c>d</c>, with their parameters.</summary>
internal static class DocumentFilter
{
    /// <summary>逾期, of rows named <c>d</c>, at the instant <c>@now</c>.</summary>
    public const string Overdue = "d.OverdueAt <= @now";

    /// <summary>临期, likewise.</summary>
    public const string DueSoon = "d.OverdueAt > @now AND d.DueSoonAt <= @now";

    /// <summary>暂定, likewise.</summary>
    public const string Provisional = "d.OverdueAt > @now AND d.IsProvisional = 1";

    private const string DueRows = "SELECT d.Seq FROM Document d WHERE d.OverdueAt IS NOT NULL";

    public static (string Where, Dictionary<string, object?> Values) Of(
        ReadDocuments.Query query, Officer by, DateTimeOffset now)
    {
        var conditions = new List<string> { Sight.Of(by) };
        var values = new Dictionary<string, object?> { ["sightDepartment"] = by.Department };
        Add(query.State is { } state ? OutsideName.Of(state) : null, "state", "d.State = @state");
        Add(query.Department, "department", "d.Department = @department");
        Add(query.Attribute is { } attribute ? OutsideName.Of(attribute) : null, "attribute", "d.Attribute = @attribute");
        Add(query.Kind is { } kind ? OutsideName.Of(kind) : null, "kind", "d.Kind = @kind");
        Add(query.Normative, "normative", "d.Normative = @normative");
        Add(query.StartedByMe ? by.Id : null, "startedBy", "d.StartedBy = @startedBy");
        Add(query.From is { } from ? ChinaTime.StartOf(from) : null, "from", "d.CreatedAt >= @from");
        Add(query.To is { } to ? ChinaTime.StartOf(to.AddDays(1)) : null, "until", "d.CreatedAt < @until");
        Add(query.DueStatus is null ? null : now, "now", Due(query.DueStatus));
        var words = (query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var (index, word) in words.Take(5).Index())
        {
            Add($"%{Escaped(word)}%", $"word{index}", $"(d.Title LIKE @word{index} ESCAPE '~' OR d.Number LIKE @word{index} ESCAPE '~')");
        }

        return (string.Concat(conditions.Select(condition => $" AND {condition}")), values);

        void Add(object? value, string name, string condition)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                values[name] = value;
            }
        }
    }

    // Found in the index of due dates first: few documents are due, and a page in order would be sought among all.
    private static string Due(DueStatus? status) => status switch
    {
        DueStatus.Overdue => $"d.Seq IN ({DueRows} AND {Overdue})",
        DueStatus.DueSoon => $"d.Seq IN ({DueRows} AND {DueSoon})",
        DueStatus.Provisional => $"d.Seq IN ({DueRows} AND {Provisional})",
        null => "",
    };

    /// <summary>A word so that LIKE with ESCAPE ~ takes it literally.</summary>
    internal static string Escaped(string word) => word
        .Replace("~", "~~", StringComparison.Ordinal)
        .Replace("%", "~%", StringComparison.Ordinal)
        .Replace("_", "~_", StringComparison.Ordinal)
        .Replace("[", "~[", StringComparison.Ordinal);
}
