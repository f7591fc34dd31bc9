using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovDocFlow.Workflows;

/// <summary>What decides which route a draft takes.</summary>
/// <param name="IssuerLevel"><c>government</c>, <c>governmentOffice</c> or <c>department</c>.</param>
/// <param name="Joint">More than one organ issues it.</param>
public sealed record RouteFacts(string IssuerLevel, bool Joint, bool Normative);

/// <summary>The office's rule of which draft takes which route: an ordered list, the first match wins.</summary>
public sealed class RouteSelection
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    private readonly IReadOnlyList<Rule> _rules;

    private RouteSelection(IReadOnlyList<Rule> rules, IReadOnlyList<RouteProblem> problems)
    {
        _rules = rules;
        Problems = problems;
    }

    /// <summary>
    /// What is wrong with the file. A file that cannot be read selects nothing at all, since with one of its lines
    /// missing a draft could slip into a later, laxer route.
    /// </summary>
    public IReadOnlyList<RouteProblem> Problems { get; }

    /// <summary>Reads the selection. Never throws for what the text says.</summary>
    /// <param name="file">The name that the problems carry.</param>
    /// <param name="routes">The ids of the routes that may be used; a line that names another one is a problem.</param>
    public static RouteSelection Read(string file, string json, IEnumerable<string> routes)
    {
        try
        {
            var rules = JsonSerializer.Deserialize<Rule[]>(json, Strict) ?? throw new JsonException("No list.");
            if (Array.Exists(rules, rule => rule is null))
            {
                throw new JsonException("A line of the list is null.");
            }

            var known = routes.ToHashSet();
            return new RouteSelection(rules, [.. rules
                .Where(rule => !known.Contains(rule.Route))
                .Select(rule => new RouteProblem(
                    file,
                    null,
                    "UNKNOWN_ROUTE",
                    $"流程“{rule.Route}”不存在或不可用。",
                    $"Route '{rule.Route}' is not there or cannot be used."))]);
        }
        catch (JsonException broken)
        {
            return new RouteSelection([], [new RouteProblem(
                file,
                null,
                "BAD_JSON",
                $"不是有效的流程选择表：{broken.Message}",
                $"This is no route selection: {broken.Message}")]);
        }
    }

    /// <summary>
    /// The id of the first route whose conditions the draft meets, or null where none does. It may name a route that
    /// cannot be used: then the draft has no route, for the next one down the list was not meant for it.
    /// </summary>
    public string? Select(RouteFacts facts) => _rules.FirstOrDefault(rule => rule.When.Fits(facts))?.Route;

    private sealed record Rule(string Route, Condition When);

    private sealed record Condition(
        IReadOnlyList<string>? IssuerLevel = null, bool? Joint = null, bool? Normative = null)
    {
        internal bool Fits(RouteFacts facts) =>
            (IssuerLevel is null || IssuerLevel.Contains(facts.IssuerLevel))
            && (Joint is null || Joint == facts.Joint)
            && (Normative is null || Normative == facts.Normative);
    }
}
