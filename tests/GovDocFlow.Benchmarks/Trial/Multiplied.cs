using Dapper;

namespace GovDocFlow.Benchmarks.Trial;

/// <summary>Copies the rows of cases that went through the use cases, many times over, inside the database.</summary>
/// <remarks>A copy's keys are those of its case with the first eight digits replaced by the copy's number.</remarks>
internal static class Multiplied
{
    private const int KeyDigits = 8;

    private static readonly (string Table, string OfTemplate)[] Tables =
    [
        ("Document", "t.Id = p.Template"),
        ("TrailHead", "t.Subject = 'document:' || p.Template"),
        ("Clock", "t.SubjectId = p.Template"),
        ("TrailEntry", "t.Subject = 'document:' || p.Template"),
        ("DocumentFile", "t.DocumentId = p.Template"),
        ("WorkTask", "t.DocumentId = p.Template"),
        ("Opinion", "t.DocumentId = p.Template"),
        ("Publication", "t.DocumentId = p.Template"),
        ("ClockHistory", "t.ClockId IN (SELECT Id FROM Clock WHERE SubjectId = p.Template)"),
    ];

    /// <summary>The tables without which no clock runs.</summary>
    public static IReadOnlyList<string> OnlyClocks { get; } = ["Document", "TrailHead", "Clock"];

    /// <summary>All tables that hold a part of a case.</summary>
    public static IReadOnlyList<string> AllParts { get; } = [.. Tables.Select(table => table.Table)];

    /// <summary>The key that belongs to copy <paramref name="n"/>, counted from 1.</summary>
    public static string Key(int n, string ofTemplate) => $"{n:x8}{ofTemplate.AsSpan(KeyDigits)}";

    /// <summary>Makes the copies, the templates taking turns.</summary>
    public static async Task RunAsync(
        TrialOffice office,
        IReadOnlyList<Guid> templates,
        int copies,
        IReadOnlyList<string> tables,
        CancellationToken cancellation)
    {
        await using var connection = await office.ConnectToFillAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("CREATE TEMP TABLE Turn (N INTEGER PRIMARY KEY, Template TEXT NOT NULL)", transaction: transaction);
        await connection.ExecuteAsync(
            "INSERT INTO Turn (N, Template) VALUES (@n, @template)",
            templates.Select((template, index) => new { n = index, template = template.ToString() }),
            transaction);
        await connection.ExecuteAsync(
            """
            CREATE TEMP TABLE Plan (N INTEGER PRIMARY KEY, Template TEXT NOT NULL);
            WITH RECURSIVE Counted (N) AS (SELECT 1 UNION ALL SELECT N + 1 FROM Counted WHERE N < @copies)
            INSERT INTO Plan SELECT c.N, r.Template FROM Counted c JOIN Turn r ON r.N = c.N % @turns
            """,
            new { copies, turns = templates.Count },
            transaction);
        foreach (var (table, ofTemplate) in Tables.Where(table => tables.Contains(table.Table)))
        {
            var columns = (await connection.QueryAsync<string>($"SELECT name FROM pragma_table_info('{table}')"))
                .Where(column => column != "Seq")
                .ToList();
            var values = columns.Select(column => Value(table, column, copies));
            await connection.ExecuteAsync(
                $"""
                INSERT INTO {table} ({string.Join(", ", columns)})
                SELECT {string.Join(", ", values)}
                FROM   Plan p CROSS JOIN {table} t
                WHERE  {ofTemplate}
                ORDER BY p.N, t.Seq
                """,
                transaction: transaction);
        }

        await transaction.CommitAsync(cancellation);
        await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static string Value(string table, string column, int copies) => (table, column) switch
    {
        (_, "Id" or "DocumentId" or "ClockId" or "SubjectId") => $"printf('%08x', p.N) || substr(t.{column}, {KeyDigits + 1})",
        (_, "Subject") => $"'document:' || printf('%08x', p.N) || substr(t.Subject, {"document:".Length + KeyDigits + 1})",
        ("Document", "Title") => "t.Title || '（第' || p.N || '件）'",
        ("Document", "Number") => "t.Number || p.N",
        ("Document", "NumberOrder") => "t.NumberOrder || printf('%06d', p.N)",

        // Two years' work of some hundred drafters.
        ("Document", "CreatedAt") =>
            $"strftime('%Y-%m-%dT%H:%M:%fZ', t.CreatedAt, '-' || (({copies} - p.N) * 10) || ' minutes')",
        ("Document", "StartedBy") =>
            "CASE WHEN p.N % 40 = 0 THEN t.StartedBy ELSE printf('%08x', p.N % 997) || substr(t.StartedBy, 9) END",
        _ => $"t.{column}",
    };
}
