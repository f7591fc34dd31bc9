using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Issuing;

/// <summary>发文字号台账</summary>
internal sealed class NumbersModel(TimeProvider clock) : OfficePage
{
    private const string Historic = "historic";

    /// <summary>A number, or a run of historic ones.</summary>
    /// <param name="Line">The first of them.</param>
    /// <param name="Until">The last of them, the first itself where it stands alone.</param>
    public sealed record Row(ReadNumbers.Line Line, ReadNumbers.Line Until);

    /// <summary>Which series; null or empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Series { get; set; }

    /// <summary>Which year; null is this one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>The number that is given up.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Why it is given up.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The document for which a number is kept.</summary>
    [BindProperty]
    public Guid? DocumentId { get; set; }

    /// <summary>The series in which one is kept.</summary>
    [BindProperty]
    public string? ReservedSeries { get; set; }

    /// <summary>The numbers, by series and place.</summary>
    public ReadNumbers.Answer Ledger { get; private set; } = new([], []);

    /// <summary>The numbers as they are shown: historic ones that follow each other are one row.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What is wrong with the whole ledger; nothing where it has no gaps.</summary>
    public AuditNumbers.Answer Audit { get; private set; } = new(0, []);

    /// <summary>Everything that a number may be kept for.</summary>
    public IReadOnlyList<ReadDocuments.Line> Reservable { get; private set; } = [];

    /// <summary>The documents that bear the numbers.</summary>
    public IReadOnlyDictionary<Guid, ReadTitles.Line> Titles { get; private set; } = new Dictionary<Guid, ReadTitles.Line>();

    /// <summary>All series.</summary>
    public IReadOnlyList<string> AllSeries { get; private set; } = [];

    /// <summary>Whether the forms are worth showing; the use case decides.</summary>
    public bool Keeps => By.Is(Role.Clerk);

    /// <summary>Reads the ledger of a year.</summary>
    public async Task OnGetAsync()
    {
        Year ??= ChinaTime.DayOf(clock.GetUtcNow()).Year;
        var series = string.IsNullOrEmpty(Series) ? null : Series;
        Ledger = await AskAsync(new ReadNumbers.Query(series, Year));
        AllSeries = [.. (series is null ? Ledger : await AskAsync(new ReadNumbers.Query(null, Year))).Upcoming.Select(next => next.Series)];
        Rows = Together(Ledger.Items);
        Audit = await AskAsync(new AuditNumbers.Query());
        var titles = new Dictionary<Guid, ReadTitles.Line>();
        foreach (var part in Ledger.Items.Select(line => line.DocumentId).OfType<Guid>().Chunk(Paging.MaxLimit))
        {
            foreach (var (id, line) in await AskAsync(new ReadTitles.Query(part)))
            {
                titles[id] = line;
            }
        }

        Titles = titles;
        if (Keeps)
        {
            var signed = await AskAsync(new ReadDocuments.Query(State: DocumentState.SignedOff, Limit: Paging.MaxLimit));
            var reviewed = await AskAsync(new ReadDocuments.Query(State: DocumentState.UnderReview, Limit: Paging.MaxLimit));
            Reservable = [.. signed.Items, .. reviewed.Items];
        }
    }

    /// <summary>Keeps the next number for a document.</summary>
    public Task<IActionResult> OnPostReserveAsync() => ActAsync(
        new ReserveNumber.Command(ReservedSeries ?? "", DocumentId ?? Guid.Empty),
        line => Done(new($"已预留 {line.Number}。", $"{line.Number} is reserved.")),
        OnGetAsync);

    /// <summary>Gives a reserved number up.</summary>
    public Task<IActionResult> OnPostVoidAsync() => ActAsync(
        new VoidNumber.Command(Number ?? "", Reason ?? ""),
        line => Done(new($"{line.Number} 已作废，不再使用。", $"{line.Number} is void and will not be used again.")),
        OnGetAsync);

    private static List<Row> Together(IReadOnlyList<ReadNumbers.Line> lines)
    {
        var rows = new List<Row>();
        foreach (var line in lines)
        {
            if (rows is [.., var last] && last.Line is { State: Historic } && line.State == Historic
                && (last.Line.Series, last.Line.Year, last.Line.Reason, last.Until.Ordinal + 1) == (line.Series, line.Year, line.Reason, line.Ordinal))
            {
                rows[^1] = last with { Until = line };
            }
            else
            {
                rows.Add(new Row(line, line));
            }
        }

        return rows;
    }

    private RedirectToPageResult Done(Sentence said)
    {
        Tell(said);
        return RedirectToPage(new { series = Series, year = Year });
    }
}
