using GovDocFlow.Deadlines;
using GovDocFlow.Documents;

namespace GovDocFlow.UseCases.Documents;

/// <summary>A row of a document list.</summary>
internal sealed record DocumentLineRow
{
    public long Seq { get; init; }

    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string Kind { get; init; } = "";

    public string State { get; init; } = "";

    public string? Attribute { get; init; }

    public bool Normative { get; init; }

    public string Department { get; init; } = "";

    public string? Number { get; init; }

    public string? NumberOrder { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateOnly? FormedOn { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public DateTimeOffset? DueSoonAt { get; init; }

    public DateTimeOffset? OverdueAt { get; init; }

    public bool IsProvisional { get; init; }

    public int Version { get; init; }

    public ReadDocuments.Line ToLine(DateTimeOffset now) => new()
    {
        Id = Id,
        Title = Title,
        Kind = OutsideName.Parse<DocumentKind>(Kind)!.Value,
        State = OutsideName.Parse<DocumentState>(State)!.Value,
        Attribute = OutsideName.Parse<Disclosure>(Attribute),
        Normative = Normative,
        Department = Department,
        Number = Number,
        CreatedAt = CreatedAt,
        FormedOn = FormedOn,
        IssuedAt = IssuedAt,
        LatestDueOn = OverdueAt is { } over ? ChinaTime.DayOf(over).AddDays(-1) : null,
        DueStatus = OverdueAt <= now ? Documents.DueStatus.Overdue
            : DueSoonAt <= now ? Documents.DueStatus.DueSoon
            : IsProvisional ? Documents.DueStatus.Provisional
            : null,
        Version = Version,
    };
}
