namespace GovDocFlow.Workflows;

/// <summary>What a route file says to one of its activities: literals only, under the names of the file.</summary>
public sealed class ActivityInputs
{
    private readonly IReadOnlyDictionary<string, string> _values;

    /// <summary>Numbers and booleans are given as the file spells them, lists joined by commas.</summary>
    public ActivityInputs(IReadOnlyDictionary<string, string> values)
    {
        _values = values;
    }

    /// <summary>The value of an input that the activity's shape requires.</summary>
    /// <exception cref="KeyNotFoundException">The file does not give it.</exception>
    public string this[string name] =>
        Find(name) ?? throw new KeyNotFoundException($"The route file gives no input '{name}'.");

    /// <summary>The value of an input, or null where the file does not give it. Names are case-sensitive.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>The single values of a list input, trimmed, none of them empty; no values where it is not given.</summary>
    public IReadOnlyList<string> List(string name) =>
        Find(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
