using GovDocFlow.Deadlines;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Workflows;

namespace GovDocFlow.Documents;

/// <summary>An official document on its way from draft to publication.</summary>
/// <remarks>Immutable. A refused verb changes nothing; an accepted one returns all that must be kept.</remarks>
public sealed partial record Document
{
    /// <summary>Its key, a UUID of version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>1 when created; one more with every act of a person. Reminders and escalation do not raise it.</summary>
    public required int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required DocumentState State { get; init; }

    /// <summary>What the drafter filled in; the attribute in it may since have been changed by the office.</summary>
    public required Draft Draft { get; init; }

    /// <summary>The key of the drafting department.</summary>
    public required string Department { get; init; }

    /// <summary>Who started it.</summary>
    public required Guid StartedBy { get; init; }

    /// <summary>Everybody who wrote, uploaded or submitted: none of them decides a step on it.</summary>
    public required IReadOnlyList<Guid> Drafters { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first submitted; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The version that its last submission made; null before. Opinions of later versions are of this round.</summary>
    public int? SubmittedVersion { get; init; }

    /// <summary>The definition id of its route; null before the first submission that passed the gates' door.</summary>
    public string? Route { get; init; }

    /// <summary>The content to which the case is pinned, by hash.</summary>
    public string? RouteHash { get; init; }

    /// <summary>The return rules to which the case is pinned, by hash.</summary>
    public string? RulesHash { get; init; }

    /// <summary>Where it stands on its route; null while it is on none.</summary>
    public Position? Position { get; init; }

    /// <summary>The hash of document and interpretation that the department head approved; null before.</summary>
    public string? ApprovedPair { get; init; }

    /// <summary>The joint issuers who have countersigned, each for the pair it saw.</summary>
    public IReadOnlyList<Countersignature> Countersignatures { get; init; } = [];

    /// <summary>How often it was returned to its drafter.</summary>
    public int Returns { get; init; }

    /// <summary>成文日期: the day of the last signature; null before, and again when a return voids the signature.</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>When it was signed; null likewise.</summary>
    public DateTimeOffset? SignedOffAt { get; init; }

    /// <summary>Who signed; the signer does not publish.</summary>
    public Guid? SignedOffBy { get; init; }

    /// <summary>发文字号; null before issue.</summary>
    public string? Number { get; init; }

    /// <summary>印发: when it was sent to print; null before.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Every version of every file.</summary>
    public IReadOnlyList<DocumentFile> Files { get; init; } = [];

    /// <summary>The tasks that wait now.</summary>
    public IReadOnlyList<WorkTask> Tasks { get; init; } = [];

    /// <summary>Its clocks, met and cancelled ones included.</summary>
    public IReadOnlyList<Clock> Clocks { get; init; } = [];

    /// <summary>Its recorded publications, withdrawn ones included.</summary>
    public IReadOnlyList<Publication> Publications { get; init; } = [];

    /// <summary>Its last return notice; null where there is none.</summary>
    public ReturnNotice? LastReturn { get; init; }

    /// <summary>Whether its drafters may change it.</summary>
    public bool IsWithDrafter => State is DocumentState.Draft or DocumentState.Returned;

    /// <summary>Whether <paramref name="officer"/> may know that it exists.</summary>
    /// <param name="jointDepartments">The keys of the departments that countersign it.</param>
    public bool IsVisibleTo(Officer officer, IReadOnlyList<string> jointDepartments) =>
        officer.SeesEverything
        || (officer.SeesWhatWasSubmitted && SubmittedAt is not null)
        || (officer.Drafts && (officer.Department == Department
            || (SubmittedAt is not null && jointDepartments.Contains(officer.Department))));

    /// <summary>The current file of a single role; null where there is none.</summary>
    public DocumentFile? CurrentFile(FileRole role) => Files.FirstOrDefault(file => file.Current && file.Role == role);

    private bool IsPublic(PublicationPart part) =>
        Publications.Any(publication => publication.Part == part && publication.IsPublic);

    // Whatever a verb did to clocks, the document that is kept knows its clocks as they are now.
    private static Outcome WithClocks(Outcome outcome, WorkingCalendar calendar)
    {
        if (outcome.Started.Count == 0 && outcome.Changed.Count == 0)
        {
            return outcome;
        }

        var clocks = outcome.After.Clocks
            .Select(clock => outcome.Changed.FirstOrDefault(changed => changed.Id == clock.Id) ?? clock)
            .Concat(outcome.Started)
            .ToList();
        return outcome with { After = outcome.After with { Clocks = clocks }, Due = DueDates.Of(clocks, calendar) };
    }

    private IReadOnlyList<Clock> Ended(ClockBook clocks, DateTimeOffset at) =>
        [.. Clocks.Where(clock => clock.IsOpen).Select(clock => clocks.Cancel(clock, at))];

    private Document Next() => this with { Version = Version + 1 };

    private Refusal? WhyNotByDrafter(Officer by) => by.Drafts && by.Department == Department
        ? null
        : Refusal.Never(
            "NOT_DRAFTING_DEPARTMENT",
            "只有拟稿部门的拟稿人或负责人可以办理。",
            "Only the drafting department's drafters and head can do this.");

    private static string Text(DocumentState state) => state switch
    {
        DocumentState.Draft => "起草中",
        DocumentState.Returned => "已退回",
        DocumentState.UnderReview => "审核中",
        DocumentState.SignedOff => "已签发待印发",
        DocumentState.Issued => "已印发",
        DocumentState.Published => "已公开",
        DocumentState.Archived => "已归档",
        DocumentState.Cancelled => "已撤件",
    };

    private Refusal NotInThisState(string code, string zh, string en) =>
        Refusal.NotNow(code, $"{zh}（当前状态：{Text(State)}）", $"{en} (its state is {OutsideName.Of(State)})");
}

/// <summary>A joint issuer's countersignature, for one pair of document and interpretation.</summary>
public sealed record Countersignature(string Department, string Pair);
