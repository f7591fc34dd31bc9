using GovDocFlow.Documents;

namespace GovDocFlow.Storage.Documents;

/// <summary>What became of a number.</summary>
public enum LedgerState
{
    /// <summary>Kept for a document.</summary>
    Reserved,

    /// <summary>Printed on a document.</summary>
    Issued,

    /// <summary>Given up, with a reason.</summary>
    Void,

    /// <summary>Given before this system was in use.</summary>
    Historic,
}

/// <summary>One number of the ledger.</summary>
public sealed record LedgerEntry
{
    /// <summary>The series: 巴府规.</summary>
    public string Series { get; init; } = "";

    /// <summary>The year of formation of what bears it.</summary>
    public int NumberYear { get; init; }

    /// <summary>Its place in the year, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>reserved, issued, void or historic.</summary>
    public string State { get; init; } = "";

    /// <summary>The document that has it; null where none of this system does.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Why it was given up; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed it.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>As it is printed.</summary>
    public string Number => DocumentNumber.Print(Series, NumberYear, Ordinal);
}

/// <summary>
/// The ledger of document numbers: contiguous per series and year. A number is taken in the act's own transaction,
/// under the lock of its series, so that none is given twice and none is burnt by a failure.
/// </summary>
public sealed class NumberStore(Session session)
{
    /// <summary>Takes the next number of a series and year; the series stays locked until the commit.</summary>
    /// <exception cref="RaceException">Another host gave the year's first number in the same moment.</exception>
    public async Task<int> NextAsync(string series, int year, CancellationToken cancellation)
    {
        var key = new { series, year };
        if (await AdvanceAsync(key, cancellation) == 0)
        {
            await BeginAsync(key, cancellation);
            return 1;
        }

        return await session.ScalarAsync<int>(
            "SELECT LastNumber FROM NumberSeries WHERE Series = @series AND NumberYear = @year", key, cancellation);
    }

    /// <summary>Writes a number of the ledger for the first time.</summary>
    public Task AddAsync(LedgerEntry entry, CancellationToken cancellation) => session.ExecuteAsync(
        """
        INSERT INTO LedgerNumber (Series, NumberYear, Ordinal, State, DocumentId, Reason, ChangedAt, ChangedBy)
        VALUES (@Series, @NumberYear, @Ordinal, @State, @DocumentId, @Reason, @ChangedAt, @ChangedBy)
        """,
        entry,
        cancellation);

    /// <summary>Says what became of a reserved number.</summary>
    /// <exception cref="RaceException">It is not reserved any more: somebody else gave it up or used it in this moment.</exception>
    public async Task SettleAsync(LedgerEntry entry, CancellationToken cancellation)
    {
        var settled = await session.ExecuteAsync(
            """
            UPDATE LedgerNumber
            SET    State = @State, DocumentId = @DocumentId, Reason = @Reason, ChangedAt = @ChangedAt, ChangedBy = @ChangedBy
            WHERE  Series = @Series AND NumberYear = @NumberYear AND Ordinal = @Ordinal AND State = 'reserved'
            """,
            entry,
            cancellation);
        if (settled == 0)
        {
            throw new RaceException($"the number {entry.Number}");
        }
    }

    /// <summary>A number of the ledger; null where it was never given.</summary>
    public Task<LedgerEntry?> FindAsync(string series, int year, int ordinal, CancellationToken cancellation) =>
        session.FindAsync<LedgerEntry>(
            """
            SELECT Series, NumberYear, Ordinal, State, DocumentId, Reason, ChangedAt, ChangedBy
            FROM   LedgerNumber
            WHERE  Series = @series AND NumberYear = @year AND Ordinal = @ordinal
            """,
            new { series, year, ordinal },
            cancellation);

    /// <summary>The number that is reserved for a document in a series and year; null where none is.</summary>
    public Task<LedgerEntry?> ReservedAsync(string series, int year, Guid documentId, CancellationToken cancellation) =>
        session.FindAsync<LedgerEntry>(
            """
            SELECT Series, NumberYear, Ordinal, State, DocumentId, Reason, ChangedAt, ChangedBy
            FROM   LedgerNumber
            WHERE  DocumentId = @documentId AND Series = @series AND NumberYear = @year AND State = 'reserved'
            ORDER BY Ordinal
            """,
            new { series, year, documentId },
            cancellation);

    /// <summary>The numbers of the ledger by series, year and place.</summary>
    /// <param name="series">Only this series; null: all.</param>
    /// <param name="year">Only this year; null: all.</param>
    public Task<IReadOnlyList<LedgerEntry>> ReadAsync(string? series, int? year, CancellationToken cancellation) =>
        session.QueryAsync<LedgerEntry>(
            """
            SELECT Series, NumberYear, Ordinal, State, DocumentId, Reason, ChangedAt, ChangedBy
            FROM   LedgerNumber
            WHERE  (@series IS NULL OR Series = @series) AND (@year IS NULL OR NumberYear = @year)
            ORDER BY Series, NumberYear, Ordinal
            """,
            new { series, year },
            cancellation);

    /// <summary>The last number given in each series and year, by series and year.</summary>
    public Task<IReadOnlyList<SeriesEnd>> EndsAsync(CancellationToken cancellation) => session.QueryAsync<SeriesEnd>(
        "SELECT Series, NumberYear, LastNumber FROM NumberSeries ORDER BY Series, NumberYear", null, cancellation);

    /// <summary>The numbers of all official return notices.</summary>
    public async Task<IReadOnlyList<(int Year, int Ordinal)>> ReturnNumbersAsync(CancellationToken cancellation)
    {
        var printed = await session.QueryAsync<string>(
            "SELECT Number FROM ReturnNotice WHERE Number IS NOT NULL ORDER BY Seq", null, cancellation);
        return [.. printed.Select(DocumentNumber.Parse).OfType<(string, int Year, int Ordinal)>().Select(number => (number.Year, number.Ordinal))];
    }

    /// <summary>The numbers that documents bear, in the order in which the documents were started.</summary>
    public Task<IReadOnlyList<PrintedNumber>> PrintedAsync(CancellationToken cancellation) => session.QueryAsync<PrintedNumber>(
        "SELECT Number, Id FROM Document WHERE Number IS NOT NULL ORDER BY Seq", null, cancellation);

    private async Task BeginAsync(object key, CancellationToken cancellation)
    {
        try
        {
            await session.ExecuteAsync(
                "INSERT INTO NumberSeries (Series, NumberYear, LastNumber) VALUES (@series, @year, 1)", key, cancellation);
        }
        catch (Exception exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            throw new RaceException("the year's first number", exception);
        }
    }

    private Task<int> AdvanceAsync(object key, CancellationToken cancellation) => session.ExecuteAsync(
        "UPDATE NumberSeries SET LastNumber = LastNumber + 1 WHERE Series = @series AND NumberYear = @year", key, cancellation);
}

/// <summary>How far a series has come in a year.</summary>
public sealed record SeriesEnd
{
    /// <summary>The series.</summary>
    public string Series { get; init; } = "";

    /// <summary>The year.</summary>
    public int NumberYear { get; init; }

    /// <summary>The last number given; 0 where none was.</summary>
    public int LastNumber { get; init; }
}

/// <summary>A number as a document bears it.</summary>
public sealed record PrintedNumber
{
    /// <summary>As it is printed.</summary>
    public string Number { get; init; } = "";

    /// <summary>The document's key.</summary>
    public Guid Id { get; init; }
}
