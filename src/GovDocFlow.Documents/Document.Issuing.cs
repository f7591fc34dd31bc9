using GovDocFlow.Deadlines;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Workflows;

namespace GovDocFlow.Documents;

public sealed partial record Document
{
    private const string PublicationClock = "publish.normative3wd";
    private const string InterpretationClock = "interpret.within3wd";

    /// <summary>Numbers it and sends it to print; the publication clocks start.</summary>
    /// <param name="number">The number that the ledger gave, in this same transaction.</param>
    /// <param name="issuedAt">When it was sent to print: between sign-off and <paramref name="at"/>; null is now.</param>
    /// <exception cref="RefusedException"><see cref="WhyNotIssue"/> or <see cref="WhyNotIssuedAt"/> gives a reason.</exception>
    public Outcome Issue(string number, DateTimeOffset? issuedAt, ClockBook clocks, Officer by, DateTimeOffset at)
    {
        var moment = issuedAt ?? LaterOf(at, SignedOffAt);
        RefusedException.ThrowIf(WhyNotIssue(by) ?? WhyNotIssuedAt(moment, at));

        var started = new List<Clock>();
        if (Draft.WillBePublic && Draft.Normative)
        {
            started.Add(clocks.Start(PublicationClock, Guid.CreateVersion7(at), "document", Id, moment));
        }

        if (Draft.WillBePublic && Draft.EffectiveOn is { } effectiveOn)
        {
            started.Add(clocks.StartBeforeEffect(Guid.CreateVersion7(at), "document", Id, moment, effectiveOn));
        }

        var issued = Next() with { State = DocumentState.Issued, Number = number, IssuedAt = moment };
        var outcome = new Outcome(issued)
        {
            Started = started,
            Acts = [new("issue", new { number, issuedAt = moment })],
            Tidings = Draft.WillBePublic
                ?
                [
                    new(
                        "toPublish",
                        new Hold(OutsideName.Of(Role.Publisher), null),
                        new($"{number}《{Draft.Title}》已印发，请按时公开。", $"{number} “{Draft.Title}” is issued; publish it in time.")),
                ]
                : [],
        };
        return WithClocks(outcome, clocks.Calendar);
    }

    /// <summary>Says why <paramref name="by"/> may not issue it now; null when they may.</summary>
    public Refusal? WhyNotIssue(Officer by) => WhyNotClerk(by) ?? (State is DocumentState.SignedOff
        ? null
        : NotInThisState("NOT_SIGNED_OFF", "只有签发并复核后的文件可以编号印发。", "Only a signed and re-checked document can be numbered and issued."));

    /// <summary>Records a publication. The website stops the clock of its part; the document's first one makes it public.</summary>
    /// <param name="publishedAt">Between issue and <paramref name="at"/>; null is now.</param>
    /// <exception cref="RefusedException"><see cref="WhyNotPublish"/> or <see cref="WhyNotPublishedAt"/> gives a reason.</exception>
    public Outcome Publish(
        PublicationPart part, Channel channel, string url, DateTimeOffset? publishedAt, bool owesInterpretation,
        ClockBook clocks, Officer by, DateTimeOffset at)
    {
        var moment = publishedAt ?? LaterOf(at, IssuedAt);
        RefusedException.ThrowIf(WhyNotPublish(by) ?? WhyNotPublishedAt(moment, at));

        var publication = new Publication(Guid.CreateVersion7(at), part, channel, url, moment, at, by.Id);
        var after = Next() with { Publications = [.. Publications, publication] };
        var changed = channel is Channel.Website ? StoppedBy(part, moment, clocks) : [];
        IReadOnlyList<Clock> started = [];
        if (part is PublicationPart.Document && channel is Channel.Website)
        {
            after = after with { State = State is DocumentState.Issued ? DocumentState.Published : State };
            started = owesInterpretation && !IsPublic(PublicationPart.Document) && !IsInterpretationDue
                ? [InterpretationClockFrom(moment, clocks, at)]
                : [];
        }

        var outcome = new Outcome(after)
        {
            Publication = publication,
            Changed = changed,
            Started = started,
            Acts = [new("publish", new { part = OutsideName.Of(part), channel = OutsideName.Of(channel), url, publishedAt = moment })],
            Tidings = [ToDrafters("published", $"{Number}《{Draft.Title}》已公开发布。", $"{Number} “{Draft.Title}” was published.")],
        };
        return WithClocks(outcome, clocks.Calendar);
    }

