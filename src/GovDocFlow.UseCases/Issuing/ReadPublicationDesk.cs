using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>公开发布台: the issued documents of which something is still to be made public, the first due first.</summary>
public static class ReadPublicationDesk
{
    private const int Most = 200;

    /// <summary>Asks for them.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>The first 200 of them.</summary>
    /// <param name="IsAll">Whether there are no more.</param>
    public sealed record Answer(IReadOnlyList<Line> Items, bool IsAll);

    /// <summary>One document.</summary>
    /// <param name="Department">The key of the drafting department.</param>
    /// <param name="Clocks">The open ones, the binding one first, then by due day; never empty.</param>
    public sealed record Line(
        Guid Id, string Title, string? Number, string Department, DocumentState State, IReadOnlyList<ClockView> Clocks);

    internal sealed class Handler(Session session, Asker asker, ClockStore clocks, ClockViews views) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            const string Open =
                """
                SELECT d.Id, d.Title, d.Number, d.Department, d.State, MIN(c.DueOn) AS DueOn, MIN(d.Seq) AS FirstSeq
                FROM   Clock c
                JOIN   Document d ON d.Id = c.SubjectId
                WHERE  c.SubjectType = 'document' AND c.StoppedAt IS NULL AND c.Status IN ('running', 'breached')
                       AND d.State IN ('issued', 'published')
                """;
            const string ByDueDay = " GROUP BY d.Id, d.Title, d.Number, d.Department, d.State ORDER BY DueOn, FirstSeq";
            var by = asker.Required;
            RefusedException.ThrowIf(Sight.WhyNot(by));
            var rows = await session.QueryAsync<Row>(
                session.Dialect.Page(Open + Sight.And(by) + ByDueDay, "@take"),
                new { sightDepartment = by.Department, take = Most + 1 },
                cancellationToken);
            var lines = new List<Line>();
            foreach (var row in rows.Take(Most))
            {
                var all = await views.OfAsync(await clocks.OfSubjectAsync(row.Id, cancellationToken), cancellationToken);
                lines.Add(new Line(
                    row.Id,
                    row.Title,
                    row.Number,
                    row.Department,
                    OutsideName.Parse<DocumentState>(row.State)!.Value,
                    [
                        .. all.Where(clock => clock is { StoppedAt: null, Status: ClockStatus.Running or ClockStatus.Breached })
                            .OrderByDescending(clock => clock.Binding).ThenBy(clock => clock.DueOn),
                    ]));
            }

            return new Answer(lines, rows.Count <= Most);
        }

        private sealed record Row
        {
            public Guid Id { get; init; }

            public string Title { get; init; } = "";

            public string? Number { get; init; }

            public string Department { get; init; } = "";

            public string State { get; init; } = "";
        }
    }
}
