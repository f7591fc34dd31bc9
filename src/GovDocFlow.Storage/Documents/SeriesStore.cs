namespace GovDocFlow.Storage.Documents;

/// <summary>A series of document numbers.</summary>
public sealed record NumberSeriesName
{
    /// <summary>巴府规.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whose documents it numbers, as printed.</summary>
    public string Organ { get; init; } = "";

    /// <summary>Whether it is the series of normative documents.</summary>
    public bool IsNormative { get; init; }
}

/// <summary>Keeps the series in which the office numbers.</summary>
public sealed class SeriesStore(Session session)
{
    /// <summary>All series, in the order in which they were entered.</summary>
    public Task<IReadOnlyList<NumberSeriesName>> ListAsync(CancellationToken cancellation) =>
        session.QueryAsync<NumberSeriesName>("SELECT Name, Organ, IsNormative FROM SeriesName ORDER BY Seq", null, cancellation);

    /// <summary>Enters a series. A taken name shows as <see cref="Dialect.IsUniqueViolation"/>.</summary>
    public Task AddAsync(NumberSeriesName series, CancellationToken cancellation) => session.ExecuteAsync(
        "INSERT INTO SeriesName (Name, Organ, IsNormative) VALUES (@Name, @Organ, @IsNormative)", series, cancellation);
}
