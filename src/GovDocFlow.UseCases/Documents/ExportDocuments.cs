using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Trails;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>Somebody takes a list of documents out of the office, as a table.</summary>
/// <remarks>The trail says so before the first line leaves, also where the reader then goes away.</remarks>
public static class ExportDocuments
{
    /// <summary>Asks for it.</summary>
    /// <param name="Filter">The list; limit and cursor do not count, all of it is written.</param>
    /// <param name="Format"><c>xlsx</c> or <c>csv</c>, for the trail.</param>
    /// <param name="Write">Writes each line, in the list's order, while it is read.</param>
    public sealed record Command(ReadDocuments.Query Filter, string Format, Func<ReadDocuments.Line, CancellationToken, Task> Write)
        : IRequest<int>;

    internal sealed class Handler(Session session, OfficeTrail trail, Asker asker, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var by = asker.Required;
            var filter = command.Filter with { Limit = Paging.MaxLimit, Cursor = null };
            var (where, values) = DocumentFilter.Of(filter, by, clock.GetUtcNow());
            await trail.AppendAsync(
                new Act("exportDocuments", new { command.Format, filter = Told(filter) }), by, cancellationToken);

            // Kept now: however long the reader takes, nobody waits for the lock.
            await session.CommitAsync(cancellationToken);
            const string Lines =
                """
                SELECT d.Seq, d.Id, d.Title, d.Kind, d.State, d.Attribute, d.Normative, d.Department, d.Number, d.CreatedAt,
                       d.FormedOn, d.IssuedAt, d.DueSoonAt, d.OverdueAt, d.IsProvisional, d.Version
                FROM   Document d
                WHERE  d.Seq > 0
                """;
            var count = 0;
            await foreach (var row in session.StreamAsync<DocumentLineRow>(
                $"{Lines} {where} ORDER BY d.Seq DESC", values, cancellationToken))
            {
                await command.Write(row.ToLine(clock.GetUtcNow()), cancellationToken);
                count++;
            }

            return count;
        }

        private static object Told(ReadDocuments.Query filter) => new
        {
            state = filter.State is { } state ? OutsideName.Of(state) : null,
            filter.Department,
            attribute = filter.Attribute is { } attribute ? OutsideName.Of(attribute) : null,
            filter.Normative,
            kind = filter.Kind is { } kind ? OutsideName.Of(kind) : null,
            dueStatus = filter.DueStatus is { } due ? OutsideName.Of(due) : null,
            filter.Q,
            filter.From,
            filter.To,
            filter.StartedByMe,
        };
    }
}
