using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Rules;

namespace GovDocFlow.UseCases.Documents;

/// <summary>A defect or warning as it is shown.</summary>
public sealed record FindingView(
    string Code, Sentence Rule, string Basis, Sentence Message, Sentence Fix, string? Location, string? Field)
{
    internal static FindingView Of(Finding finding) => new(
        finding.Code, finding.Rule, finding.Basis, finding.Message, finding.Fix, finding.Location, finding.Field);
}

/// <summary>A line of a return notice as it is shown.</summary>
/// <param name="Item">Its number in the notice, from 1.</param>
/// <param name="Code">The rule; null for a line that the reviewer wrote freely.</param>
public sealed record NoticeItemView(
    int Item,
    string? Code,
    Sentence? Rule,
    string? Basis,
    Sentence Message,
    Sentence? Fix,
    string? Location,
    string? Field,
    ItemStatus Status,
    string? Answer);

/// <summary>A return notice as it is shown.</summary>
/// <param name="N">Counts all returns of the document, from 1.</param>
/// <param name="Number">退文〔2026〕1号; null unless official.</param>
/// <param name="By">The name of who returned it; 系统 for the gates.</param>
public sealed record ReturnNoticeView(
    int N,
    ReturnKind Kind,
    string? Number,
    DateTimeOffset At,
    string By,
    string? Step,
    bool ThenBack,
    string? Opinion,
    IReadOnlyList<NoticeItemView> Items,
    IReadOnlyList<FindingView> Warnings)
{
    internal static ReturnNoticeView Of(ReturnNotice notice) => new(
        notice.N,
        notice.Kind,
        notice.Number,
        notice.At,
        notice.ByName,
        notice.Step,
        notice.ThenBack,
        notice.Opinion,
        [
            .. notice.Items.Select(item => new NoticeItemView(
                item.Item, item.Code, item.Rule, item.Basis, item.Message, item.Fix, item.Location, item.Field, item.Status,
                item.Answer)),
        ],
        [.. notice.Warnings.Select(FindingView.Of)]);
}

/// <summary>A file as it is shown.</summary>
/// <param name="Current">Whether it is the version that counts now.</param>
public sealed record FileView(
    Guid Id, FileRole Role, string Name, long Size, string Sha256, int Version, bool Current, DateTimeOffset At)
{
    internal static FileView Of(DocumentFile file) =>
        new(file.Id, file.Role, file.Name, file.Size, file.Sha256, file.Version, file.Current, file.At);
}

/// <summary>An element of the interpretation as it is shown.</summary>
/// <param name="Element">Its Chinese name.</param>
/// <param name="Location">Where it stands; null unless found.</param>
public sealed record ElementView(string Element, string Code, bool Required, ElementStatus Status, string? Location);

/// <summary>How a document stands to its interpretation.</summary>
/// <param name="Owed">Whether one must come with it.</param>
/// <param name="Exemption">The catalogue entry that the drafter named; whether it covers the draft shows in <paramref name="Owed"/>.</param>
public sealed record InterpretationView(
    bool Owed,
    Exemption? Exemption,
    IReadOnlyList<ElementView> Elements,
    IReadOnlyList<NotApplicableElement> NotApplicable);

/// <summary>An opinion as it is shown, with the post held when it was given.</summary>
public sealed record OpinionView(
    string Step, string StepName, string By, string Title, string Verb, string Text, DateTimeOffset At);

/// <summary>A publication as it is shown.</summary>
/// <param name="RecordedLater">补录: entered on a later day than it was published.</param>
public sealed record PublicationView(
    Guid Id,
    PublicationPart Part,
    Channel Channel,
    string Url,
    DateTimeOffset PublishedAt,
    DateTimeOffset RecordedAt,
    bool RecordedLater,
    DateTimeOffset? WithdrawnAt,
    string? WithdrawnBecause)
{
    internal static PublicationView Of(Publication publication) => new(
        publication.Id,
        publication.Part,
        publication.Channel,
        publication.Url,
        publication.PublishedAt,
        publication.RecordedAt,
        ChinaTime.DayOf(publication.RecordedAt) > ChinaTime.DayOf(publication.PublishedAt),
        publication.WithdrawnAt,
        publication.WithdrawnBecause);
}

/// <summary>A task that waits, as the case shows it.</summary>
public sealed record WaitingView(
    Guid Id, string Step, string StepName, Role Role, string? Department, DateTimeOffset ReceivedAt, DateOnly? DueOn);

/// <summary>Something that this officer may do now, or the reason why not.</summary>
/// <param name="TaskId">The task to decide; null for verbs that need none.</param>
public sealed record MayDoView(string Verb, RefusalView? Refusal, Guid? TaskId = null);

/// <summary>Why not.</summary>
public sealed record RefusalView(string Code, Sentence Message);

