using Dapper;
using GovDocFlow.UseCases.Documents;
using Microsoft.Data.Sqlite;

namespace GovDocFlow.Benchmarks.Trial;

/// <summary>All rows that one approval wrote, to be written again for another case by bare statements.</summary>
internal sealed record ApprovalRows(
    DocumentRow Document,
    TaskRow Closed,
    IReadOnlyList<TaskRow> Opened,
    OpinionRow Opinion,
    IReadOnlyList<TrailRow> Trail,
    IReadOnlyList<NoticeRow> Notices)
{
    private const string UpdateDocument =
        """
        UPDATE Document
        SET    Version = @Version, State = @State, Title = @Title, Kind = @Kind, Attribute = @Attribute,
               Normative = @Normative, Drafters = @Drafters, Draft = @Draft, SubmittedAt = @SubmittedAt,
               SubmittedVersion = @SubmittedVersion, Route = @Route, RouteHash = @RouteHash, RulesHash = @RulesHash,
               Position = @Position, ApprovedPair = @ApprovedPair, Countersignatures = @Countersignatures,
               Returns = @Returns, FormedOn = @FormedOn, SignedOffAt = @SignedOffAt, SignedOffBy = @SignedOffBy,
               Number = @Number, IssuedAt = @IssuedAt
        WHERE  Id = @Id AND Version = @Version - 1
        """;

    /// <summary>What the approval of the case's only task left behind.</summary>
    /// <param name="before">The case as it was before the approval.</param>
    public static async Task<ApprovalRows> ReadAsync(SqliteConnection connection, DocumentView before)
    {
        var p = new
        {
            id = before.Id.ToString(),
            task = before.Waiting[0].Id.ToString(),
            subject = $"document:{before.Id}",
            version = before.Version + 1,
        };
        var opinion = await connection.QuerySingleAsync<OpinionRow>(
            "SELECT * FROM Opinion WHERE DocumentId = @id AND DocumentVersion = @version", p);
        return new ApprovalRows(
            await connection.QuerySingleAsync<DocumentRow>("SELECT * FROM Document WHERE Id = @id", p),
            await connection.QuerySingleAsync<TaskRow>("SELECT * FROM WorkTask WHERE Id = @task", p),
            await RowsAsync<TaskRow>("SELECT * FROM WorkTask WHERE DocumentId = @id AND IsOpen = 1"),
            opinion,
            await RowsAsync<TrailRow>("SELECT * FROM TrailEntry WHERE Subject = @subject AND SubjectVersion = @version"),
            await RowsAsync<NoticeRow>($"SELECT * FROM Notice WHERE DocumentId = @id AND At = '{opinion.GivenAt}'"));

        async Task<IReadOnlyList<T>> RowsAsync<T>(string sql) => (await connection.QueryAsync<T>(sql, p)).AsList();
    }

    /// <summary>The same rows for another case that stands where this one stood.</summary>
    public ApprovalRows MovedTo(DocumentView other)
    {
        var id = other.Id.ToString();
        return new ApprovalRows(
            Document with { Id = id },
            Closed with { Id = other.Waiting[0].Id.ToString(), DocumentId = id },
            [.. Opened.Select(task => task with { Id = NewKey(task.Id), DocumentId = id })],
            Opinion with { Id = NewKey(Opinion.Id), DocumentId = id },
            [.. Trail.Select(line => line with { Subject = $"document:{id}" })],
            [.. Notices.Select(notice => notice with { Id = NewKey(notice.Id), DocumentId = id })]);
    }

    /// <summary>Writes them in one transaction.</summary>
    public async Task WriteAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(UpdateDocument, Document, transaction);
        await connection.ExecuteAsync(TaskRow.Close, Closed, transaction);
        await connection.ExecuteAsync(TaskRow.Insert, Opened, transaction);
        await connection.ExecuteAsync(OpinionRow.Insert, Opinion, transaction);
        await connection.ExecuteAsync(TrailRow.Append, Trail, transaction);
        await connection.ExecuteAsync(NoticeRow.Insert, Notices, transaction);
        await transaction.CommitAsync(cancellation);
    }

    // Beside the old one in the index, as a key of the same moment is.
    private static string NewKey(string key) => $"{key.AsSpan(0, 14)}{Guid.NewGuid().ToString().AsSpan(14)}";
}
