using System.Text;
using System.Text.Json;

namespace GovDocFlow.Workflows;

/// <summary>
/// Where a case stands in its route, as data: what waits for people, what has arrived at a join, and where to go back
/// to. Immutable; equal when it says the same.
/// </summary>
public sealed record Position
{
    private const string ActiveName = "at";
    private const string ArrivalsName = "joins";

    private readonly string _text;

    /// <summary>A position of its parts; order and repetition in them do not matter.</summary>
    /// <param name="active">The ids of the activities that wait for people; none where the case is complete.</param>
    /// <param name="arrivals">For each join, the arrows (<c>source:port</c>) by which something has arrived.</param>
    /// <param name="resume">The position to go back to; null where the case walks on by itself.</param>
    public Position(
        IEnumerable<string> active,
        IReadOnlyDictionary<string, IEnumerable<string>> arrivals,
        Position? resume)
    {
        Active = Sorted(active);
        var kept = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (join, arrows) in arrivals)
        {
            kept[join] = Sorted(arrows);
        }

        Arrivals = kept;
        Resume = resume;
        _text = Write();
    }

    /// <summary>The ids of the activities that wait for people, in ordinal order.</summary>
    public IReadOnlyList<string> Active { get; }

    /// <summary>For each join reached but not passed, the arrows (<c>source:port</c>) that have arrived.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Arrivals { get; }

    /// <summary>
    /// Where the case goes back to as soon as the way back is walked; null where nobody waits to have it back. It may
    /// itself have one: a return during a way back.
    /// </summary>
    public Position? Resume { get; }

    /// <summary>The case has reached the end of its route: nothing in it waits for anybody.</summary>
    public bool IsComplete => Active.Count == 0;

    internal static IReadOnlyDictionary<string, IEnumerable<string>> NoArrivals { get; } =
        new Dictionary<string, IEnumerable<string>>();

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a position.</exception>
    public static Position Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            Position? position = null;
            foreach (var level in document.RootElement.EnumerateArray().Reverse())
            {
                position = ReadLevel(level, position);
            }

            return position ?? throw new FormatException("A position has at least one level.");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"This is not the position of a case: {text}", broken);
        }
    }

    /// <summary>Compact JSON: this position first, then the one it resumes, then the one that resumes.</summary>
    public override string ToString() => _text;

    /// <inheritdoc/>
    public bool Equals(Position? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private static string[] Sorted(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Position ReadLevel(JsonElement level, Position? resume)
    {
        var arrivals = new Dictionary<string, IEnumerable<string>>();
        if (level.TryGetProperty(ArrivalsName, out var joins))
        {
            foreach (var join in joins.EnumerateObject())
            {
                arrivals[join.Name] = Names(join.Value);
            }
        }

        return new Position(Names(level.GetProperty(ActiveName)), arrivals, resume);
    }

    private static string[] Names(JsonElement list) =>
        [.. list.EnumerateArray().Select(name => name.GetString() ?? throw new FormatException("A name is null."))];

    // The levels lie side by side: nested in one another, many returns would run into the depth limit of readers.
    private string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            for (var level = this; level is not null; level = level.Resume)
            {
                level.WriteLevel(json);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void WriteLevel(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteNames(json, ActiveName, Active);
        if (Arrivals.Count > 0)
        {
            json.WriteStartObject(ArrivalsName);
            foreach (var (join, arrows) in Arrivals)
            {
                WriteNames(json, join, arrows);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var each in names)
        {
            json.WriteStringValue(each);
        }

        json.WriteEndArray();
    }
}
