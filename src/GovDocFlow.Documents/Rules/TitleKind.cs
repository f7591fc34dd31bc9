namespace GovDocFlow.Documents.Rules;

/// <summary>Reads the kind of document that a title ends with: …的通知 is a notice.</summary>
internal static class TitleKind
{
    private static readonly (string Ending, DocumentKind Kind)[] Endings =
    [
        ("决议", DocumentKind.Resolution), ("决定", DocumentKind.Decision), ("命令", DocumentKind.Order),
        ("政府令", DocumentKind.Order), ("公报", DocumentKind.Communique), ("公告", DocumentKind.Announcement),
        ("通告", DocumentKind.PublicNotice), ("意见", DocumentKind.Opinions), ("通知", DocumentKind.Notice),
        ("通报", DocumentKind.Circular), ("报告", DocumentKind.Report), ("请示", DocumentKind.Request),
        ("批复", DocumentKind.Reply), ("议案", DocumentKind.Proposal), ("函", DocumentKind.Letter),
        ("纪要", DocumentKind.Minutes),
    ];

    /// <summary>The kind that the title's last words name; null where they name none (a plan, a list).</summary>
    public static DocumentKind? Of(string title)
    {
        var words = WithoutTrailingBrackets(title);
        foreach (var (ending, kind) in Endings)
        {
            if (words.EndsWith(ending, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }

    // …的通知（代拟稿） still ends with 通知.
    private static string WithoutTrailingBrackets(string title)
    {
        var words = title.Trim();
        while (words.Length > 0 && words[^1] is '）' or ')')
        {
            var open = words.LastIndexOfAny(['（', '(']);
            if (open <= 0)
            {
                break;
            }

            words = words[..open].TrimEnd();
        }

        return words;
    }
}
