using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The ledger of numbers.</summary>
public static class ReadNumbers
{
    /// <summary>Asks for it.</summary>
    /// <param name="Series">Only this series; null: all.</param>
    /// <param name="Year">Only this year; null: all.</param>
    public sealed record Query(string? Series, int? Year) : IRequest<Answer>;

    /// <summary>The numbers by series, year and place, and the next of each series that was asked for.</summary>
    public sealed record Answer(IReadOnlyList<Line> Items, IReadOnlyList<NextNumber> Upcoming, string? Next = null);

    /// <summary>One number.</summary>
    /// <param name="State">reserved, issued, void or historic.</param>
    public sealed record Line(
        string Number, string Series, int Year, int Ordinal, string State, Guid? DocumentId, string? Reason,
        DateTimeOffset ChangedAt, string ChangedBy)
    {
        internal static Line Of(LedgerEntry entry) => new(
            entry.Number, entry.Series, entry.NumberYear, entry.Ordinal, entry.State, entry.DocumentId, entry.Reason,
            entry.ChangedAt, entry.ChangedBy);
    }

    /// <summary>The number that a series would give next.</summary>
    public sealed record NextNumber(string Series, int Year, string Number);

    internal sealed class Handler(NumberStore numbers, SeriesBook series, Asker asker, TimeProvider clock)
        : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(asker.Required is { SeesWhatWasSubmitted: true } or { SeesEverything: true }
                ? null
                : Refusal.Never("NOT_THE_OFFICE", "发文字号台账由办公室查阅。", "The ledger is read by the office."));
            var entries = await numbers.ReadAsync(query.Series, query.Year, cancellationToken);
            var year = query.Year ?? GovDocFlow.Deadlines.ChinaTime.DayOf(clock.GetUtcNow()).Year;
            var ends = await numbers.EndsAsync(cancellationToken);
            var names = (await series.NamesAsync(cancellationToken)).Where(name => query.Series is null || name == query.Series);
            return new Answer(
                [.. entries.Select(Line.Of)],
                [
                    .. names.Select(name => new NextNumber(name, year, DocumentNumber.Print(
                        name,
                        year,
                        (ends.FirstOrDefault(end => end.Series == name && end.NumberYear == year)?.LastNumber ?? 0) + 1))),
                ]);
        }
    }
}