/// <summary>A document with all that belongs to it, as one officer may see it.</summary>
public sealed record DocumentView
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version, for <c>If-Match</c>.</summary>
    public required int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required DocumentState State { get; init; }

    /// <summary>标题</summary>
    public required string Title { get; init; }

    /// <summary>文种</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>In whose name.</summary>
    public required IssuerLevel IssuerLevel { get; init; }

    /// <summary>发文机关</summary>
    public required string IssuingOrgan { get; init; }

    /// <summary>紧急程度</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>规范性文件</summary>
    public required bool Normative { get; init; }

    /// <summary>政策性文件</summary>
    public required bool Policy { get; init; }

    /// <summary>重大行政决策</summary>
    public required bool MajorDecision { get; init; }

    /// <summary>涉及经营者经济活动</summary>
    public required bool AffectsMarketActors { get; init; }

    /// <summary>密级; always <c>none</c>.</summary>
    public required string Secrecy { get; init; }

    /// <summary>施行日期</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>联合发文机关</summary>
    public required IReadOnlyList<string> JointIssuers { get; init; }

    /// <summary>被转发的原文</summary>
    public Forwarded? Forwards { get; init; }

    /// <summary>公开属性; null while it is not decided.</summary>
    public DisclosureAttribute? Attribute { get; init; }

    /// <summary>Whether the attribute is final: it is from sign-off on.</summary>
    public required bool AttributeFinal { get; init; }

    /// <summary>责任人</summary>
    public string? ResponsiblePerson { get; init; }

    /// <summary>The exemption that the drafter named.</summary>
    public Exemption? InterpretationExemption { get; init; }

    /// <summary>主送</summary>
    public string? MainRecipients { get; init; }

    /// <summary>抄送</summary>
    public string? CopyRecipients { get; init; }

    /// <summary>份数</summary>
    public int? Copies { get; init; }

    /// <summary>电话</summary>
    public string? Phone { get; init; }

    /// <summary>The key of the drafting department.</summary>
    public required string Department { get; init; }

    /// <summary>Its name.</summary>
    public required string DepartmentName { get; init; }

    /// <summary>The name of who started it.</summary>
    public required string Drafter { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first submitted; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The route it follows; null before submission.</summary>
    public string? Route { get; init; }

    /// <summary>How it stands to its interpretation.</summary>
    public required InterpretationView Interpretation { get; init; }

    /// <summary>Every version of every file.</summary>
    public required IReadOnlyList<FileView> Files { get; init; }

    /// <summary>Its return notices, oldest first.</summary>
    public required IReadOnlyList<ReturnNoticeView> Returns { get; init; }

    /// <summary>The opinions, in the order in which they were given.</summary>
    public required IReadOnlyList<OpinionView> Opinions { get; init; }

    /// <summary>What waits for whom.</summary>
    public required IReadOnlyList<WaitingView> Waiting { get; init; }

    /// <summary>发文字号; null before issue.</summary>
    public string? Number { get; init; }

    /// <summary>成文日期</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>签发人: the name of who signed it; null before, and again when a return voids the signature.</summary>
    public string? Signer { get; init; }

    /// <summary>签发日期, in China; null likewise.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>印发日期; null before issue.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The publications, withdrawn ones included.</summary>
    public required IReadOnlyList<PublicationView> Publications { get; init; }

    /// <summary>Its clocks.</summary>
    public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>What this officer may do, or why not.</summary>
    public required IReadOnlyList<MayDoView> MayDo { get; init; }
}

/// <summary>A clock as it is shown.</summary>
/// <param name="Binding">Whether it is the publication clock of its document that is due first.</param>
/// <param name="Rungs">What has fired and what is next, by moment; never null.</param>
/// <param name="History">What became of it, oldest first; null in lists.</param>
public sealed record ClockView(
    Guid Id,
    string Rule,
    string LegalBasis,
    ClockSubject Subject,
    ClockStart Start,
    int? Amount,
    TimeUnit Unit,
    DateOnly DueOn,
    DateTimeOffset DueAt,
    Certainty Certainty,
    DateOnly EarliestDueOn,
    DateOnly LatestDueOn,
    ClockStatus Status,
    bool Binding,
    DateTimeOffset? StoppedAt,
    string CalendarVersion,
    IReadOnlyList<RungView> Rungs,
    IReadOnlyList<ClockChangeView>? History = null);

/// <summary>On what a clock hangs.</summary>
public sealed record ClockSubject(string Type, Guid Id);

/// <summary>What started a clock, and when.</summary>
public sealed record ClockStart(string Event, DateTimeOffset At);

/// <summary>A rung of a clock's ladder.</summary>
/// <param name="FiredAt">When it fired; null where it is to come.</param>
/// <param name="Notified">The names of those who were told; empty before it fires.</param>
public sealed record RungView(string Code, DateTimeOffset FiresAt, DateTimeOffset? FiredAt, IReadOnlyList<string> Notified);

/// <summary>One change of a clock.</summary>
public sealed record ClockChangeView(
    DateTimeOffset At, string Status, DateOnly DueOn, string CalendarVersion, string Because);
