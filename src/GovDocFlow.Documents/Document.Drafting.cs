using System.Text.Json;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Rules;
using GovDocFlow.Workflows;

namespace GovDocFlow.Documents;

public sealed partial record Document
{
    /// <summary>Starts a draft.</summary>
    /// <exception cref="RefusedException">They draft for no department, or the draft is classified.</exception>
    public static Outcome Start(Draft draft, Officer by, DateTimeOffset at)
    {
        RefusedException.ThrowIf(WhyNotStart(by) ?? WhyNotHeld(draft));

        var inherited = Inherited(draft);
        var started = new Document
        {
            Id = Guid.CreateVersion7(at),
            Version = 1,
            State = DocumentState.Draft,
            Draft = inherited,
            Department = by.Department,
            StartedBy = by.Id,
            Drafters = [by.Id],
            CreatedAt = at,
        };
        return new Outcome(started)
        {
            Acts = [new("create", new { title = draft.Title }), .. AttributeActs(null, inherited.Attribute, Why(draft, inherited))],
        };
    }

    /// <summary>Says why <paramref name="by"/> may not start drafts; null when they may.</summary>
    public static Refusal? WhyNotStart(Officer by) => by.Drafts
        ? null
        : Refusal.Never("NOT_A_DRAFTER", "只有部门拟稿人或负责人可以起草。", "Only a department's drafters and heads can draft.");

    /// <summary>Says why the system may hold nothing of this draft; null when it may (保守国家秘密法 art. 31).</summary>
    public static Refusal? WhyNotHeld(Draft draft) =>
        draft.Secrecy != "none" || draft.Attribute?.NamesStateSecrets == true ? Classified : null;

    /// <summary>The refusal of classified content: it names nothing of what was sent.</summary>
    public static readonly Refusal Classified = Refusal.Content(
        "CLASSIFIED_REFUSED",
        "本系统为非涉密公文专用，涉密内容一律不得录入；请改走涉密公文渠道。系统未保留所报内容。",
        "This system is for non-classified documents only. Nothing of what was sent has been kept; use the classified channel.");

    /// <summary>Changes what was filled in.</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotEdit"/> gives a reason, or the draft is classified.</exception>
    public Outcome Edit(Draft draft, Officer by)
    {
        RefusedException.ThrowIf(WhyNotHeld(draft) ?? WhyNotEdit(by));

        var inherited = Inherited(draft);
        var losesWayBack = Position?.Resume is not null && CallsForOtherSteps(Draft, inherited);
        var after = Next() with
        {
            Draft = inherited,
            Drafters = WithDrafter(by),
            Position = losesWayBack ? WithoutWayBack(Position!) : Position,
        };
        return new Outcome(after)
        {
            Acts =
            [
                new("edit", new { changed = Changes(Draft, inherited), walksAllSteps = losesWayBack ? true : (bool?)null }),
                .. AttributeActs(Draft.Attribute, inherited.Attribute, Why(draft, inherited)),
            ],
        };
    }

    /// <summary>Says why <paramref name="by"/> may not edit now; null when they may.</summary>
    public Refusal? WhyNotEdit(Officer by) => WhyNotByDrafter(by) ?? (IsWithDrafter
        ? null
        : NotInThisState("NOT_EDITABLE", "送审后不能修改；请先撤回，或等待退回。", "A submitted draft cannot be changed; recall it, or wait for its return."));

    /// <summary>Adds a file; a second one of a single role is its next version.</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotEdit"/> gives a reason.</exception>
    public Outcome AddFile(FileRole role, string name, string contentType, long size, string sha256, Officer by, DateTimeOffset at)
    {
        RefusedException.ThrowIf(WhyNotEdit(by));

        var replaced = DocumentFile.MayBeMany(role) ? null : CurrentFile(role);
        var file = new DocumentFile(
            Guid.CreateVersion7(at), role, name, contentType, size, sha256, (replaced?.Version ?? 0) + 1, true, at, by.Id);
        var after = Next() with
        {
            Files = [.. Files.Select(old => old == replaced ? old with { Current = false } : old), file],
            Drafters = WithDrafter(by),
        };
        return new Outcome(after)
        {
            File = file,
            Acts = [new("addFile", new { role = FileRoleNames.Key(role), name, sha256, version = file.Version })],
        };
    }

    /// <summary>Hands the draft in. The gates judge it: it moves on to the department head, or comes back with every defect.</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotSubmit"/> gives a reason.</exception>
    public Outcome Submit(Procedure procedure, IReadOnlyList<ItemAnswer> answers, Officer by, DateTimeOffset at)
    {
        RefusedException.ThrowIf(WhyNotSubmit(by));

        var continues = Position is not null && RouteHash == procedure.Route.Hash;
        var submitted = this with
        {
            SubmittedAt = SubmittedAt ?? at,
            SubmittedVersion = Version + 1,
            Drafters = WithDrafter(by),
            Route = procedure.Route.DefinitionId,
            RouteHash = procedure.Route.Hash,
            RulesHash = procedure.Rules.Hash,
            Position = continues ? Position : null,
        };
        var facts = submitted.Facts(procedure, at);
        var movement = continues
            ? procedure.Host.Complete(procedure.Route, Position!, CorrectionOf(procedure.Route), Activities.Done, facts)
            : procedure.Host.Start(procedure.Route, facts);

        var settled = LastReturn?.Answered(answers, (facts.Failed?.Items ?? []).Select(item => item.Code).ToHashSet());
        Act[] acts = [new("submit", new { n = Returns, answers })];
        return submitted.Moved(procedure, movement, facts, acts, at) with { Settled = settled };
    }

