using System.Text.Json.Nodes;
using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

/// <summary>A route file to be changed by one thing and read.</summary>
internal sealed class RouteFile
{
    private RouteFile(JsonNode definition)
    {
        Definition = definition;
    }

    internal static string Folder { get; } = Path.Combine(RepositoryRoot(), "workflows");

    internal static string[] ShippedIds { get; } =
        ["joint", "governmentNormative", "government", "governmentOffice", "department"];

    internal JsonNode Definition { get; }

    private JsonArray Activities => Definition["root"]!["activities"]!.AsArray();

    private JsonArray Connections => Definition["root"]!["connections"]!.AsArray();

    public override string ToString() => Definition.ToJsonString();

    internal static RouteFile Shipped(string id) =>
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "routes", $"{id}.json")))!);

    /// <summary>A route written as <c>source[.port]&gt;target</c>; what a step is comes from its name.</summary>
    internal static RouteFile Of(params string[] arrows)
    {
        var file = new RouteFile(JsonNode.Parse(
            """{"definitionId":"made","root":{"type":"Elsa.Flowchart","activities":[],"connections":[]}}""")!);
        var parsed = arrows.Select(arrow => arrow.Split('.', '>')).Select(parts => parts.Length == 3
            ? (Source: parts[0], Port: parts[1], Target: parts[2])
            : (Source: parts[0], Port: DefaultPort(parts[0]), Target: parts[1])).ToList();
        foreach (var id in parsed.SelectMany(arrow => new[] { arrow.Source, arrow.Target }).Distinct())
        {
            file.AddByName(id, parsed.Where(arrow => arrow.Source == id).Select(arrow => arrow.Port).Distinct());
        }

        foreach (var (source, port, target) in parsed)
        {
            file.Connect(source, port, target);
        }

        return file;
    }

    internal RouteReading Read() => GovDocFlow.Workflows.Route.Read("made.json", ToString(), OfficeActivity.Shapes);

    internal Route Route() => Read() is { Route: { } route }
        ? route
        : throw new AssertionException(string.Join(Environment.NewLine, Read().Problems));

    internal JsonObject Activity(string id) =>
        Activities.Single(activity => activity!["id"]!.GetValue<string>() == id)!.AsObject();

    internal RouteFile Add(string id, string type, params (string Name, string Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type };
        Activities.Add(activity);
        foreach (var (name, value) in inputs)
        {
            Set(id, name, value);
        }

        return this;
    }

    internal RouteFile Set(string id, string input, string value, string expression = "Literal")
    {
        var activity = Activities.Last(each => each!["id"]!.GetValue<string>() == id)!;
        activity[input] = new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value },
        };
        return this;
    }

    internal RouteFile Connect(string source, string port, string target)
    {
        Connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        });
        return this;
    }

    internal RouteFile Disconnect(string source, string port)
    {
        Connections.RemoveAll(connection => connection!["source"]!["activity"]!.GetValue<string>() == source
            && connection["source"]!["port"]!.GetValue<string>() == port);
        return this;
    }

    private static string DefaultPort(string id) => id.TrimEnd('1', '2', '3') switch
    {
        "start" or "join" or "correction" => "Done",
        "gate" => "Pass",
        _ => "Approved",
    };

    private void AddByName(string id, IEnumerable<string> ports) => _ = id.TrimEnd('1', '2', '3') switch
    {
        "start" => Add(id, "Elsa.Start"),
        "end" => Add(id, "Elsa.End"),
        "fork" => Add(id, "Elsa.FlowFork", ("branches", string.Join(',', ports))),
        "join" => Add(id, "Elsa.FlowJoin", ("mode", "WaitAll")),
        "gate" => Add(id, "GovDocFlow.Gate", ("gates", "attribute")),
        "correction" => Add(id, "GovDocFlow.Correction"),
        "sometimes" => Add(id, "GovDocFlow.Review", ("role", "legalReviewer"), ("when", "normativeOrMajor")),
        _ => Add(id, "GovDocFlow.Review", ("role", id), ("when", "always")),
    };

    private static string RepositoryRoot()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "GovDocFlow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No solution above.");
        }

        return folder;
    }
}
