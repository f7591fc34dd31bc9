using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Documents;

/// <summary>The documents that somebody sees, filtered by the address.</summary>
internal sealed class IndexModel : OfficePage
{
    /// <summary>The newest first.</summary>
    public Page<ReadDocuments.Line> List { get; private set; } = new([], null);

    /// <summary>Words of title or number.</summary>
    public string? Q { get; private set; }

    /// <summary>Where it stands; null: anywhere.</summary>
    public DocumentState? State { get; private set; }

    /// <summary>The key of the drafting department; null: any.</summary>
    public string? Department { get; private set; }

    /// <summary>公开属性; null: any.</summary>
    public Disclosure? Attribute { get; private set; }

    /// <summary>文种; null: any.</summary>
    public DocumentKind? Kind { get; private set; }

    /// <summary>Normative or not; null: either.</summary>
    public bool? Normative { get; private set; }

    /// <summary>How it stands to its clocks; null: however.</summary>
    public DueStatus? DueStatus { get; private set; }

    /// <summary>Started on this day or later.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Started on this day or earlier.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Only what the reader started.</summary>
    public bool StartedByMe { get; private set; }

    /// <summary>In which order; null: the newest first.</summary>
    public DocumentOrder? Order { get; private set; }

    /// <summary>The columns beside the title.</summary>
    public IReadOnlyList<DocumentColumn> Columns { get; private set; } = [];

    /// <summary>Reads a page of them.</summary>
    public async Task OnGetAsync()
    {
        var asked = ListAddress.Read(HttpContext);
        (Q, State, Department, Attribute) = (asked.Q, asked.State, asked.Department, asked.Attribute);
        (Kind, Normative, DueStatus) = (asked.Kind, asked.Normative, asked.DueStatus);
        (From, To, StartedByMe) = (asked.From, asked.To, asked.StartedByMe);
        Order = asked.Order;
        Columns = DocumentColumns.Of([.. Request.Query["columns"].OfType<string>()]);
        List = await AskAsync(asked);
    }

    /// <summary>How the list stands to a column, as assistive technology is told it; null where it is not ordered by it.</summary>
    public string? SortOf(DocumentOrderBy by) => Order?.By != by ? null : Order.Descending ? "descending" : "ascending";

    /// <summary>The address of this list, from its first page, in the order that the head of a column asks for.</summary>
    /// <remarks>The other way round where it is in that order; what comes next in time, or in the ledger, is first otherwise.</remarks>
    public string InOrderOf(DocumentOrderBy by)
    {
        var descending = Order?.By == by
            ? !Order.Descending
            : by is DocumentOrderBy.CreatedAt or DocumentOrderBy.FormedOn or DocumentOrderBy.IssuedAt;
        var kept = Request.Query
            .Where(one => one.Key is not ("sort" or "cursor"))
            .SelectMany(one => one.Value, (one, value) => KeyValuePair.Create(one.Key, value))
            .Append(KeyValuePair.Create("sort", (string?)new DocumentOrder(by, descending).ToString()));
        return Request.Path + QueryString.Create(kept);
    }
}
