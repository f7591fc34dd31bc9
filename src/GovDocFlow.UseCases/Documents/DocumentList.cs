using System.Runtime.CompilerServices;
using GovDocFlow.Storage;

namespace GovDocFlow.UseCases.Documents;

/// <summary>Reads the lines of document lists.</summary>
internal sealed class DocumentList(Session session)
{
    // Which documents they are is found in narrow indexes alone; only what is shown is then read from the wide rows.
    private const string Lines =
        """
        SELECT l.Seq, l.Id, l.Title, l.Kind, l.State, l.Attribute, l.Normative, l.Department, l.Number, l.NumberOrder, l.CreatedAt,
               l.FormedOn, l.IssuedAt, l.DueSoonAt, l.OverdueAt, l.IsProvisional, l.Version
        FROM   Document l
        WHERE  1 = 1
        """;

    private const string Found = "SELECT d.Seq FROM Document d WHERE 1 = 1";

    /// <summary>A page of the documents that meet a condition.</summary>
    /// <param name="where">Further conditions (AND …) on rows named <c>d</c>.</param>
    /// <param name="values">Their parameters; takes those of the page.</param>
    /// <param name="now">When it is asked.</param>
    /// <exception cref="GovDocFlow.Documents.RefusedException">The cursor is none of ours, or of another order.</exception>
    public async Task<Page<ReadDocuments.Line>> PageAsync(
        string where,
        Dictionary<string, object?> values,
        DocumentSequence sequence,
        int limit,
        string? cursor,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var rows = new List<DocumentLineRow>();
        foreach (var stretch in sequence.Stretches(cursor, values))
        {
            values["take"] = limit + 1 - rows.Count;
            var found = session.Dialect.Page($"{Found}{where}{stretch.Condition}{stretch.OrderOf("d")}", "@take");
            rows.AddRange(await session.QueryAsync<DocumentLineRow>(
                $"{Lines} AND l.Seq IN ({found}){stretch.OrderOf("l")}", values, cancellation));
            if (rows.Count > limit)
            {
                break;
            }
        }

        return new Page<ReadDocuments.Line>(
            [.. rows.Take(limit).Select(row => row.ToLine(now))], rows.Count > limit ? sequence.After(rows[limit - 1]) : null);
    }

    /// <summary>All of the documents that meet a condition, one by one as they are read.</summary>
    /// <param name="where">Further conditions (AND …) on rows named <c>d</c>.</param>
    /// <param name="values">Their parameters; takes those of the sequence.</param>
    /// <param name="now">When it is asked.</param>
    public async IAsyncEnumerable<ReadDocuments.Line> AllAsync(
        string where,
        Dictionary<string, object?> values,
        DocumentSequence sequence,
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var stretch in sequence.Stretches(null, values))
        {
            var rows = session.StreamAsync<DocumentLineRow>(
                $"{Lines} AND l.Seq IN ({Found}{where}{stretch.Condition}){stretch.OrderOf("l")}", values, cancellation);
            await foreach (var row in rows)
            {
                yield return row.ToLine(now);
            }
        }
    }
}
