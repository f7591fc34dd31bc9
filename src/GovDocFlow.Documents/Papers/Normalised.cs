using System.Text;

namespace GovDocFlow.Documents.Papers;

/// <summary>Text brought to one form, so that typing habits make no difference.</summary>
internal static class Normalised
{
    /// <summary>Half-width where there is one, without any white space or invisible character.</summary>
    public static string WithoutSpaces(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var character in HalfWidth(text))
        {
            if (!char.IsWhiteSpace(character) && !IsInvisible(character))
            {
                builder.Append(character);
            }
        }

        return builder.ToString();
    }

    /// <summary>Half-width where there is one; circled numbers become plain ones.</summary>
    public static string HalfWidth(string text) => WellFormed(text).Normalize(NormalizationForm.FormKC);

    /// <summary>The lines of a text; a paragraph holds several where they were broken by hand.</summary>
    public static string[] Lines(string text) => text.Split(['\n', '\r', '\v', '\f', '\u2028', '\u2029']);

    private static bool IsInvisible(char character) =>
        character is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFE0E' or '\uFE0F' or '\u00AD';

    // Normalisation throws on half of a surrogate pair, which a damaged PDF font can yield.
    private static string WellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
                continue;
            }

            return WithoutLoneSurrogates(text);
        }

        return text;
    }

    private static string WithoutLoneSurrogates(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            builder.Append(rune);
        }

        return builder.ToString();
    }
}
