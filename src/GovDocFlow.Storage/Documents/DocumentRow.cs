using GovDocFlow.Documents;

namespace GovDocFlow.Storage.Documents;

/// <summary>A document as its row holds it.</summary>
internal sealed record DocumentRow
{
    public Guid Id { get; init; }

    public int Version { get; init; }

    public string State { get; init; } = "";

    public string Department { get; init; } = "";

    public Guid StartedBy { get; init; }

    public string Drafters { get; init; } = "";

    public string Draft { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public int? SubmittedVersion { get; init; }

    public string? Route { get; init; }

    public string? RouteHash { get; init; }

    public string? RulesHash { get; init; }

    public string? Position { get; init; }

    public string? ApprovedPair { get; init; }

    public string? Countersignatures { get; init; }

    public int Returns { get; init; }

    public DateOnly? FormedOn { get; init; }

    public DateTimeOffset? SignedOffAt { get; init; }

    public Guid? SignedOffBy { get; init; }

    public string? Number { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public Document ToDocument() => new()
    {
        Id = Id,
        Version = Version,
        State = OutsideName.Parse<DocumentState>(State)!.Value,
        Department = Department,
        StartedBy = StartedBy,
        Drafters = Json.Read<IReadOnlyList<Guid>>(Drafters),
        Draft = Json.Read<Draft>(Draft),
        CreatedAt = CreatedAt,
        SubmittedAt = SubmittedAt,
        SubmittedVersion = SubmittedVersion,
        Route = Route,
        RouteHash = RouteHash,
        RulesHash = RulesHash,
        Position = Position is null ? null : Workflows.Position.Parse(Position),
        ApprovedPair = ApprovedPair,
        Countersignatures = Countersignatures is null ? [] : Json.Read<IReadOnlyList<Countersignature>>(Countersignatures),
        Returns = Returns,
        FormedOn = FormedOn,
        SignedOffAt = SignedOffAt,
        SignedOffBy = SignedOffBy,
        Number = Number,
        IssuedAt = IssuedAt,
    };
}
