using System.Security.Cryptography;
using System.Text;

namespace GovDocFlow.Workflows;

/// <summary>One activity of a route.</summary>
/// <param name="Id">Unique in the route, and the outside name of the step.</param>
/// <param name="Name">What people read: the designer's display text, or the id where there is none.</param>
/// <param name="Shape">With the ports of this very activity: a fork has one for each of its branches.</param>
/// <param name="X">The left edge in the designer, in its pixels.</param>
/// <param name="Y">The upper edge in the designer, in its pixels, growing downwards.</param>
public sealed record RouteActivity(
    string Id, string Type, string Name, ActivityInputs Inputs, ActivityShape Shape, double X, double Y);

/// <summary>An arrow of a route, from a port of one activity to another activity.</summary>
public sealed record Connection(string Source, string Port, string Target)
{
    /// <summary>How a position names the arrow by which something arrived at a join.</summary>
    internal string Key => $"{Source}:{Port}";
}

/// <summary>
/// A checked route: which activities there are, in what order, and by which ports one leads to the next. Immutable;
/// a case keeps the one it started with, by <see cref="Hash"/>.
/// </summary>
public sealed class Route
{
    private readonly Dictionary<string, RouteActivity> _byId;
    private readonly ILookup<(string Source, string Port), Connection> _leaving;
    private readonly ILookup<string, Connection> _from;
    private readonly ILookup<string, Connection> _arriving;
    private readonly Dictionary<string, IReadOnlySet<string>> _after;

    internal Route(
        string definitionId,
        string name,
        int version,
        string content,
        IReadOnlyList<RouteActivity> activities,
        IReadOnlyList<Connection> connections)
    {
        DefinitionId = definitionId;
        Name = name;
        Version = version;
        Content = content;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        Activities = activities;
        Connections = connections;
        _byId = activities.ToDictionary(activity => activity.Id);
        _leaving = connections.ToLookup(connection => (connection.Source, connection.Port));
        _from = connections.ToLookup(connection => connection.Source);
        _arriving = connections.ToLookup(connection => connection.Target);
        _after = RouteGraph.After(this);
    }

    /// <summary>The route's own name in files and in the route selection, the same in all its versions.</summary>
    public string DefinitionId { get; }

    /// <summary>What people read.</summary>
    public string Name { get; }

    /// <summary>The version that the file claims; <see cref="Hash"/> is what tells two contents apart.</summary>
    public int Version { get; }

    /// <summary>The file's text, from which the same route can be read again.</summary>
    public string Content { get; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, in lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<RouteActivity> Activities { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>The activity of that id.</summary>
    /// <exception cref="CannotMoveException">The route has no such activity (<c>UNKNOWN_STEP</c>).</exception>
    public RouteActivity this[string id] => _byId.GetValueOrDefault(id) ?? throw CannotMoveException.UnknownStep(id);

    /// <summary>Reads and checks a route file. Never throws for what the file says.</summary>
    /// <param name="file">The name that the problems carry.</param>
    /// <param name="shapes">The activities that files may use beside the host's own, by type.</param>
    public static RouteReading Read(string file, string json, IReadOnlyDictionary<string, ActivityShape> shapes) =>
        RouteReader.Read(file, json, shapes);

    /// <summary>
    /// The steps to which a case that waits at the activity can be sent back: those where people act and from which
    /// the activity is reached without going back on the way. The earliest first, parallel ones in the order of the
    /// file; never the activity itself, nor the correction.
    /// </summary>
    /// <exception cref="CannotMoveException">The route has no such activity (<c>UNKNOWN_STEP</c>).</exception>
    public IReadOnlyList<string> EarlierSteps(string activityId)
    {
        var id = this[activityId].Id;
        return [.. Activities
            .Where(activity => activity.Shape is { WaitsForPeople: true, ReturnsToDrafter: false }
                && activity.Id != id
                && _after[activity.Id].Contains(id))
            .OrderByDescending(activity => _after[activity.Id].Count)
            .Select(activity => activity.Id)];
    }

    internal IEnumerable<Connection> From(string activity) => _from[activity];

    internal IEnumerable<Connection> Leaving(string activity, string port) => _leaving[(activity, port)];

    internal IEnumerable<Connection> Arriving(string activity) => _arriving[activity];

    internal IReadOnlySet<string> After(string activity) => _after[activity];
}
