using GovDocFlow.Deadlines;
using GovDocFlow.Storage;

namespace GovDocFlow.UseCases.Trails;

/// <summary>The filter of the trail: further conditions (AND …) on rows named <c>t</c>, with their parameters.</summary>
internal sealed record TrailFilter(string Condition, Dictionary<string, object?> Values)
{
    /// <summary>What the query asks for.</summary>
    /// <param name="actors">The keys of those whose acts are meant; null for everybody's.</param>
    public static TrailFilter Of(ReadTrail.Query query, IReadOnlyList<string>? actors, Dialect dialect)
    {
        var conditions = new List<string>();
        var values = new Dictionary<string, object?>();
        Add(query.Subject, "subject", "t.Subject = @subject");
        Add(query.Verb, "verb", "t.Verb = @verb");
        Add(query.From is { } from ? ChinaTime.StartOf(from) : null, "from", "t.At >= @from");
        Add(query.To is { } to ? ChinaTime.StartOf(to.AddDays(1)) : null, "until", "t.At < @until");
        var words = (query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var (index, word) in words.Take(5).Index())
        {
            var search = dialect.Search(word);
            Add(search.Value, $"word{index}", search.In("t.Detail", $"@word{index}"));
        }

        if (actors is not null)
        {
            conditions.Add($"t.Actor IN ({string.Join(", ", actors.Select((_, index) => $"@actor{index}"))})");
            foreach (var (index, actor) in actors.Index())
            {
                values[$"actor{index}"] = actor;
            }
        }

        return new TrailFilter(string.Concat(conditions.Select(condition => $" AND {condition}")), values);

        void Add(object? value, string name, string condition)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                values[name] = value;
            }
        }
    }
}
