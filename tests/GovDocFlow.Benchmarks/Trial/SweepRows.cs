using Dapper;
using Microsoft.Data.Sqlite;

namespace GovDocFlow.Benchmarks.Trial;

/// <summary>All rows that a sweep wrote for some clocks, to be written again for others by bare statements.</summary>
internal sealed record SweepRows(
    IReadOnlyList<ClockStateRow> Clocks,
    IReadOnlyList<FiredRungRow> Fired,
    IReadOnlyList<ClockHistoryRow> History,
    IReadOnlyList<SupervisionRow> Supervision,
    IReadOnlyList<NoticeRow> Notices,
    IReadOnlyList<TrailRow> Trail)
{
    /// <summary>What the sweep left behind for these clocks, of which each has its own document.</summary>
    public static async Task<SweepRows> ReadAsync(
        SqliteConnection connection, IReadOnlyList<string> clocks, IReadOnlyList<string> documents)
    {
        var p = new { clocks, documents, subjects = documents.Select(id => $"document:{id}") };
        return new SweepRows(
            await RowsAsync<ClockStateRow>("SELECT * FROM Clock WHERE Id IN @clocks"),
            await RowsAsync<FiredRungRow>("SELECT * FROM FiredRung WHERE ClockId IN @clocks ORDER BY Seq"),
            await RowsAsync<ClockHistoryRow>("SELECT * FROM ClockHistory WHERE ClockId IN @clocks"),
            await RowsAsync<SupervisionRow>("SELECT * FROM SupervisionItem WHERE ClockId IN @clocks"),
            await RowsAsync<NoticeRow>("SELECT * FROM Notice WHERE DocumentId IN @documents ORDER BY Seq"),
            await RowsAsync<TrailRow>("SELECT * FROM TrailEntry WHERE Subject IN @subjects ORDER BY Seq"));

        async Task<IReadOnlyList<T>> RowsAsync<T>(string sql) => (await connection.QueryAsync<T>(sql, p)).AsList();
    }

    /// <summary>The same rows for other clocks.</summary>
    /// <param name="moved">The key there of a clock's or document's key here.</param>
    public SweepRows MovedTo(Func<string, string> moved) => new(
        [.. Clocks.Select(clock => clock with { Id = moved(clock.Id), SubjectId = moved(clock.SubjectId) })],
        [.. Fired.Select(rung => rung with { ClockId = moved(rung.ClockId) })],
        [.. History.Select(change => change with { ClockId = moved(change.ClockId) })],
        [
            .. Supervision.Select(item => item with
            {
                Id = moved(item.Id), DocumentId = moved(item.DocumentId), ClockId = moved(item.ClockId),
            }),
        ],
        [.. Notices.Select(notice => notice with { Id = moved(notice.Id), DocumentId = moved(notice.DocumentId) })],
        [.. Trail.Select(line => line with { Subject = $"document:{moved(line.Subject["document:".Length..])}" })]);

    /// <summary>The rows of some of the clocks only.</summary>
    public SweepRows Of(IReadOnlyCollection<ClockStateRow> clocks)
    {
        var ids = clocks.Select(clock => clock.Id).ToHashSet();
        var documents = clocks.Select(clock => clock.SubjectId).ToHashSet();
        return new SweepRows(
            [.. clocks],
            [.. Fired.Where(rung => ids.Contains(rung.ClockId))],
            [.. History.Where(change => ids.Contains(change.ClockId))],
            [.. Supervision.Where(item => ids.Contains(item.ClockId))],
            [.. Notices.Where(notice => documents.Contains(notice.DocumentId))],
            [.. Trail.Where(line => documents.Contains(line.Subject["document:".Length..]))]);
    }

    /// <summary>Writes them in one transaction.</summary>
    public async Task WriteAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(FiredRungRow.Insert, Fired, transaction);
        await connection.ExecuteAsync(NoticeRow.Insert, Notices, transaction);
        await connection.ExecuteAsync(SupervisionRow.Insert, Supervision, transaction);
        await connection.ExecuteAsync(ClockStateRow.Update, Clocks, transaction);
        await connection.ExecuteAsync(ClockHistoryRow.Insert, History, transaction);
        await connection.ExecuteAsync(TrailRow.Append, Trail, transaction);
        await transaction.CommitAsync(cancellation);
    }
}
