using System.Text.RegularExpressions;

namespace GovDocFlow.Documents.Papers;

/// <summary>One line of a paper, taken apart as a reader of official papers would.</summary>
/// <param name="Head">What stands where a heading would: up to the first full stop or colon, without number and brackets.</param>
/// <param name="Rest">What follows the head on the same line; empty where the line is all head.</param>
/// <param name="Rank">How deep its typed number puts it: 一、 above （一） above 1.; null without one.</param>
internal sealed partial record OutlineLine(Paragraph At, string Head, string Rest, int? Rank, bool IsQuestion)
{
    private const int LongestHeading = 60;
    private const int LongestListHeading = 30;
    private const int LongestContentsEntry = 300;

    /// <summary>A heading by style or outline level, and no longer than headings are.</summary>
    public bool IsStyled => At.HeadingLevel is not null && Head.Length + Rest.Length <= LongestHeading;

    /// <summary>All of it is heading: numbered, short, and not a sentence.</summary>
    public bool IsNumberedHeading => Rank is not null && Rest.Length == 0 && Head.Length <= LongestListHeading && !EndsSentence;

    /// <summary>It says something, rather than standing in for text that is still to come.</summary>
    public bool HasSubstance => SaysSomething(Head + Rest);

    private bool EndsSentence { get; init; }

    /// <summary>Reads a line.</summary>
    public static OutlineLine Read(Paragraph at, string text)
    {
        var line = Unspaced(text.Trim());
        int? rank = null;
        var asks = false;
        while (Enumerator().Match(line) is { Success: true, Length: > 0 } number && number.Length < line.Length)
        {
            rank ??= RankOf(number);
            asks |= number.Groups["ask"].Success;
            line = line[number.Length..].TrimStart();
        }

        var (head, rest, terminator) = Split(line, rank is not null);
        var plain = Normalised.WithoutSpaces(head).Trim('[', ']', '【', '】', '〖', '〗', '「', '」', '“', '”', '"');
        var isQuestion = asks || (terminator is '?' or '？' && plain.Length <= LongestHeading);
        return new OutlineLine(at, plain, rest.Trim(), rank, isQuestion) { EndsSentence = terminator is not (null or ':' or '：') };
    }

    /// <summary>It belongs below <paramref name="other"/>, so that what stands under it stands under both.</summary>
    public bool IsDeeperThan(OutlineLine other, bool isElement)
    {
        if (IsStyled && other.IsStyled && At.HeadingLevel != other.At.HeadingLevel)
        {
            return At.HeadingLevel > other.At.HeadingLevel;
        }

        if (IsStyled != other.IsStyled)
        {
            return other.IsStyled;
        }

        return (Rank, other.Rank) switch
        {
            ({ } mine, { } theirs) => mine > theirs,
            (null, { }) => true,
            ({ }, null) => !isElement,
            (null, null) => false,
        };
    }

    /// <summary>Whether it says something: at least one letter or digit, and no mere “略” or “待补充”.</summary>
    public static bool SaysSomething(string text) => text.Any(char.IsLetterOrDigit) && !Placeholder().IsMatch(text);

    /// <summary>Whether it is an entry of a table of contents, which repeats a heading and has no text under it.</summary>
    public static bool IsContentsEntry(string text) => text.Length <= LongestContentsEntry && ContentsEntry().IsMatch(text);

    // Headings are often spread out by hand: 背 景 依 据.
    private static string Unspaced(string line) =>
        line.Length <= LongestHeading && SpreadOut().IsMatch(line) ? Normalised.WithoutSpaces(line) : line;

    private static (string Head, string Tail, char? Terminator) Split(string line, bool numbered)
    {
        if (Bracketed().Match(line) is { Success: true } bracketed)
        {
            return (bracketed.Groups["head"].Value, line[bracketed.Length..].TrimStart(':', '：', '。'), null);
        }

        var end = (numbered ? EndOfNumberedHead() : EndOfHead()).Match(line);
        return end.Success
            ? (line[..end.Index], line[(end.Index + end.Length)..], end.Value[0])
            : (line, "", null);
    }

    private static int RankOf(Match number)
    {
        if (number.Groups["arabic"] is { Success: true } arabic)
        {
            return 6 + arabic.Value.Count(character => character is '.' or '．');
        }

        return number.Groups["part"].Success ? 1
            : number.Groups["section"].Success ? 2
            : number.Groups["chinese"].Success || number.Groups["ask"].Success ? 3
            : number.Groups["bracket"].Success ? 4
            : number.Groups["ordinal"].Success ? 5
            : number.Groups["circled"].Success ? 11
            : 12;
    }

    [GeneratedRegex(@"^(?:[\u4e00-\u9fa5][ \u3000]+){2,}[\u4e00-\u9fa5]$", RegexOptions.CultureInvariant)]
    private static partial Regex SpreadOut();

    [GeneratedRegex(@"(\t|[.．·…]{3,}|…)\s*\d{1,4}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ContentsEntry();

    [GeneratedRegex(
        """
        ^(?:
          (?<part>第[一二三四五六七八九十百\d]{1,4}\s*(?:部分|编|章)[、，,:：.．\s]*)
        | (?<section>第[一二三四五六七八九十百\d]{1,4}\s*节[、，,:：.．\s]*)
        | (?<ordinal>第[一二三四五六七八九十百\d]{1,4}\s*(?:条\s*|[、，,:：.．]\s*))
        | (?<bracket>[（(]\s*[一二三四五六七八九十百]{1,4}\s*[）)][、.．:：]?|[㈠-㈩][、.．]?)
        | (?<chinese>[一二三四五六七八九十百]{1,4}\s*[、.．:：\s]\s*)
        | (?<circled>[（(]\s*\d{1,2}\s*[）)][、.．]?|\d{1,2}[)）][、.．]?|[①-⒇][、.．]?)
        | (?<arabic>\d{1,2}(?:[.．]\d{1,2}){0,3}(?:[、.．:：]\s*|\s+)|\d{1,2}(?:[.．]\d{1,2}){1,3}(?=[^\d年月日.．%％]))
        | (?<arabic>[⒈-⒛]\s*)
        | (?<ask>(?:问题?\s*[一二三四五六七八九十\d]{0,3}|[QqＱ]\s*\d{0,3})\s*[:：、.．]\s*)
        | (?<bullet>[●■◆★☆•·▪▶►◎○√※➢✓＊*–—-]\s*)
        )
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Enumerator();

    [GeneratedRegex(@"^[【〖\[「](?<head>[^】〗\]」]{1,30})[】〗\]」]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[。：:；;！!？?]|——|\s*[\t\u3000]\s*|\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfHead();

    [GeneratedRegex(@"[。：:；;！!？?]|——|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfNumberedHead();

    [GeneratedRegex(
        @"^[（(【\[]?\s*(略|无|暂无|暂缺|待补充|待补|待定|待完善|同上|无内容|TBD|TODO|N/?A)\s*[）)】\]]?[。.…]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
