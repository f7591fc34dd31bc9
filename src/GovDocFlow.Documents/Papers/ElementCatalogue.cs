using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovDocFlow.Documents.Papers;

/// <summary>One thing that an interpretation has to explain.</summary>
/// <param name="Code">The stable code in camelCase: <c>background</c>.</param>
/// <param name="Name">The office's name for it: 背景依据.</param>
/// <param name="Required">False where it is only recommended; then its lack never brings a draft back.</param>
/// <param name="Synonyms">Other headings that mean the same, without the name itself.</param>
/// <param name="Questions">Turns of phrase that raise it in a question-and-answer interpretation.</param>
/// <param name="Source">Where the demand comes from, and how far that was checked.</param>
public sealed record InterpretationElement(
    string Code,
    string Name,
    bool Required,
    IReadOnlyList<string> Synonyms,
    IReadOnlyList<string> Questions,
    ElementSource Source);

/// <summary>The instrument that asks for an element.</summary>
/// <param name="Certainty">V read in full, E read as an excerpt, M not checked.</param>
public sealed record ElementSource(string Title, string Certainty);

/// <summary>The elements of an interpretation that the office asks for, with the headings under which it accepts them.</summary>
public sealed class ElementCatalogue
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Dictionary<string, InterpretationElement> _byWord = new(StringComparer.OrdinalIgnoreCase);

    private ElementCatalogue(CatalogueFile file)
    {
        Version = file.Version;
        EffectiveFrom = file.EffectiveFrom;
        Elements = file.Elements;
        foreach (var element in Elements)
        {
            foreach (var word in (IEnumerable<string>)[element.Code, element.Name, .. element.Synonyms])
            {
                if (string.IsNullOrWhiteSpace(word) || !_byWord.TryAdd(word, element))
                {
                    throw new FormatException($"Element {element.Code}: the word '{word}' is blank or used twice.");
                }
            }
        }
    }

    /// <summary>The edition of the catalogue, as its file says.</summary>
    public string Version { get; }

    /// <summary>The first day, in Asia/Shanghai, on which the office asks for these elements.</summary>
    public DateOnly EffectiveFrom { get; }

    /// <summary>All elements in the order in which a notice names them; required and recommended ones.</summary>
    public IReadOnlyList<InterpretationElement> Elements { get; }

    /// <summary>Reads a catalogue file.</summary>
    /// <exception cref="FormatException">It is no JSON of this shape, names no element, or uses one word for two elements.</exception>
    public static ElementCatalogue Parse(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<CatalogueFile>(json, Strict);
            return file is { Elements.Count: > 0 }
                ? new ElementCatalogue(file)
                : throw new FormatException("The catalogue names no element.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The catalogue of elements cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>The element of that code, name or synonym, spaces around it and letter case aside; null where there is none.</summary>
    public InterpretationElement? Named(string nameOrSynonymOrCode) =>
        _byWord.GetValueOrDefault(nameOrSynonymOrCode.Trim());

    private sealed record CatalogueFile(
        string Name,
        string Version,
        DateOnly EffectiveFrom,
        IReadOnlyList<InterpretationElement> Elements);
}
