using System.Text;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Papers;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Trails;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>As what a list is taken along.</summary>
public enum ExportFormat
{
    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>Values separated by commas, UTF-8 with its mark.</summary>
    Csv,
}

/// <summary>How a list becomes a table.</summary>
/// <param name="Name">The sheet's name, at most 31 characters.</param>
/// <param name="Row">The values of a line, one for each head: text, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/> or null.</param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Heads, Func<ReadDocuments.Line, IReadOnlyList<object?>> Row);

/// <summary>Somebody takes a list of documents out of the office, as a table.</summary>
/// <remarks>The trail says so before the first line leaves, also where the reader then goes away.</remarks>
public static class ExportDocuments
{
    /// <summary>Asks for it.</summary>
    /// <param name="Filter">The list; limit and cursor do not count, all of it is written.</param>
    /// <param name="Target">Where the table goes, line by line, while it is read; left open.</param>
    public sealed record Command(ReadDocuments.Query Filter, ExportFormat Format, ExportTable Table, Stream Target) : IRequest<int>;

    internal sealed class Handler(Session session, DocumentList list, OfficeTrail trail, Asker asker, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var by = asker.Required;
            var filter = command.Filter with { Limit = Paging.MaxLimit, Cursor = null };
            var now = clock.GetUtcNow();
            var (where, values) = DocumentFilter.Of(filter, by, now, session.Dialect);
            await trail.AppendAsync(
                new Act("exportDocuments", new { format = OutsideName.Of(command.Format), filter = Told(filter) }), by, cancellationToken);

            // Kept now: however long the reader takes, nobody waits for the lock.
            await session.CommitAsync(cancellationToken);
            var lines = list.AllAsync(where, values, DocumentSequence.Of(filter.Order), now, cancellationToken);
            return command.Format switch
            {
                ExportFormat.Xlsx => await WriteXlsxAsync(command, lines),
                ExportFormat.Csv => await WriteCsvAsync(command, lines, cancellationToken),
            };
        }

        // Only what is complete is ended, so that nobody takes a part for the whole.
        private static async Task<int> WriteXlsxAsync(Command command, IAsyncEnumerable<ReadDocuments.Line> lines)
        {
            var count = 0;
            var table = new XlsxWriter(command.Target, command.Table.Name, command.Table.Heads);
            await foreach (var line in lines)
            {
                table.Row(command.Table.Row(line));
                count++;
            }

            table.Dispose();
            return count;
        }

        private static async Task<int> WriteCsvAsync(
            Command command, IAsyncEnumerable<ReadDocuments.Line> lines, CancellationToken cancellation)
        {
            var count = 0;
            var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
            await using var table = new StreamWriter(command.Target, utf8, leaveOpen: true) { NewLine = "\r\n" };
            await table.WriteLineAsync(CsvLine.Of(command.Table.Heads).AsMemory(), cancellation);
            await foreach (var line in lines)
            {
                await table.WriteLineAsync(CsvLine.Of(command.Table.Row(line)).AsMemory(), cancellation);
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
            sort = filter.Order?.ToString(),
        };
    }
}
