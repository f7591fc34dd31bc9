using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;

namespace GovDocFlow.Web.Pages.Issuing;

/// <summary>登记印发: what is signed and waits for its number.</summary>
internal sealed class IndexModel(TimeProvider clock) : OfficePage
{
    /// <summary>What is signed off, the newest first.</summary>
    public Page<ReadDocuments.Line> SignedOff { get; private set; } = new([], null);

    /// <summary>The number that each series would give next this year.</summary>
    public IReadOnlyList<ReadNumbers.NextNumber> Upcoming { get; private set; } = [];

    /// <summary>The numbers that are kept for documents.</summary>
    public ILookup<Guid?, ReadNumbers.Line> Reserved { get; private set; } = Array.Empty<ReadNumbers.Line>().ToLookup(line => line.DocumentId);

    /// <summary>Reads a page of them.</summary>
    public async Task OnGetAsync(int? limit, string? cursor)
    {
        var numbers = await AskAsync(new ReadNumbers.Query(null, ChinaTime.DayOf(clock.GetUtcNow()).Year));
        Upcoming = numbers.Upcoming;
        Reserved = numbers.Items.Where(line => line.State == "reserved").ToLookup(line => line.DocumentId);
        SignedOff = await AskAsync(new ReadDocuments.Query(
            State: DocumentState.SignedOff, Limit: Paging.Limit(limit), Cursor: cursor));
    }
}
