using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The ledger of document numbers as the clerk keeps it.</summary>
internal sealed class Ledger(NumberStore numbers, Asker asker, TimeProvider clock, SeriesBook series)
{
    /// <summary>Says why <paramref name="by"/> does not keep the ledger; null when they do.</summary>
    public static Refusal? WhyNotKeep(Officer by) => by.Is(Role.Clerk)
        ? null
        : Refusal.Never("NOT_A_CLERK", "只有文书可以登记编号、印发。", "Only a clerk keeps the ledger and issues.");

    /// <summary>Takes the number that is reserved for the document, or the next one; it is issued with this act.</summary>
    /// <param name="expected">As printed; refused where another would be given. Null takes whichever is due.</param>
    public async Task<string> TakeAsync(
        string name, int year, Guid documentId, string? expected, CancellationToken cancellation)
    {
        await CheckSeriesAsync(name, cancellation);
        if (await numbers.ReservedAsync(name, year, documentId, cancellation) is { } reserved
            && (expected is null || expected == reserved.Number))
        {
            await numbers.SettleAsync(Changed(reserved, LedgerState.Issued, documentId, null), cancellation);
            return reserved.Number;
        }

        var ordinal = await numbers.NextAsync(name, year, cancellation);
        var next = DocumentNumber.Print(name, year, ordinal);
        if (expected is not null && expected != next)
        {
            throw new RefusedException(Refusal.NotNow(
                "NUMBER_NOT_NEXT",
                $"{expected} 不是本件的预留号，也不是下一号（{next}）。",
                $"{expected} is neither reserved for this document nor the next number ({next})."));
        }

        await numbers.AddAsync(Entry(name, year, ordinal, LedgerState.Issued, documentId, null), cancellation);
        return next;
    }

    /// <summary>Keeps the next number for a document.</summary>
    public async Task<LedgerEntry> ReserveAsync(string name, int year, Guid documentId, CancellationToken cancellation)
    {
        await CheckSeriesAsync(name, cancellation);
        if (await numbers.ReservedAsync(name, year, documentId, cancellation) is { } reserved)
        {
            throw new RefusedException(Refusal.NotNow(
                "ALREADY_RESERVED", $"本件已预留 {reserved.Number}。", $"{reserved.Number} is reserved for it already."));
        }

        var entry = Entry(
            name, year, await numbers.NextAsync(name, year, cancellation), LedgerState.Reserved, documentId, null);
        await numbers.AddAsync(entry, cancellation);
        return entry;
    }

    /// <summary>Gives a reserved number up, with a reason; it is never given again.</summary>
    public async Task<LedgerEntry> VoidAsync(string number, string reason, CancellationToken cancellation)
    {
        var entry = DocumentNumber.Parse(number) is var (name, year, ordinal)
            ? await numbers.FindAsync(name, year, ordinal, cancellation)
            : null;
        if (entry is null)
        {
            throw new NotFoundException("number");
        }

        if (entry.State != OutsideName.Of(LedgerState.Reserved))
        {
            throw new RefusedException(Refusal.NotNow(
                "NUMBER_NOT_RESERVED",
                $"{number} 已{(entry.State == OutsideName.Of(LedgerState.Void) ? "作废" : "印发使用")}，不能作废。",
                $"{number} is {entry.State}; only a reserved number can be voided."));
        }

        var voided = Changed(entry, LedgerState.Void, entry.DocumentId, reason);
        await numbers.SettleAsync(voided, cancellation);
        return voided;
    }

    /// <summary>Enters the numbers up to and with <paramref name="last"/> that were given before this system was in use.</summary>
    /// <returns>How many were entered.</returns>
    public async Task<int> EnterHistoricAsync(string name, int year, int last, string reason, CancellationToken cancellation)
    {
        await CheckSeriesAsync(name, cancellation);
        var entered = 0;
        var end = (await numbers.EndsAsync(cancellation))
            .FirstOrDefault(known => known.Series == name && known.NumberYear == year)?.LastNumber ?? 0;
        for (var ordinal = end + 1; ordinal <= last; ordinal++)
        {
            await numbers.AddAsync(
                Entry(name, year, await numbers.NextAsync(name, year, cancellation), LedgerState.Historic, null, reason),
                cancellation);
            entered++;
        }

        return entered;
    }

    private LedgerEntry Entry(string name, int year, int ordinal, LedgerState state, Guid? documentId, string? reason) => new()
    {
        Series = name,
        NumberYear = year,
        Ordinal = ordinal,
        State = OutsideName.Of(state),
        DocumentId = documentId,
        Reason = reason,
        ChangedAt = clock.GetUtcNow(),
        ChangedBy = asker.Required.Name,
    };

    private LedgerEntry Changed(LedgerEntry entry, LedgerState state, Guid? documentId, string? reason) =>
        Entry(entry.Series, entry.NumberYear, entry.Ordinal, state, documentId, reason);

    private async Task CheckSeriesAsync(string name, CancellationToken cancellation)
    {
        if (await series.FindAsync(name, cancellation) is null)
        {
            throw new RefusedException(Refusal.Content(
                "UNKNOWN_SERIES",
                $"没有“{name}”这一发文字号系列；可用：{string.Join('、', await series.NamesAsync(cancellation))}。",
                $"There is no series '{name}'; there are: {string.Join(", ", await series.NamesAsync(cancellation))}."));
        }
    }
}

/// <summary>The limits of a series' name.</summary>
internal static class SeriesRule
{
    public static void IsSeries<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(series => !string.IsNullOrWhiteSpace(series) && series.Length <= 40)
        .Says("REQUIRED", "请选择发文字号系列。", "Choose a series.");
}
