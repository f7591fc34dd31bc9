using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>Whether every number of every series and year has exactly one place in the ledger.</summary>
public static class AuditNumbers
{
    /// <summary>Asks for it.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>What is wrong; nothing where the ledger is whole.</summary>
    /// <param name="Numbers">How many numbers were looked at.</param>
    public sealed record Answer(int Numbers, IReadOnlyList<Sentence> Problems);

    internal sealed class Handler(NumberStore numbers) : IRequestHandler<Query, Answer>
    {
        private const string Returns = "退文";

        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var entries = await numbers.ReadAsync(null, null, cancellationToken);
            var returned = await numbers.ReturnNumbersAsync(cancellationToken);
            var problems = new List<Sentence>();
            foreach (var end in await numbers.EndsAsync(cancellationToken))
            {
                var given = end.Series == Returns
                    ? [.. returned.Where(number => number.Year == end.NumberYear).Select(number => number.Ordinal)]
                    : entries.Where(entry => entry.Series == end.Series && entry.NumberYear == end.NumberYear)
                        .Select(entry => entry.Ordinal).ToList();
                problems.AddRange(Gaps(end, given));
            }

            problems.AddRange(Mismatches(entries, await numbers.PrintedAsync(cancellationToken)));
            return new Answer(entries.Count + returned.Count, problems);
        }

        // A number stands on one document, and on the one to which the ledger gave it.
        private static IEnumerable<Sentence> Mismatches(
            IReadOnlyList<LedgerEntry> entries, IReadOnlyList<PrintedNumber> printed)
        {
            foreach (var twice in printed.GroupBy(document => document.Number).Where(group => group.Count() > 1))
            {
                yield return new($"{twice.Key} 重号。", $"{twice.Key} was given twice.");
            }

            var issued = entries.Where(entry => entry.State == OutsideName.Of(LedgerState.Issued))
                .Select(entry => (entry.Number, entry.DocumentId)).ToHashSet();
            foreach (var document in printed.Where(document => !issued.Contains((document.Number, document.Id))))
            {
                yield return new(
                    $"{document.Number} 已印在文件上，但台账没有。", $"{document.Number} is printed on a document but is not in the ledger.");
            }

            var borne = printed.Select(document => (document.Number, (Guid?)document.Id)).ToHashSet();
            foreach (var (number, _) in issued.Where(entry => !borne.Contains(entry)))
            {
                yield return new(
                    $"{number} 台账记为印发，但文件上没有。", $"{number} is issued by the ledger but its document does not bear it.");
            }
        }

        private static IEnumerable<Sentence> Gaps(SeriesEnd end, IReadOnlyCollection<int> given)
        {
            foreach (var ordinal in Enumerable.Range(1, end.LastNumber).Except(given))
            {
                var number = DocumentNumber.Print(end.Series, end.NumberYear, ordinal);
                yield return new($"{number} 缺号。", $"{number} is missing.");
            }

            foreach (var ordinal in given.Where(ordinal => ordinal > end.LastNumber))
            {
                var number = DocumentNumber.Print(end.Series, end.NumberYear, ordinal);
                yield return new($"{number} 超出系列末号 {end.LastNumber}。", $"{number} lies beyond the series' last number {end.LastNumber}.");
            }

            foreach (var twice in given.GroupBy(ordinal => ordinal).Where(group => group.Count() > 1))
            {
                var number = DocumentNumber.Print(end.Series, end.NumberYear, twice.Key);
                yield return new($"{number} 重号。", $"{number} was given twice.");
            }
        }
    }
}
