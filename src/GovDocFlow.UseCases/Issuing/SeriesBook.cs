using GovDocFlow.Storage.Documents;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The series in which the office numbers.</summary>
internal sealed class SeriesBook(SeriesStore store)
{
    private IReadOnlyList<NumberSeriesName>? _known;

    /// <summary>A series by its name; null where there is none.</summary>
    public async Task<NumberSeriesName?> FindAsync(string name, CancellationToken cancellation) =>
        (await KnownAsync(cancellation)).FirstOrDefault(series => series.Name == name);

    /// <summary>The names of all series, in the order in which they were entered.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation) =>
        [.. (await KnownAsync(cancellation)).Select(series => series.Name)];

    private async Task<IReadOnlyList<NumberSeriesName>> KnownAsync(CancellationToken cancellation) =>
        _known ??= await store.ListAsync(cancellation);
}
