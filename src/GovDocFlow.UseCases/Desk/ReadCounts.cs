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
            return new Answer(
                await TasksAsync(by, cancellationToken),
                await DocumentsAsync(new ReadDocuments.Query(StartedByMe: true), by, cancellationToken),
                await DocumentsAsync(new ReadDocuments.Query(DueStatus: DueStatus.DueSoon), by, cancellationToken),
                await DocumentsAsync(new ReadDocuments.Query(DueStatus: DueStatus.Overdue), by, cancellationToken),
                await DocumentsAsync(new ReadDocuments.Query(DueStatus: DueStatus.Provisional), by, cancellationToken),
                await SupervisionAsync(by, cancellationToken));
        }

        private Task<int> TasksAsync(Officer by, CancellationToken cancellation)
        {
            const string Waiting =
                "SELECT COUNT(*) FROM WorkTask t JOIN Document d ON d.Id = t.DocumentId WHERE t.IsOpen = 1";
            var held = TaskHolding.Of(by);
            return session.ScalarAsync<int>($"{Waiting} {held.Condition}", held.Values, cancellation);
        }

        private Task<int> DocumentsAsync(ReadDocuments.Query filter, Officer by, CancellationToken cancellation)
        {
            const string Seen = "SELECT COUNT(*) FROM Document d WHERE 1 = 1";
            var (where, values) = DocumentFilter.Of(filter, by, clock.GetUtcNow());
            return session.ScalarAsync<int>($"{Seen} {where}", values, cancellation);
        }

        private Task<int> SupervisionAsync(Officer by, CancellationToken cancellation)
        {
            const string Open =
                "SELECT COUNT(*) FROM SupervisionItem s JOIN Document d ON d.Id = s.DocumentId WHERE s.ClosedAt IS NULL";
            return session.ScalarAsync<int>(
                $"{Open}{Sight.And(by)}", new { sightDepartment = by.Department }, cancellation);
        }
    }
}
