using DocumentFormat.OpenXml.Wordprocessing;

namespace GovDocFlow.Papers;

/// <summary>The styles of the office's papers, and the fonts with what stands in for them.</summary>
internal static class DocxStyles
{
    private const string Serif = "宋体";
    private const string Body = "仿宋";

    /// <summary>The styles part.</summary>
    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(Body),
                new FontSize { Val = "28" },
                new FontSizeComplexScript { Val = "28" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Derived("Title", "Title", 32, Serif, new ParagraphSpacing(120, 240), JustificationValues.Center, isBold: true),
        Derived("Heading1", "heading 1", 30, Serif, new ParagraphSpacing(240, 120), JustificationValues.Left, isBold: true, outline: 0),
        Derived("Heading2", "heading 2", 28, Serif, new ParagraphSpacing(120, 60), JustificationValues.Left, isBold: true, outline: 1),
        Derived("BodyText", "Body Text", 28, Body, new ParagraphSpacing(0, 60), JustificationValues.Both, firstLine: 200),
        Derived("TableHead", "Table Head", 24, Serif, new ParagraphSpacing(40, 40), JustificationValues.Center, isBold: true),
        Derived("TableText", "Table Text", 24, Body, new ParagraphSpacing(40, 40), JustificationValues.Left),
        Derived("Footer", "footer", 24, Serif, new ParagraphSpacing(0, 0), JustificationValues.Center));

    /// <summary>The font table: a host without these fonts finds the next best by it.</summary>
    public static Fonts FontTable() => new(
        Font(Body, "仿宋_GB2312", FontFamilyValues.Modern),
        Font(Serif, "SimSun", FontFamilyValues.Auto),
        new Font(
            new FontCharSet { Val = "00" },
            new FontFamily { Val = FontFamilyValues.Roman },
            new Pitch { Val = FontPitchValues.Variable })
        { Name = "Times New Roman" });

    private static Font Font(string name, string otherwise, FontFamilyValues family) => new(
        new AltName { Val = otherwise },
        new FontCharSet { Val = "86" },
        new FontFamily { Val = family },
        new Pitch { Val = FontPitchValues.Variable })
    {
        Name = name,
    };

    private static RunFonts Fonts(string eastAsian) =>
        new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = eastAsian, ComplexScript = "Times New Roman" };

    private static Style Derived(
        string id,
        string name,
        int halfPoints,
        string font,
        ParagraphSpacing spacing,
        JustificationValues alignment,
        bool isBold = false,
        int? outline = null,
        int? firstLine = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = $"{spacing.Before}", After = $"{spacing.After}" });
        if (firstLine is { } characters)
        {
            paragraph.Append(new Indentation { FirstLineChars = characters, FirstLine = $"{halfPoints * 10 * characters / 100}" });
        }

        paragraph.Append(new Justification { Val = alignment });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties(Fonts(font));
        if (isBold)
        {
            run.Append(new Bold());
        }

        run.Append(new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" });
        return new Style(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            paragraph,
            run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
    }

    // In twentieths of a point.
    private sealed record ParagraphSpacing(int Before, int After);
}
