using System.Text;

namespace GovDocFlow.Workflows;

/// <summary>The routes of an installation, read once. Nothing that a file says makes it throw.</summary>
public sealed class RouteFolder
{
    private readonly Dictionary<string, Route> _byId;

    private RouteFolder(IReadOnlyList<Route> routes, IReadOnlyList<RouteProblem> problems)
    {
        Routes = routes;
        Problems = problems;
        _byId = routes.ToDictionary(route => route.DefinitionId);
    }

    /// <summary>The routes that may be used, in the order of their file names.</summary>
    public IReadOnlyList<Route> Routes { get; }

    /// <summary>Why the other files may not; empty where all of them may.</summary>
    public IReadOnlyList<RouteProblem> Problems { get; }

    /// <summary>
    /// Reads every <c>*.json</c> directly in the folder. A file with a problem stops its own route only; a route that
    /// keeps not all promises of <see cref="RouteProofs"/> is stopped too (<c>UNPROVEN</c>), and so is one that two
    /// files claim to be (<c>DUPLICATE_ROUTE</c>), as nobody can tell which of them is meant.
    /// </summary>
    /// <param name="shapes">The activities that files may use beside the host's own, by type.</param>
    public static RouteFolder Load(string folder, IReadOnlyDictionary<string, ActivityShape> shapes)
    {
        var problems = new List<RouteProblem>();
        var read = new List<(string File, Route Route)>();
        foreach (var path in Files(folder, problems))
        {
            var file = Path.GetFileName(path);
            var reading = ReadFile(path, file, shapes);
            problems.AddRange(reading.Problems);
            if (reading.Route is { } route)
            {
                problems.AddRange(Unproven(file, route));
                read.Add((file, route));
            }
        }

        foreach (var twins in read.GroupBy(each => each.Route.DefinitionId).Where(group => group.Count() > 1))
        {
            var files = string.Join(", ", twins.Select(each => each.File));
            problems.AddRange(twins.Select(each => new RouteProblem(
                each.File,
                null,
                "DUPLICATE_ROUTE",
                $"这些文件都是流程“{twins.Key}”：{files}。",
                $"These files all claim to be route '{twins.Key}': {files}.")));
        }

        var stopped = problems.Select(problem => problem.File).ToHashSet();
        var usable = read.Where(each => !stopped.Contains(each.File)).Select(each => each.Route);
        return new RouteFolder([.. usable], problems);
    }

    /// <summary>The usable route of that name, or null where there is none, or its file was stopped.</summary>
    public Route? Find(string definitionId) => _byId.GetValueOrDefault(definitionId);

    private static IEnumerable<string> Files(string folder, List<RouteProblem> problems)
    {
        try
        {
            return Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(Unreadable(folder, unreadable));
            return [];
        }
    }

    private static RouteReading ReadFile(string path, string file, IReadOnlyDictionary<string, ActivityShape> shapes)
    {
        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return Route.Read(file, File.ReadAllText(path, strict), shapes);
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return new RouteReading(null, [Unreadable(file, unreadable)]);
        }
    }

    private static IEnumerable<RouteProblem> Unproven(string file, Route route) =>
        RouteProofs.Prove(route)
            .Where(proof => !proof.Holds)
            .Select(proof => new RouteProblem(file, proof.Activity, "UNPROVEN", proof.Zh, proof.En));

    private static RouteProblem Unreadable(string file, Exception why) =>
        new(file, null, "UNREADABLE", $"无法读取：{why.Message}", $"It cannot be read: {why.Message}");
}
