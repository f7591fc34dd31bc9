using GovDocFlow.Documents.Rules;

namespace GovDocFlow.Tests.Documents;

/// <summary>The rules that the product ships, read from its workflow folder.</summary>
internal static class ShippedRules
{
    public static RuleSet Read()
    {
        var folder = Path.Combine(Folder, "rules");
        return RuleSet.Compose(
            File.ReadAllText(Path.Combine(folder, "return-rules.json")),
            File.ReadAllText(Path.Combine(folder, "exemptions.json")),
            File.ReadAllText(Path.Combine(folder, "interpretation-elements.json")));
    }

    /// <summary>The product's workflow folder.</summary>
    public static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GovDocFlow.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder!.FullName, "workflows");
        }
    }
}
