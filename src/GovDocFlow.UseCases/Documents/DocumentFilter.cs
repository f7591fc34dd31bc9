using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;

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
    private const string SoughtRows = "SELECT s.Seq FROM Document s WHERE 1 = 1";

    public static (string Where, Dictionary<string, object?> Values) Of(
        ReadDocuments.Query query, Officer by, DateTimeOffset now, Dialect dialect)
    {
        var conditions = new List<string> { Sight.Of(by) };
        var sought = new List<string>();

        // No index of another order holds what is sought among all: there it is found first, in the narrow index of the list.
        var isFoundFirst = query.Order is { By: not DocumentOrderBy.CreatedAt };
        var rows = isFoundFirst ? "s" : "d";
        var values = new Dictionary<string, object?> { ["sightDepartment"] = by.Department };
        Add(query.State is { } state ? OutsideName.Of(state) : null, "state", "d.State = @state");
        Add(query.Department, "department", "d.Department = @department");
        Add(query.Attribute is { } attribute ? OutsideName.Of(attribute) : null, "attribute", "d.Attribute = @attribute");
        Add(query.Normative, "normative", "d.Normative = @normative");
        Add(query.StartedByMe ? by.Id : null, "startedBy", "d.StartedBy = @startedBy");
        Add(query.From is { } from ? ChinaTime.StartOf(from) : null, "from", "d.CreatedAt >= @from");
        Add(query.To is { } to ? ChinaTime.StartOf(to.AddDays(1)) : null, "until", "d.CreatedAt < @until");
        Add(query.DueStatus is null ? null : now, "now", Due(query.DueStatus));
        Add(query.Kind is { } kind ? OutsideName.Of(kind) : null, "kind", $"{rows}.Kind = @kind", sought);
        var words = (query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var (index, word) in words.Take(5).Index())
        {
            var parameter = $"@word{index}";
            var search = dialect.Search(word);
            Add(
                search.Value,
                $"word{index}",
                $"({search.In($"{rows}.Title", parameter)} OR {search.In($"{rows}.Number", parameter)})",
                sought);
        }

        if (isFoundFirst && sought.Count > 0)
        {
            sought = [$"d.Seq IN ({SoughtRows}{Further(sought)})"];
        }

        return (Further([.. conditions, .. sought]), values);

        static string Further(IEnumerable<string> conditions) => string.Concat(conditions.Select(condition => $" AND {condition}"));

        void Add(object? value, string name, string condition, List<string>? to = null)
        {
            if (value is not null)
            {
                (to ?? conditions).Add(condition);
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
}
