namespace GovDocFlow.Workflows;

/// <summary>Why a route file cannot be used.</summary>
/// <param name="File">The file's name as the loader was given it.</param>
/// <param name="Activity">The id of the activity at fault; null where the file as a whole is meant.</param>
/// <param name="Code">Stable, for programs: <c>UNKNOWN_PORT</c>, <c>MISSING_INPUT</c> and so on.</param>
public sealed record RouteProblem(string File, string? Activity, string Code, string Zh, string En);

/// <summary>A route file after reading: a route that may be used, or the reasons why not.</summary>
/// <param name="Route">Null exactly where there are problems.</param>
/// <param name="Problems">Every problem found, those of single activities first; empty where the route is good.</param>
public sealed record RouteReading(Route? Route, IReadOnlyList<RouteProblem> Problems);

/// <summary>The problems of one file, gathered while it is read.</summary>
internal sealed class RouteFindings(string file)
{
    private readonly List<RouteProblem> _problems = [];

    internal IReadOnlyList<RouteProblem> Problems => _problems;

    internal void Add(string? activity, string code, string zh, string en) =>
        _problems.Add(new RouteProblem(file, activity, code, zh, en));
}
