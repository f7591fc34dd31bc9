using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace GovDocFlow.Papers.Docx;

/// <summary>Which paragraph styles are headings, and of which level.</summary>
internal sealed partial class HeadingStyles
{
    // Longer chains are cycles.
    private const int LongestChain = 32;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <summary>Adds the styles of a styles part.</summary>
    public void Add(XmlReader reader)
    {
        Style? style = null;
        while (reader.Step())
        {
            if (!DocxNames.IsWord(reader) || reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "style" when reader.GetAttribute("styleId", reader.NamespaceURI) is { } id:
                    _styles[id] = style = new Style();
                    break;
                case "name" when style is not null:
                    style.Name ??= DocxNames.Value(reader);
                    break;
                case "basedOn" when style is not null:
                    style.BasedOn = DocxNames.Value(reader);
                    break;
                case "outlineLvl" when style is not null:
                    style.Outline = OutlineLevel(DocxNames.Value(reader));
                    break;
            }
        }
    }

    /// <summary>The heading level of a paragraph, 1–9; null for running text.</summary>
    /// <param name="outline">
    /// The paragraph's own outline level, which goes before its style's: 1–9, 0 for running text, null where it has none.
    /// </param>
    public int? Level(string? styleId, int? outline)
    {
        var level = outline;
        for (var hops = 0; level is null && styleId is not null && hops < LongestChain; hops++)
        {
            if (!_styles.TryGetValue(styleId, out var style))
            {
                level = LevelByName(styleId);
                break;
            }

            level = style.Outline ?? LevelByName(style.Name);
            styleId = style.BasedOn;
        }

        return level is > 0 ? level : null;
    }

    /// <summary>An outline level as written, 0–8 for headings and 9 for text, as 1–9 and 0; null for anything else.</summary>
    public static int? OutlineLevel(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= 9
            ? (level + 1) % 10
            : null;

    private static int? LevelByName(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var match = HeadingName().Match(name);
        if (!match.Success)
        {
            return null;
        }

        var level = match.Groups["level"].Value;
        return level.Length == 0 ? 1
            : char.IsAsciiDigit(level[0]) ? level[0] - '0'
            : "一二三四五六七八九".IndexOf(level[0], StringComparison.Ordinal) + 1;
    }

    // The title of a paper is its uppermost heading; "title" and 标题 without a number are its style.
    [GeneratedRegex(
        @"^(?:(?:heading|标题|標題)\s*(?<level>[1-9])|(?<level>[一二三四五六七八九])级标题|(?:title|标题))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    private sealed class Style
    {
        public string? Name { get; set; }

        public string? BasedOn { get; set; }

        public int? Outline { get; set; }
    }
}
