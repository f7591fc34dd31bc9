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

            foreach (var printed in await numbers.PrintedOutsideLedgerAsync(cancellationToken))
            {
                problems.Add(new($"{printed} 已印在文件上，但台账没有。", $"{printed} is printed on a document but is not in the ledger."));
            }

            return new Answer(entries.Count + returned.Count, problems);
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
