using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>The numbers on the desk's tiles; each equals the list that it counts.</summary>
public static class ReadCounts
{
    /// <summary>Asks for them.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>待办, 我发起, 临期, 逾期, 暂定时限, 督办.</summary>
    public sealed record Answer(int Tasks, int Started, int DueSoon, int Overdue, int Provisional, int Supervision);

    internal sealed class Handler(Session session, Asker asker, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var by = asker.Required;
            RefusedException.ThrowIf(Sight.WhyNot(by));
            var due = await DueAsync(by, cancellationToken);
            return new Answer(
                await TasksAsync(by, cancellationToken),
                await StartedAsync(by, cancellationToken),
                due.DueSoon,
                due.Overdue,
                due.Provisional,
                await SupervisionAsync(by, cancellationToken));
        }

        private Task<int> TasksAsync(Officer by, CancellationToken cancellation)
        {
            const string Waiting =
                "SELECT COUNT(*) FROM WorkTask t JOIN Document d ON d.Id = t.DocumentId WHERE t.IsOpen = 1";
            var held = TaskHolding.Of(by);
            return session.ScalarAsync<int>($"{Waiting} {held.Condition}", held.Values, cancellation);
        }

        private Task<int> StartedAsync(Officer by, CancellationToken cancellation)
        {
            const string Seen = "SELECT COUNT(*) FROM Document d WHERE 1 = 1";
            var (where, values) = DocumentFilter.Of(new ReadDocuments.Query(StartedByMe: true), by, clock.GetUtcNow(), session.Dialect);
            return session.ScalarAsync<int>($"{Seen} {where}", values, cancellation);
        }

        // All three in one walk along the index of due dates.
        private async Task<DueRow> DueAsync(Officer by, CancellationToken cancellation)
        {
            const string Open =
                $"""
                SELECT COUNT(CASE WHEN {DocumentFilter.DueSoon} THEN 1 END) AS DueSoon,
                       COUNT(CASE WHEN {DocumentFilter.Overdue} THEN 1 END) AS Overdue,
                       COUNT(CASE WHEN {DocumentFilter.Provisional} THEN 1 END) AS Provisional
                FROM   Document d
                WHERE  d.OverdueAt IS NOT NULL
                """;
            return (await session.FindAsync<DueRow>(
                $"{Open}{Sight.And(by)}", new { sightDepartment = by.Department, now = clock.GetUtcNow() }, cancellation))!;
        }

        private Task<int> SupervisionAsync(Officer by, CancellationToken cancellation)
        {
            const string Open =
                "SELECT COUNT(*) FROM SupervisionItem s JOIN Document d ON d.Id = s.DocumentId WHERE s.ClosedAt IS NULL";
            return session.ScalarAsync<int>(
                $"{Open}{Sight.And(by)}", new { sightDepartment = by.Department }, cancellation);
        }
    }

    private sealed record DueRow
    {
        public int DueSoon { get; init; }

        public int Overdue { get; init; }

        public int Provisional { get; init; }
    }
}
