using System.Collections.Concurrent;
using System.Text.Json;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Rules;
using GovDocFlow.Workflows;

namespace GovDocFlow.UseCases;

/// <summary>
/// The procedures in force, read once from the workflow folder: routes and their selection, return rules, clocks and
/// handling limits. Contents to which running cases are pinned are kept beside them as they are met.
/// </summary>
internal sealed class Procedures
{
    private readonly ConcurrentDictionary<string, Route> _routes = new();
    private readonly ConcurrentDictionary<string, RuleSet> _rules = new();

    private Procedures(
        RouteFolder folder, RouteSelection selection, RuleSet rules, ClockBook clocks, IReadOnlyDictionary<Urgency, int> limits)
    {
        Folder = folder;
        Selection = selection;
        Rules = rules;
        Clocks = clocks;
        HandlingDays = limits;
        foreach (var route in folder.Routes)
        {
            _routes[route.Hash] = route;
        }

        _rules[rules.Hash] = rules;
    }

    public RouteFolder Folder { get; }

    public RouteSelection Selection { get; }

    public RuleSet Rules { get; }

    public ClockBook Clocks { get; }

    public IReadOnlyDictionary<Urgency, int> HandlingDays { get; }

    public IWorkflowHost<CaseFacts> Host { get; } = new EmbeddedHost<CaseFacts>(Activities.All);

    /// <summary>Reads the folder.</summary>
    /// <exception cref="FormatException">A rules file cannot be read; a bad route only stops that route.</exception>
    public static Procedures Load(string path)
    {
        var folder = RouteFolder.Load(Path.Combine(path, "routes"), Activities.Shapes);
        var selection = RouteSelection.Read(
            "route-selection.json", Rule(path, "route-selection"), folder.Routes.Select(route => route.DefinitionId));
        var limits = JsonSerializer.Deserialize<HandlingLimits>(Rule(path, "handling-limits"), JsonSerializerOptions.Web)!;
        return new Procedures(
            folder,
            selection,
            RuleSet.Compose(Rule(path, "return-rules"), Rule(path, "exemptions"), Rule(path, "interpretation-elements")),
            ClockBook.Load(WorkingCalendar.Shipped, Rule(path, "clock-rules"), Rule(path, "ladders")),
            limits.WorkingDays.ToDictionary(limit => OutsideName.Parse<Urgency>(limit.Key)
                ?? throw new FormatException($"handling-limits.json: there is no urgency '{limit.Key}'."), limit => limit.Value));
    }

    /// <summary>The route with this content hash: one in force, or one met before; null where neither.</summary>
    public Route? RouteOf(string hash) => _routes.GetValueOrDefault(hash);

    /// <summary>The rules with this content hash; null likewise.</summary>
    public RuleSet? RulesOf(string hash) => _rules.GetValueOrDefault(hash);

    public void Keep(Route route) => _routes[route.Hash] = route;

    public void Keep(RuleSet rules) => _rules[rules.Hash] = rules;

    private static string Rule(string path, string name) => File.ReadAllText(Path.Combine(path, "rules", name + ".json"));

    private sealed record HandlingLimits(IReadOnlyDictionary<string, int> WorkingDays);
}