    /// <summary>Says why <paramref name="by"/> may not submit now; null when they may.</summary>
    public Refusal? WhyNotSubmit(Officer by) => WhyNotByDrafter(by) ?? (IsWithDrafter
        ? null
        : NotInThisState("NOT_SUBMITTABLE", "只有起草中或已退回的稿件可以送审。", "Only a draft or a returned document can be submitted."));

    /// <summary>Takes it back before the first handler has acted.</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotRecall"/> gives a reason.</exception>
    public Outcome Recall(Officer by, DateTimeOffset at, Opinion? firstAct)
    {
        RefusedException.ThrowIf(WhyNotRecall(by, firstAct));

        return new Outcome(Next() with { State = DocumentState.Draft, Position = null, Tasks = [] })
        {
            Closed = Withdrawn(at),
            Acts = [new("recall", new { })],
        };
    }

    /// <summary>Says why it cannot be recalled; null when it can.</summary>
    /// <param name="firstAct">The first opinion since the last submission; null while nobody has acted.</param>
    public Refusal? WhyNotRecall(Officer by, Opinion? firstAct) => WhyNotByDrafter(by) ?? (State, firstAct) switch
    {
        (not DocumentState.UnderReview, _) =>
            NotInThisState("NOT_RECALLABLE", "只有审核中的文件可以撤回。", "Only a document under review can be recalled."),
        (_, { } act) => Refusal.NotNow(
            "ALREADY_HANDLED",
            $"{act.ByName}已于 {ChinaTime.ToChina(act.At):yyyy-MM-dd HH:mm} 办理{act.StepName}，不能撤回；可请其退回。",
            $"{act.ByName} acted at {ChinaTime.ToChina(act.At):yyyy-MM-dd HH:mm}; ask for its return instead."),
        _ => null,
    };

    /// <summary>Ends it without issue (撤件).</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotCancel"/> gives a reason.</exception>
    public Outcome Cancel(string reason, ClockBook clocks, Officer by, DateTimeOffset at)
    {
        RefusedException.ThrowIf(WhyNotCancel(by));

        var outcome = new Outcome(Next() with { State = DocumentState.Cancelled, Position = null, Tasks = [] })
        {
            Closed = Withdrawn(at),
            Changed = Ended(clocks, at),
            Acts = [new("cancel", new { reason, from = OutsideName.Of(State) })],
        };
        return WithClocks(outcome, clocks.Calendar);
    }

    /// <summary>Says why <paramref name="by"/> may not cancel it now; null when they may.</summary>
    public Refusal? WhyNotCancel(Officer by) => WhyNotByDrafter(by) ?? (IsWithDrafter || State is DocumentState.UnderReview
        ? null
        : NotInThisState("NOT_CANCELLABLE", "签发后不能撤件。", "After sign-off a document cannot be cancelled."));

    /// <summary>What a submission on <paramref name="day"/> would meet, by the gates' own code.</summary>
    public Findings Precheck(RuleSet rules, Papers.Paper? body, Papers.Paper? interpretation, DateOnly day) => rules.Evaluate(
        new GateCase(Draft, Files, day, body, interpretation, []), ["attribute", "interpretation", "materials"]);

    private IReadOnlyList<Guid> WithDrafter(Officer by) => Drafters.Contains(by.Id) ? Drafters : [.. Drafters, by.Id];

    private IReadOnlyList<WorkTask> Withdrawn(DateTimeOffset at) =>
        [.. Tasks.Select(task => task with { ClosedAt = at, ClosedAs = "withdrawn" })];

    // A forward takes over the original's attribute where the drafter has not decided one.
    private static Draft Inherited(Draft draft) => draft is { Attribute: null, Forwards.Attribute: { } original }
        ? draft with { Attribute = new DisclosureAttribute(original, Explanation: "沿用转发原文的公开属性") }
        : draft;

    private static string Why(Draft asked, Draft kept) =>
        ReferenceEquals(asked, kept) ? asked.Attribute?.Explanation ?? "拟稿人拟定" : "沿用转发原文的公开属性";

    private static IEnumerable<Act> AttributeActs(DisclosureAttribute? old, DisclosureAttribute? now, string why)
    {
        if (!Same(old, now))
        {
            yield return new("attribute", new { old, @new = now, why });
        }
    }

    private static bool Same(DisclosureAttribute? one, DisclosureAttribute? other) =>
        one is null || other is null
            ? one is null && other is null
            : one with { Withheld = null } == other with { Withheld = null }
                && (one.Withheld ?? []).SequenceEqual(other.Withheld ?? []);

    // Compared as they are kept: a list that was sent again with the same content has not changed.
    private static List<string> Changes(Draft old, Draft now)
    {
        var before = JsonSerializer.SerializeToElement(old, JsonSerializerOptions.Web);
        return
        [
            .. JsonSerializer.SerializeToElement(now, JsonSerializerOptions.Web).EnumerateObject()
                .Where(field => !JsonElement.DeepEquals(field.Value, before.GetProperty(field.Name)))
                .Select(field => field.Name),
        ];
    }

    // Straight back to a late step, such a draft would pass by a review or a signature that it now needs.
    private static bool CallsForOtherSteps(Draft old, Draft now) =>
        old.NormativeOrMajor != now.NormativeOrMajor
        || !old.JointIssuers.SequenceEqual(now.JointIssuers)
        || (now.Attribute?.Value is not Disclosure.Proactive && !Same(old.Attribute, now.Attribute));

    private static Position WithoutWayBack(Position position) =>
        new(position.Active, position.Arrivals.ToDictionary(join => join.Key, join => join.Value.AsEnumerable()), resume: null);

    private static string CorrectionOf(Route route) =>
        route.Activities.First(activity => activity.Shape.ReturnsToDrafter).Id;
}
