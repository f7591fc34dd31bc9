using System.Globalization;
using System.Text;
using GovDocFlow.Documents;

namespace GovDocFlow.UseCases;

/// <summary>A page of a list.</summary>
/// <param name="Next">The cursor of the next page; null on the last one. It stays valid when rows are added.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Pages lists by the sequence of their rows, never by id or time.</summary>
public static class Paging
{
    /// <summary>How many lines a page has where nobody says otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>How many lines a page has at most.</summary>
    public const int MaxLimit = 200;

    /// <summary>The limit that was asked for, within bounds.</summary>
    /// <exception cref="RefusedException">It is not between 1 and 200.</exception>
    public static int Limit(int? asked) => asked switch
    {
        null => DefaultLimit,
        >= 1 and <= MaxLimit => asked.Value,
        _ => throw new RefusedException(Refusal.Content(
            "WRONG_LIMIT", "limit 须在 1 到 200 之间。", "limit lies between 1 and 200.")),
    };

    /// <summary>The sequence after which the page begins.</summary>
    /// <param name="descending">Whether the list runs from the newest to the oldest.</param>
    /// <exception cref="RefusedException">The cursor is none of ours.</exception>
    internal static long After(string? cursor, bool descending)
    {
        if (cursor is null)
        {
            return descending ? long.MaxValue : 0;
        }

        var bytes = new byte[24];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && long.TryParse(Encoding.ASCII.GetString(bytes, 0, length), CultureInfo.InvariantCulture, out var seq)
                ? seq
                : throw new RefusedException(Refusal.Content(
                    "WRONG_CURSOR", "cursor 无效，请从第一页重新读取。", "The cursor is not valid; begin at the first page."));
    }

    /// <summary>The page of rows of which one more than the limit was read.</summary>
    internal static Page<TLine> Of<TRow, TLine>(
        IReadOnlyList<TRow> rows, int limit, Func<TRow, long> seq, Func<TRow, TLine> shown)
    {
        var next = rows.Count > limit
            ? Convert.ToBase64String(Encoding.ASCII.GetBytes(seq(rows[limit - 1]).ToString(CultureInfo.InvariantCulture)))
            : null;
        return new Page<TLine>([.. rows.Take(limit).Select(shown)], next);
    }
}
