namespace GovDocFlow.Papers.Docx;

/// <summary>Which parts a part refers to.</summary>
internal sealed class Relationships
{
    private readonly List<(string Type, string Target)> _all = [];

    /// <summary>Those of a part; of the package itself where <paramref name="part"/> is empty.</summary>
    public static Relationships Of(Package package, string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var relationships = new Relationships();
        package.ReadXml($"{folder}_rels/{part[folder.Length..]}.rels", reader =>
        {
            while (reader.Step())
            {
                if (reader.LocalName == "Relationship"
                    && reader.GetAttribute("TargetMode") != "External"
                    && reader.GetAttribute("Type") is { } type
                    && reader.GetAttribute("Target") is { } target)
                {
                    relationships._all.Add((type[(type.LastIndexOf('/') + 1)..], Resolved(folder, target)));
                }
            }
        });
        return relationships;
    }

    /// <summary>The parts of that kind, each once, in the order of the file.</summary>
    /// <param name="type">The last word of the relationship's type: <c>header</c>.</param>
    public IEnumerable<string> Targets(string type) =>
        _all.Where(one => one.Type == type).Select(one => one.Target).Distinct(StringComparer.OrdinalIgnoreCase);

    private static string Resolved(string folder, string target) =>
        Uri.TryCreate(new Uri($"part:///{folder}"), target, out var uri)
            ? Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/')
            : target;
}
