using System.Globalization;
using System.Text;
using GovDocFlow.Documents;

namespace GovDocFlow.UseCases;

/// <summary>A page of a list.</summary>
/// <param name="Next">The cursor of the next page; null on the last one. It stays valid when rows are added.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Pages lists by the sequence of their rows, never by id or time alone.</summary>
public static class Paging
{
    /// <summary>How many lines a page has where nobody says otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>How many lines a page has at most.</summary>
    public const int MaxLimit = 200;

    private const int LongestCursor = 200;
    private const char Between = '|';

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

        return Text(cursor) is { } text && long.TryParse(text, CultureInfo.InvariantCulture, out var seq) ? seq : throw WrongCursor();
    }

    /// <summary>The place after which a page begins whose list is ordered by values; null at its beginning.</summary>
    /// <param name="order">The order that is asked for; a cursor of another one names no place in it.</param>
    /// <exception cref="RefusedException">The cursor is none of ours, or of another order.</exception>
    internal static (long Seq, string? Value)? Place(string? cursor, string order)
    {
        if (cursor is null)
        {
            return null;
        }

        return Text(cursor)?.Split(Between, 3) is [var of, var number, .. var value]
            && of == order
            && long.TryParse(number, CultureInfo.InvariantCulture, out var seq)
                ? (seq, value is [var text] ? text : null)
                : throw WrongCursor();
    }

    /// <summary>The cursor of the page that begins after a row.</summary>
    internal static string Cursor(long seq) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(seq.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The cursor of the page that begins after a row in an order by values.</summary>
    /// <param name="value">The row's value; null where it has none.</param>
    internal static string Cursor(long seq, string order, string? value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{order}{Between}{seq}") + (value is null ? "" : Between + value)));

    /// <summary>The page of rows of which one more than the limit was read.</summary>
    internal static Page<TLine> Of<TRow, TLine>(
        IReadOnlyList<TRow> rows, int limit, Func<TRow, long> seq, Func<TRow, TLine> shown)
    {
        var next = rows.Count > limit ? Cursor(seq(rows[limit - 1])) : null;
        return new Page<TLine>([.. rows.Take(limit).Select(shown)], next);
    }

    private static string? Text(string cursor)
    {
        var bytes = new byte[LongestCursor];
        return Convert.TryFromBase64String(cursor, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static RefusedException WrongCursor() => new(Refusal.Content(
        "WRONG_CURSOR", "cursor 无效，请从第一页重新读取。", "The cursor is not valid; begin at the first page."));
}
