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

    /// <summary>The columns beside the title.</summary>
    public IReadOnlyList<DocumentColumn> Columns { get; private set; } = [];

    /// <summary>Reads a page of them.</summary>
    public async Task OnGetAsync()
    {
        var asked = ListAddress.Read(HttpContext);
        (Q, State, Department, Attribute) = (asked.Q, asked.State, asked.Department, asked.Attribute);
        (Kind, Normative, DueStatus) = (asked.Kind, asked.Normative, asked.DueStatus);
        (From, To, StartedByMe) = (asked.From, asked.To, asked.StartedByMe);
        Columns = DocumentColumns.Of([.. Request.Query["columns"].OfType<string>()]);
        List = await AskAsync(asked);
    }
}