    /// <summary>Says why <paramref name="by"/> may not record a publication now; null when they may.</summary>
    public Refusal? WhyNotPublish(Officer by)
    {
        if (WhyNotPublisher(by) is { } never)
        {
            return never;
        }

        if (State is not (DocumentState.Issued or DocumentState.Published))
        {
            return NotInThisState("NOT_ISSUED", "印发之前不得公开。", "Nothing may be published before it is issued.");
        }

        return Draft.WillBePublic
            ? null
            : Refusal.NotNow(
                "NOT_PUBLIC",
                $"公开属性为{DisclosureNames.Of(Draft.Attribute!.Value).Zh}，不得公开发布。",
                $"Its attribute is {OutsideName.Of(Draft.Attribute!.Value)}; it may not be published.");
    }

    /// <summary>Withdraws a recorded publication; where nothing public is left, the clock runs again.</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotWithdraw"/> gives a reason.</exception>
    public Outcome Withdraw(Publication publication, string reason, ClockBook clocks, Officer by, DateTimeOffset at)
    {
        RefusedException.ThrowIf(WhyNotWithdraw(publication, by));

        var withdrawn = publication with { WithdrawnAt = at, WithdrawnBecause = reason };
        var after = Next() with { Publications = [.. Publications.Select(old => old.Id == publication.Id ? withdrawn : old)] };
        var changed = new List<Clock>();
        if (publication.IsPublic && !after.IsPublic(publication.Part))
        {
            changed.AddRange(RunningAgain(publication.Part, clocks));
            if (publication.Part is PublicationPart.Document)
            {
                after = after with { State = DocumentState.Issued };
                changed.AddRange(Clocks.Where(clock => clock is { Rule: InterpretationClock, Status: ClockStatus.Running })
                    .Select(clock => clocks.Cancel(clock, at)));
            }
        }

        var outcome = new Outcome(after)
        {
            Publication = withdrawn,
            Changed = changed,
            Acts = [new("withdraw", new { publication = publication.Id, part = OutsideName.Of(publication.Part), reason })],
        };
        return WithClocks(outcome, clocks.Calendar);
    }

    /// <summary>Says why <paramref name="by"/> may not withdraw it; null when they may.</summary>
    public Refusal? WhyNotWithdraw(Publication publication, Officer by) => WhyNotPublisher(by)
        ?? (publication.WithdrawnAt is not null
            ? Refusal.NotNow("ALREADY_WITHDRAWN", "该发布记录已撤回。", "That publication was withdrawn already.")
            : State is DocumentState.Issued or DocumentState.Published
                ? null
                : NotInThisState("NOT_PUBLISHED", "归档后不能撤回发布。", "After archiving a publication cannot be withdrawn."));

    /// <summary>Closes the case: nothing of it is still to be made public.</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotArchive"/> gives a reason.</exception>
    public Outcome Archive(Officer by, bool owesInterpretation)
    {
        RefusedException.ThrowIf(WhyNotArchive(by, owesInterpretation));

        return new Outcome(Next() with { State = DocumentState.Archived }) { Acts = [new("archive", new { })] };
    }

