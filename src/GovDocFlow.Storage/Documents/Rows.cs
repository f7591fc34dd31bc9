using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;

namespace GovDocFlow.Storage.Documents;

internal sealed record DocumentFileRow
{
    public Guid Id { get; init; }

    public string Role { get; init; } = "";

    public string Name { get; init; } = "";

    public string ContentType { get; init; } = "";

    public long Size { get; init; }

    public string Sha256 { get; init; } = "";

    public int Version { get; init; }

    public bool IsCurrent { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public Guid AddedBy { get; init; }

    public DocumentFile ToFile() => new(
        Id, OutsideName.Parse<FileRole>(Role)!.Value, Name, ContentType, Size, Sha256, Version, IsCurrent, AddedAt, AddedBy);
}

internal sealed record WorkTaskRow
{
    public Guid Id { get; init; }

    public Guid DocumentId { get; init; }

    public string Step { get; init; } = "";

    public string StepName { get; init; } = "";

    public string Role { get; init; } = "";

    public string? Department { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedBy { get; init; }

    public string? ClosedAs { get; init; }

    public WorkTask ToTask() =>
        new(Id, DocumentId, Step, StepName, OutsideName.Parse<Role>(Role)!.Value, Department, ReceivedAt, DueOn)
        {
            ClosedAt = ClosedAt,
            ClosedBy = ClosedBy,
            ClosedAs = ClosedAs,
        };
}

internal sealed record OpinionRow
{
    public Guid Id { get; init; }

    public string Step { get; init; } = "";

    public string StepName { get; init; } = "";

    public Guid ByOfficer { get; init; }

    public string ByName { get; init; } = "";

    public string ByTitle { get; init; } = "";

    public string Verb { get; init; } = "";

    public string Words { get; init; } = "";

    public DateTimeOffset GivenAt { get; init; }

    public Opinion ToOpinion() => new(Id, Step, StepName, ByOfficer, ByName, ByTitle, Verb, Words, GivenAt);
}

internal sealed record PublicationRow
{
    public Guid Id { get; init; }

    public string Part { get; init; } = "";

    public string Channel { get; init; } = "";

    public string Url { get; init; } = "";

    public DateTimeOffset PublishedAt { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public Guid ByOfficer { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnBecause { get; init; }

    public Publication ToPublication() => new(
        Id,
        OutsideName.Parse<PublicationPart>(Part)!.Value,
        OutsideName.Parse<Channel>(Channel)!.Value,
        Url,
        PublishedAt,
        RecordedAt,
        ByOfficer,
        WithdrawnAt,
        WithdrawnBecause);
}

internal sealed record ClockRow
{
    public Guid Id { get; init; }

    public string RuleCode { get; init; } = "";

    public string RuleVersion { get; init; } = "";

    public string LegalBasis { get; init; } = "";

    public string Part { get; init; } = "";

    public string SubjectType { get; init; } = "";

    public Guid SubjectId { get; init; }

    public string StartEvent { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public int? Amount { get; init; }

    public string Unit { get; init; } = "";

    public DateOnly DueOn { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public string Certainty { get; init; } = "";

    public DateOnly EarliestDueOn { get; init; }

    public DateOnly LatestDueOn { get; init; }

    public string Status { get; init; } = "";

    public DateTimeOffset? StoppedAt { get; init; }

    public string CalendarVersion { get; init; } = "";

    public string Ladder { get; init; } = "";

    public string? NextRung { get; init; }

    public DateTimeOffset? NextFiresAt { get; init; }

    public Clock ToClock() => new()
    {
        Id = Id,
        Rule = RuleCode,
        RuleVersion = RuleVersion,
        LegalBasis = LegalBasis,
        Part = Part,
        SubjectType = SubjectType,
        SubjectId = SubjectId,
        StartEvent = StartEvent,
        StartedAt = StartedAt,
        Amount = Amount,
        Unit = OutsideName.Parse<TimeUnit>(Unit)!.Value,
        Deadline = new Deadline(
            DueOn,
            ChinaTime.ToChina(DueAt),
            OutsideName.Parse<Certainty>(Certainty)!.Value,
            EarliestDueOn,
            LatestDueOn),
        Status = OutsideName.Parse<ClockStatus>(Status)!.Value,
        StoppedAt = StoppedAt,
        CalendarVersion = CalendarVersion,
        Ladder = Ladder,
        NextRung = NextRung,
        NextFiresAt = NextFiresAt,
    };
}
