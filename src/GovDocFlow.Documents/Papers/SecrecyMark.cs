using System.Text.RegularExpressions;

namespace GovDocFlow.Documents.Papers;

/// <summary>The mark of a state secret: a line of its own such as 机密★10年.</summary>
public static partial class SecrecyMark
{
    private const int ParagraphsLookedAt = 30;

    /// <summary>
    /// The first paragraph that bears a mark; null where none does. Looked at are the first 30 paragraphs of the body that are
    /// not empty, the whole first page of a PDF, and every header, footer and text box. A sentence that mentions a mark bears none.
    /// </summary>
    public static Paragraph? Find(Paper paper)
    {
        var seenInBody = 0;
        foreach (var paragraph in paper.Paragraphs)
        {
            if (string.IsNullOrWhiteSpace(paragraph.Text) || !IsLookedAt(paragraph, ref seenInBody))
            {
                continue;
            }

            if (Normalised.Lines(paragraph.Text).Any(IsMark))
            {
                return paragraph;
            }
        }

        return null;
    }

    private static bool IsLookedAt(Paragraph paragraph, ref int seenInBody)
    {
        if (paragraph.Part != PaperPart.Body)
        {
            return true;
        }

        return paragraph.Page is { } page ? page == 1 : ++seenInBody <= ParagraphsLookedAt;
    }

    private static bool IsMark(string line) => line.Length < 100 && Mark().IsMatch(Normalised.WithoutSpaces(line));

    // Copy number and urgency share the mark's line where the printer sets them side by side.
    [GeneratedRegex(
        """
        ^[\[(【〖]?(份号:?|No\.?)?(\d{6})?(特急|加急|平急|特提)?(密级(和保密期限)?:?)?
        (绝密|機密|机密|秘密|絕密)
        [★☆✩✪✭✮✯✰⭐🌟*]{1,4}
        ([\d一二两三四五六七八九十]{1,3}(年|个?月|[日天])
        |长期|長期
        |(至|到)?\d{4}年(\d{1,2}月(\d{1,2}日)?)?(前|止|解密)?
        |(启用|啟用|解密|公开|公布|发布|使用|开启)前)?
        [★☆]?(特急|加急|平急|特提)?[\])】〗]?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Mark();
}
