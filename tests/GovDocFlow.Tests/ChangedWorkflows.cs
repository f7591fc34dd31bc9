using System.Text.Json.Nodes;

namespace GovDocFlow.Tests;

/// <summary>A copy of the shipped workflow folder in which an administrator has changed something; gone when disposed.</summary>
internal sealed class ChangedWorkflows : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("govdocflow-workflows-");

    public ChangedWorkflows()
    {
        var shipped = System.IO.Path.Combine(TestOffice.Root, "workflows");
        foreach (var file in Directory.GetFiles(shipped, "*.json", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path => _folder.FullName;

    /// <summary>Changes a file, named by its path in the folder.</summary>
    public void Change(string file, Action<JsonNode> change)
    {
        var path = System.IO.Path.Combine(Path, file);
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }

    /// <summary>Changes an activity of a route.</summary>
    public void ChangeActivity(string route, string activity, Action<JsonObject> change) => Change(
        $"routes/{route}.json",
        json => change(json["root"]!["activities"]!.AsArray().OfType<JsonObject>().Single(one => (string)one["id"]! == activity)));

    public void Dispose() => _folder.Delete(recursive: true);
}
