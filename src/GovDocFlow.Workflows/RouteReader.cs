using System.Text.Json;

namespace GovDocFlow.Workflows;

/// <summary>Turns the text of an Elsa 3 workflow definition into a route, or into the reasons why it is none.</summary>
internal sealed class RouteReader(RouteFindings findings, IReadOnlyDictionary<string, ActivityShape> shapes)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly List<RouteActivity> _activities = [];
    private readonly List<Connection> _connections = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _isWhole = true;

    internal static RouteReading Read(string file, string json, IReadOnlyDictionary<string, ActivityShape> shapes)
    {
        var findings = new RouteFindings(file);
        Route? route = null;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            route = new RouteReader(findings, shapes).Read(document.RootElement, json);
        }
        catch (JsonException broken)
        {
            findings.Add(null, "BAD_JSON", $"不是有效的 JSON：{broken.Message}", $"This is not valid JSON: {broken.Message}");
        }

        return new RouteReading(findings.Problems.Count == 0 ? route : null, findings.Problems);
    }

    private Route? Read(JsonElement definition, string json)
    {
        var definitionId = Text(definition, "definitionId");
        if (string.IsNullOrWhiteSpace(definitionId))
        {
            findings.Add(null, "NO_DEFINITION_ID", "缺少 definitionId。", "There is no definitionId.");
            return null;
        }

        if (Member(definition, "root", JsonValueKind.Object) is not { } root)
        {
            findings.Add(null, "NO_ROOT", "缺少 root 流程图。", "There is no root flowchart.");
            return null;
        }

        if (Text(root, "type") != HostActivities.Flowchart
            || Member(root, "activities", JsonValueKind.Array) is not { } activities
            || Member(root, "connections", JsonValueKind.Array) is not { } connections)
        {
            findings.Add(
                null,
                "NOT_A_FLOWCHART",
                $"root 不是带有 activities 和 connections 的 {HostActivities.Flowchart}。",
                $"The root is no {HostActivities.Flowchart} with activities and connections.");
            return null;
        }

        foreach (var activity in activities.EnumerateArray())
        {
            ReadActivity(activity);
        }

        foreach (var connection in connections.EnumerateArray())
        {
            ReadConnection(connection);
        }

        // What is said about a graph with pieces missing would only hide the reason.
        if (!_isWhole)
        {
            return null;
        }

        var version = Member(definition, "version", JsonValueKind.Number)?.TryGetInt32(out var said) == true ? said : 1;
        var name = Text(definition, "name") is { Length: > 0 } given ? given : definitionId;
        var route = new Route(definitionId, name, version, json, _activities, _connections);
        RouteCheck.Check(route, findings);
        return route;
    }

    private void ReadActivity(JsonElement element)
    {
        var id = Text(element, "id");
        var type = Text(element, "type");
        if (string.IsNullOrWhiteSpace(id) || type is null)
        {
            Reject(id, "NO_ID", "有活动缺少 id 或 type。", "An activity has no id or no type.");
            return;
        }

        if (!_ids.Add(id))
        {
            Reject(id, "DUPLICATE_ID", $"有两个活动的 id 都是“{id}”。", $"Two activities have the id '{id}'.");
            return;
        }

        if ((HostActivities.Find(type) ?? shapes.GetValueOrDefault(type)) is not { } shape)
        {
            Reject(id, "UNKNOWN_ACTIVITY", $"没有“{type}”这种活动。", $"There is no kind of activity '{type}'.");
            return;
        }

        var inputs = new ActivityInputs(ReadInputs(id, element));
        CheckInputs(id, inputs, shape);
        var designer = Member(element, "metadata", JsonValueKind.Object);
        var name = designer is { } shown && Text(shown, "displayText") is { Length: > 0 } text ? text : id;
        var place = designer is { } drawn && Member(drawn, "designer", JsonValueKind.Object) is { } canvas
            ? Member(canvas, "position", JsonValueKind.Object)
            : null;
        var own = type == HostActivities.Fork
            ? shape with { Ports = [.. inputs.List(HostActivities.Branches).Distinct()] }
            : shape;
        _activities.Add(new RouteActivity(id, type, name, inputs, own, Number(place, "x"), Number(place, "y")));
    }

    private Dictionary<string, string> ReadInputs(string id, JsonElement element)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (Member(property.Value, "expression", JsonValueKind.Object) is not { } expression)
            {
                continue;
            }

            if (Text(expression, "type") == "Literal"
                && expression.TryGetProperty("value", out var value)
                && Literal(value) is { } literal)
            {
                inputs[property.Name] = literal;
            }
            else
            {
                findings.Add(
                    id,
                    "NOT_A_LITERAL",
                    $"输入“{property.Name}”不是字面值；流程文件中不许有表达式。",
                    $"Input '{property.Name}' is no literal; a route file has no expressions.");
            }
        }

        return inputs;
    }

    private void CheckInputs(string id, ActivityInputs inputs, ActivityShape shape)
    {
        foreach (var name in shape.RequiredInputs.Where(name => string.IsNullOrWhiteSpace(inputs.Find(name))))
        {
            findings.Add(id, "MISSING_INPUT", $"缺少必填输入“{name}”。", $"The required input '{name}' is missing.");
        }

        foreach (var (name, allowed) in shape.AllowedValues)
        {
            var given = shape.ListInputs.Contains(name) ? inputs.List(name) : [inputs.Find(name) ?? string.Empty];
            foreach (var value in given.Where(value => value.Length > 0 && !allowed.Contains(value)))
            {
                var choice = string.Join(", ", allowed);
                findings.Add(
                    id,
                    "BAD_VALUE",
                    $"输入“{name}”的值“{value}”不在 {choice} 之中。",
                    $"Input '{name}' says '{value}', which is none of {choice}.");
            }
        }
    }

    private void ReadConnection(JsonElement element)
    {
        var source = Member(element, "source", JsonValueKind.Object);
        var from = source is { } left ? Text(left, "activity") : null;
        var port = source is { } exit && Text(exit, "port") is { Length: > 0 } named ? named : HostActivities.Done;
        var to = Member(element, "target", JsonValueKind.Object) is { } right ? Text(right, "activity") : null;
        if (from is null || !_ids.Contains(from))
        {
            Reject(from, "UNKNOWN_SOURCE", $"连线的起点“{from}”不存在。", $"An arrow starts at '{from}', which is not there.");
        }
        else if (to is null || !_ids.Contains(to))
        {
            Reject(from, "UNKNOWN_TARGET", $"连线的终点“{to}”不存在。", $"An arrow leads to '{to}', which is not there.");
        }
        else
        {
            _connections.Add(new Connection(from, port, to));
        }
    }

    private void Reject(string? activity, string code, string zh, string en)
    {
        _isWhole = false;
        findings.Add(activity, code, zh, en);
    }

    private static string? Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Unlisted(value.GetString()!),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Array when value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String) =>
            string.Join(',', value.EnumerateArray().Select(each => each.GetString())),
        _ => null,
    };

    // Elsa Studio keeps a list in a literal as the text of a JSON array.
    private static string? Unlisted(string text)
    {
        if (!text.StartsWith('['))
        {
            return text;
        }

        try
        {
            using var list = JsonDocument.Parse(text);
            return Literal(list.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == kind
            ? value
            : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name, JsonValueKind.String)?.GetString();

    private static double Number(JsonElement? element, string name) =>
        element is { } given
        && Member(given, name, JsonValueKind.Number) is { } number
        && number.TryGetDouble(out var value)
            ? value
            : 0;
}
