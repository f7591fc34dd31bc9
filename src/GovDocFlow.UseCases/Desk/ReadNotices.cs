using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>An officer's own in-app notices, the newest first.</summary>
public static class ReadNotices
{
    /// <summary>Asks for a page of them.</summary>
    public sealed record Query(int Limit = Paging.DefaultLimit, string? Cursor = null) : IRequest<Page<Line>>;

    /// <summary>One notice.</summary>
    /// <param name="ReadAt">When it was read; null before.</param>
    public sealed record Line(
        Guid Id, string Kind, Guid? DocumentId, Sentence Text, DateTimeOffset At, DateTimeOffset? ReadAt);

    internal sealed class Handler(Session session, Asker asker) : IRequestHandler<Query, Page<Line>>
    {
        public async Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = await session.QueryAsync<Notice>(
                session.Dialect.Page(
                    """
                    SELECT Seq, Id, Officer, Kind, DocumentId, WordsZh, WordsEn, At, ReadAt
                    FROM   Notice
                    WHERE  Officer = @Id AND Seq < @after
                    ORDER BY Seq DESC
                    """,
                    "@take"),
                new { asker.Required.Id, after = Paging.After(query.Cursor, descending: true), take = query.Limit + 1 },
                cancellationToken);
            return Paging.Of(rows, query.Limit, row => row.Seq, row => new Line(
                row.Id, row.Kind, row.DocumentId, new(row.WordsZh, row.WordsEn), row.At, row.ReadAt));
        }
    }
}
