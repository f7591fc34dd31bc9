namespace GovDocFlow.Web.Commands;

/// <summary>Tells the words of a verb from the settings beside it.</summary>
internal static class Arguments
{
    // The settings without a colon that the host itself knows.
    private static readonly string[] HostSettings = ["urls", "environment", "contentRoot", "applicationName"];

    /// <summary>The words of the verb, and the settings as the host takes them.</summary>
    public static (string[] Words, string[] Settings) Split(string[] arguments)
    {
        var words = new List<string>();
        var settings = new List<string>();
        for (var at = 0; at < arguments.Length; at++)
        {
            var argument = arguments[at];
            if (!IsSetting(argument, beforeVerb: words.Count == 0))
            {
                words.Add(argument);
                continue;
            }

            settings.Add(argument);
            if (!argument.Contains('=', StringComparison.Ordinal) && at + 1 < arguments.Length)
            {
                settings.Add(arguments[++at]);
            }
        }

        return ([.. words], [.. settings]);
    }

    /// <summary>Whether messages are to be English: by <c>--culture</c>, or else by the language of the shell.</summary>
    public static bool AsksEnglish(IReadOnlyList<string> words)
    {
        var at = words.ToList().FindIndex(word => word == "--culture" || word.StartsWith("--culture=", StringComparison.Ordinal));
        var asked = at < 0 ? null
            : words[at].Contains('=', StringComparison.Ordinal) ? words[at].Split('=')[1]
            : words.ElementAtOrDefault(at + 1);
        var culture = asked
            ?? Environment.GetEnvironmentVariable("LC_ALL")
            ?? Environment.GetEnvironmentVariable("LANG")
            ?? "";
        return culture.StartsWith("en", StringComparison.OrdinalIgnoreCase);
    }

    // Before the verb, and where there is none, there are no options that a setting could be taken for.
    private static bool IsSetting(string argument, bool beforeVerb)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument[2..].Split('=')[0];
        return name.Contains(':', StringComparison.Ordinal)
            || (beforeVerb && name != "culture" && argument.Contains('=', StringComparison.Ordinal))
            || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