    /// <summary>Says why <paramref name="by"/> may not archive it now; null when they may.</summary>
    public Refusal? WhyNotArchive(Officer by, bool owesInterpretation)
    {
        if (WhyNotClerk(by) is { } never)
        {
            return never;
        }

        if (State is not (DocumentState.Issued or DocumentState.Published))
        {
            return NotInThisState("NOT_ISSUED", "印发之后才能归档。", "Only an issued document can be archived.");
        }

        var isComplete = !Draft.WillBePublic
            || (IsPublic(PublicationPart.Document) && (!owesInterpretation || IsPublic(PublicationPart.Interpretation)));
        return isComplete
            ? null
            : Refusal.NotNow(
                "NOT_ALL_PUBLIC",
                "正文或解读材料尚未公开发布，不能归档。",
                "The document or its interpretation is not public yet.");
    }

    private Refusal? WhyNotIssuedAt(DateTimeOffset issuedAt, DateTimeOffset at) => issuedAt < SignedOffAt || issuedAt > LaterOf(at, SignedOffAt)
        ? Refusal.Content(
            "ISSUED_AT_OUT_OF_RANGE",
            $"印发时间须在签发（{ChinaTime.ToChina(SignedOffAt!.Value):yyyy-MM-dd HH:mm:ss}）之后、现在之前。",
            "The moment of issue lies between sign-off and now.")
        : null;

    private Refusal? WhyNotPublishedAt(DateTimeOffset publishedAt, DateTimeOffset at) => publishedAt < IssuedAt || publishedAt > LaterOf(at, IssuedAt)
        ? Refusal.Content(
            "PUBLISHED_AT_OUT_OF_RANGE",
            $"发布时间须在印发（{ChinaTime.ToChina(IssuedAt!.Value):yyyy-MM-dd HH:mm:ss}）之后、现在之前。",
            "The moment of publication lies between issue and now.")
        : null;

    // On a host whose clock was set back, what was done before may bear a later instant than now.
    private static DateTimeOffset LaterOf(DateTimeOffset at, DateTimeOffset? before) => before > at ? before.Value : at;

    private static Refusal? WhyNotClerk(Officer by) => by.Is(Role.Clerk)
        ? null
        : Refusal.Never("NOT_A_CLERK", "只有文书可以办理登记、印发和归档。", "Only a clerk numbers, issues and archives.");

    private Refusal? WhyNotPublisher(Officer by)
    {
        if (!by.Is(Role.Publisher))
        {
            return Refusal.Never("NOT_A_PUBLISHER", "只有公开发布员可以登记发布。", "Only a publisher records publications.");
        }

        return SignedOffBy == by.Id || Drafters.Contains(by.Id)
            ? Refusal.Never(
                "SEPARATION_OF_DUTIES",
                "起草人、签发人不能兼办公开发布，请由他人办理。",
                "Who drafted or signed it does not publish it.")
            : null;
    }

    private List<Clock> StoppedBy(PublicationPart part, DateTimeOffset publishedAt, ClockBook clocks) =>
        [.. ClocksOf(part).Where(clock => clock is { StoppedAt: null, Status: not ClockStatus.Cancelled })
            .Select(clock => clocks.Stop(clock, publishedAt))];

    private IEnumerable<Clock> RunningAgain(PublicationPart part, ClockBook clocks) =>
        ClocksOf(part).Where(clock => clock is { StoppedAt: not null, Status: not ClockStatus.Cancelled })
            .Select(clock => clocks.Reopen(clock));

    private IEnumerable<Clock> ClocksOf(PublicationPart part) => Clocks.Where(clock => clock.Part == OutsideName.Of(part));

    // What is overdue already stays due since then, also after the document was withdrawn and published again.
    private bool IsInterpretationDue => Clocks.Any(clock => clock is
    {
        Rule: InterpretationClock, StoppedAt: null, Status: ClockStatus.Running or ClockStatus.Breached,
    });

    // An interpretation that was public before or with the document meets its clock at once: 同步.
    private Clock InterpretationClockFrom(DateTimeOffset publishedAt, ClockBook clocks, DateTimeOffset at)
    {
        var clock = clocks.Start(InterpretationClock, Guid.CreateVersion7(at), "document", Id, publishedAt);
        return IsPublic(PublicationPart.Interpretation) ? clocks.Stop(clock, publishedAt) : clock;
    }
}
