using System.Globalization;
using System.Text.RegularExpressions;

namespace GovDocFlow.Documents.Papers;

/// <summary>Something on paper that does not agree with what was declared; it warns and brings nothing back.</summary>
/// <param name="Code"><c>TITLE_DIFFERS</c> or <c>EFFECT_DATE_DIFFERS</c>.</param>
/// <param name="Location">Where in the paper, in the office's words.</param>
public sealed record LayoutFinding(string Code, Sentence Message, string Location);

/// <summary>What a body says of itself, held against what was declared of it.</summary>
public static partial class LayoutFindings
{
    private const int LinesBeforeTitle = 20;
    private const int LongestTitle = 200;
    private const int LinesOfTitle = 5;

    /// <summary>The findings in reading order; empty where all agrees or where the paper does not say.</summary>
    /// <param name="effectiveOn">The declared day of effect; null where the text alone decides, and then no date is a finding.</param>
    public static IReadOnlyList<LayoutFinding> Of(Paper paper, string title, DateOnly? effectiveOn)
    {
        var findings = new List<LayoutFinding>();
        if (DifferentTitle(paper, title) is { } heading)
        {
            findings.Add(heading);
        }

        if (effectiveOn is { } declared && DifferentDate(paper, declared) is { } date)
        {
            findings.Add(date);
        }

        return findings;
    }

    private static LayoutFinding? DifferentTitle(Paper paper, string title)
    {
        var lines = paper.Body.Where(line => !string.IsNullOrWhiteSpace(line.Text)).Take(LinesBeforeTitle).ToList();
        var wanted = WithoutDraftNote(Normalised.WithoutSpaces(title));
        for (var first = 0; first < lines.Count; first++)
        {
            var joined = "";
            for (var last = first; last < Math.Min(first + LinesOfTitle, lines.Count) && joined.Length <= wanted.Length; last++)
            {
                joined += WithoutDraftNote(Normalised.WithoutSpaces(lines[last].Text));
                if (joined == wanted)
                {
                    return null;
                }
            }
        }

        var shown = lines.FirstOrDefault(line => line.HeadingLevel == 1) ?? lines.FirstOrDefault(line => IsTitleLike(line.Text));
        return shown is null
            ? null
            : new LayoutFinding(
                "TITLE_DIFFERS",
                new Sentence(
                    $"正文标题“{Shortened(shown.Text)}”与填报标题“{Shortened(title)}”不一致，请核对。",
                    $"The heading of the body, “{Shortened(shown.Text)}”, differs from the title, “{Shortened(title)}”. Check them."),
                shown.Location);
    }

    private static LayoutFinding? DifferentDate(Paper paper, DateOnly declared)
    {
        (DateOnly Day, Paragraph At)? other = null;
        foreach (var paragraph in paper.Body)
        {
            foreach (Match match in EffectClause().Matches(Normalised.WithoutSpaces(paragraph.Text)))
            {
                if (Day(match) is not { } day)
                {
                    continue;
                }

                if (day == declared)
                {
                    return null;
                }

                // The clause on effect stands at the end; earlier ones speak of the papers that are replaced.
                other = (day, paragraph);
            }
        }

        return other is not { } found
            ? null
            : new LayoutFinding(
                "EFFECT_DATE_DIFFERS",
                new Sentence(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"正文写明自{found.Day:yyyy年M月d日}起施行，填报的施行日期为{declared:yyyy年M月d日}，请核对。"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The text takes effect on {found.Day:yyyy-MM-dd}, the form says {declared:yyyy-MM-dd}. Check them.")),
                found.At.Location);
    }

    private static bool IsTitleLike(string text)
    {
        var line = Normalised.WithoutSpaces(text);
        return line.Length is >= 6 and <= LongestTitle && TitleLike().IsMatch(WithoutDraftNote(line));
    }

    private static string WithoutDraftNote(string line) => DraftNote().Replace(line, "");

    private static string Shortened(string text)
    {
        var line = text.Trim().ReplaceLineEndings("");
        return line.Length <= 60 ? line : line[..60] + "…";
    }

    private static DateOnly? Day(Match match) =>
        Number(match.Groups["year"].Value) is var year and >= 1900 and <= 9999
        && Number(match.Groups["month"].Value) is var month and >= 1 and <= 12
        && Number(match.Groups["day"].Value) is var day && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    // 二〇二六 is written digit by digit, 十二 and 三十一 by tens.
    private static int Number(string text)
    {
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten >= 0)
        {
            var tens = ten == 0 ? 1 : Digit(text[0]);
            return (tens * 10) + (ten + 1 < text.Length ? Digit(text[ten + 1]) : 0);
        }

        return text.Aggregate(0, (number, character) => (number * 10) + Digit(character));
    }

    private static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        '〇' or '○' or '零' => 0,
        _ => "一二三四五六七八九".IndexOf(character, StringComparison.Ordinal) + 1,
    };

    [GeneratedRegex(
        """
        (?<year>\d{4}|[一二三四五六七八九〇○零]{4})年
        (?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月
        (?<day>\d{1,2}|[一二三四五六七八九十]{1,3})日
        (零时|0时|0:00|24时)?(起|开始)?(正式|统一|全面)?(施行|实施|执行|生效)
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex EffectClause();

    [GeneratedRegex(
        "^[^。;!?,:]*(决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|细则|方案|规划|措施)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex TitleLike();

    [GeneratedRegex(@"\((代拟稿|送审稿|报审稿|征求意见稿|草案|审议稿|讨论稿|试行稿)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex DraftNote();
}
