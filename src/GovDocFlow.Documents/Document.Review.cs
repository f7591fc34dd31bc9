using GovDocFlow.Deadlines;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Rules;
using GovDocFlow.Workflows;

namespace GovDocFlow.Documents;

public sealed partial record Document
{
    /// <summary>The value of <c>to</c> that sends a document back to its drafter.</summary>
    public const string ToDrafter = "drafter";

    private const string FormationClock = "publish.formation20wd";

    /// <summary>Approves at a step; the last of several holders moves the case on.</summary>
    /// <param name="attribute">A changed attribute, with the opinion as its reason; null leaves it.</param>
    /// <exception cref="RefusedException"><see cref="WhyNotApprove"/> or <see cref="WhyNotSetAttribute"/> gives a reason.</exception>
    public Outcome Approve(
        WorkTask task, Procedure procedure, string opinion, DisclosureAttribute? attribute, Officer by, DateTimeOffset at)
    {
        RefusedException.ThrowIf(WhyNotApprove(task, procedure.Route, by)
            ?? (attribute is null ? null : WhyNotSetAttribute(task, attribute, opinion, procedure, at)));

        var step = procedure.Route[task.Step];
        var acts = new List<Act> { new("approve", new { step = task.Step, stepName = task.StepName, opinion }) };
        var decided = WithDecision(task, step, by, at);
        if (attribute is not null && !Same(Draft.Attribute, attribute))
        {
            acts.AddRange(AttributeActs(Draft.Attribute, attribute, opinion));
            decided = decided.WithAttribute(attribute, step);
        }

        if (step.Type == DepartmentHead.Type)
        {
            acts.Add(new("bindPair", new { pair = decided.ApprovedPair, secrecyReviewed = true }));
        }

        var closed = task with { ClosedAt = at, ClosedBy = by.Name, ClosedAs = "approve" };
        var words = Opined(task, "approve", opinion, by, at);
        if (decided.Tasks.Any(other => other.Step == task.Step))
        {
            return new Outcome(decided.Next()) { Acts = acts, Closed = [closed], Opinion = words };
        }

        var facts = decided.Facts(procedure, at);
        var movement = procedure.Host.Complete(procedure.Route, decided.Position!, task.Step, Activities.Approved, facts);
        var signed = step.Type == SignOff.Type;
        var outcome = decided.Moved(procedure, movement, facts, acts, at);
        return WithClocks(
            outcome with
            {
                Closed = [closed, .. outcome.Closed],
                Opinion = words,
                Started = signed && decided.Draft.WillBePublic
                    ? [procedure.Clocks.Start(FormationClock, Guid.CreateVersion7(at), "document", Id, at)]
                    : [],
            },
            procedure.Clocks.Calendar);
    }

    /// <summary>Says why <paramref name="by"/> may not approve at this step; null when they may.</summary>
    public Refusal? WhyNotApprove(WorkTask task, Route route, Officer by) =>
        WhyNotDecide(task, by) ?? (route[task.Step].Type != DepartmentHead.Type && ApprovedPair != DocumentFile.PairHash(Files)
            ? Refusal.NotNow(
                "PAIR_CHANGED",
                "正文或解读材料在部门负责人审定后有变动，须退回重新审定。",
                "Document or interpretation changed after the department head approved them; return it to be approved again.")
            : null);

    /// <summary>Sends it back: to the drafter with an itemised notice, or to an earlier step.</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotReturn"/> gives a reason.</exception>
    public Outcome Return(
        WorkTask task, Procedure procedure, ReturnOrder order, Officer by, DateTimeOffset at)
    {
        RefusedException.ThrowIf(WhyNotReturn(task, procedure.Route, order.To, by));

        var outcome = SentBack(procedure, order, task.Step, ReturnKindAt(procedure.Route[task.Step]), by, at);
        return outcome with
        {
            Closed =
            [
                task with { ClosedAt = at, ClosedBy = by.Name, ClosedAs = "return" },
                .. outcome.Closed.Where(other => other.Id != task.Id),
            ],
            Opinion = Opined(task, "return", order.Opinion, by, at),
        };
    }

    /// <summary>Says why <paramref name="by"/> may not return it from this step to <paramref name="to"/>; null when they may.</summary>
    public Refusal? WhyNotReturn(WorkTask task, Route route, string to, Officer by) =>
        WhyNotDecide(task, by) ?? WhyNotTo(route, task.Step, to);

    /// <summary>The clerk sends a signed document back before it is issued; the signature is void.</summary>
    /// <exception cref="RefusedException"><see cref="WhyNotReturnBeforeIssue"/> gives a reason.</exception>
    public Outcome ReturnBeforeIssue(Procedure procedure, ReturnOrder order, Officer by, DateTimeOffset at)
    {
        var last = procedure.Route[LastStepOf(procedure.Route)];
        RefusedException.ThrowIf(WhyNotReturnBeforeIssue(by) ?? WhyNotTo(procedure.Route, last.Id, order.To));

        return SentBack(procedure, order, last.Id, ReturnKind.Official, by, at) with
        {
            Opinion = new(Guid.CreateVersion7(at), last.Id, last.Name, by.Id, by.Name, by.Title, "return", order.Opinion, at),
        };
    }

    /// <summary>Says why <paramref name="by"/> may not send it back before issue; null when they may.</summary>
    public Refusal? WhyNotReturnBeforeIssue(Officer by) => WhyNotClerk(by) ?? (State is DocumentState.SignedOff
        ? null
        : NotInThisState("NOT_SIGNED_OFF", "只有已签发待印发的文件可以在印发前退回。", "Only a signed document can be returned before issue."));

    /// <summary>Says why <paramref name="by"/> may not decide this task at all; null when they may.</summary>
    public Refusal? WhyNotDecide(WorkTask task, Officer by)
    {
        if (!task.IsHeldBy(by))
        {
            return Refusal.Never(
                "NOT_YOUR_STEP", $"“{task.StepName}”不由您办理。", $"The step '{task.Step}' is not yours to decide.");
        }

        if (Drafters.Contains(by.Id))
        {
            return Refusal.Never(
                "SEPARATION_OF_DUTIES",
                "您参与了本件起草，不能再审批；请由他人办理。",
                "You took part in drafting it, so somebody else must decide.");
        }

        return task.ClosedAt is { } closedAt
            ? Refusal.NotNow(
                "ALREADY_DECIDED",
                task.ClosedBy is { } name
                    ? $"{name}已于 {ChinaTime.ToChina(closedAt):yyyy-MM-dd HH:mm:ss} 办理（{Text(task.ClosedAs)}），请刷新查看。"
                    : $"该待办已于 {ChinaTime.ToChina(closedAt):yyyy-MM-dd HH:mm:ss} 随撤回或退回而取消，请刷新查看。",
                task.ClosedBy is { } who
                    ? $"{who} decided ({task.ClosedAs}) at {ChinaTime.ToChina(closedAt):yyyy-MM-dd HH:mm:ss}."
                    : $"The task fell away at {ChinaTime.ToChina(closedAt):yyyy-MM-dd HH:mm:ss} with a recall or return.")
            : null;
    }

    /// <summary>Says why the attribute cannot be changed to this here; null when it can.</summary>
    /// <param name="reason">The opinion given with it: a change needs one.</param>
    public Refusal? WhyNotSetAttribute(
        WorkTask task, DisclosureAttribute attribute, string reason, Procedure procedure, DateTimeOffset at)
    {
        if (attribute.NamesStateSecrets)
        {
            return Classified;
        }

        if (Same(Draft.Attribute, attribute))
        {
            return null;
        }

        var step = procedure.Route[task.Step];
        var reviews = step.Inputs.Find("reviews");
        if (step.Type != SignOff.Type && reviews is not ("office" or Review.OfDisclosure))
        {
            return Refusal.NotNow(
                "ATTRIBUTE_NOT_HERE",
                "公开属性只在核稿、公开属性审查和签发环节调整；请退回相应环节。",
                "The attribute is changed at office review, disclosure review or sign-off; return it there.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Content("REASON_REQUIRED", "调整公开属性须在意见中写明理由。", "Give the reason for the change in your opinion.");
        }

        // Any other change at sign-off would skip the disclosure review that stands before it.
        if (step.Type == SignOff.Type && attribute.Value >= Draft.Attribute!.Value)
        {
            return Refusal.NotNow(
                "DISCLOSURE_REVIEW_OWED",
                "签发时只能改为更公开的属性；其他调整须先经公开属性审查，请退回核稿环节办理。",
                "At sign-off it can only become more public; any other change needs the disclosure review, so return it to office review.");
        }

        var asked = Case(procedure, at) with { Draft = Draft with { Attribute = attribute } };
        var found = procedure.Rules.Evaluate(asked, ["attribute", "interpretation"]).Items;
        return found.Count == 0
            ? null
            : Refusal.Content(
                "ATTRIBUTE_UNLAWFUL",
                "所改公开属性不符合规定，请按所列各项补正或退回拟稿部门。",
                "The attribute breaks the rules below; correct it, or return the draft.",
                [.. found.Select(item => new Defect(item.Code, item.Field, item.Message))]);
    }

    private Document WithDecision(WorkTask task, RouteActivity step, Officer by, DateTimeOffset at)
    {
        var decided = this with { Tasks = [.. Tasks.Where(other => other.Id != task.Id)] };
        var pair = DocumentFile.PairHash(Files);
        return step.Type switch
        {
            DepartmentHead.Type => decided with { ApprovedPair = pair },
            Cases.Countersign.Type => decided with
            {
                Countersignatures = [.. Countersignatures, new Countersignature(task.Department!, pair)],
            },
            SignOff.Type => decided with { FormedOn = ChinaTime.DayOf(at), SignedOffAt = at, SignedOffBy = by.Id },
            _ => decided,
        };
    }

    // What the office makes less public meets the disclosure review, also where it was to go straight back.
    private Document WithAttribute(DisclosureAttribute attribute, RouteActivity step) => this with
    {
        Draft = Draft with { Attribute = attribute },
        Position = Position is { Resume: not null } position
            && step.Inputs.Find("reviews") == "office"
            && attribute.Value is not Disclosure.Proactive
                ? WithoutWayBack(position)
                : Position,
    };

    private Outcome SentBack(
        Procedure procedure, ReturnOrder order, string from, ReturnKind kind, Officer by, DateTimeOffset at)
    {
        var isToDrafter = order.To == ToDrafter;
        var target = isToDrafter ? CorrectionOf(procedure.Route) : order.To;
        var voided = this with
        {
            FormedOn = null,
            SignedOffAt = null,
            SignedOffBy = null,
            Countersignatures = order.ThenBack ? Countersignatures : [],
        };
        var facts = voided.Facts(procedure, at, isComingBack: false);
        var movement = Sent(procedure, target, order.ThenBack, facts);
        var closed = Withdrawn(at).Where(task => movement.Closed.Contains(task.Step)).ToList();
        voided = voided with { Tasks = [.. Tasks.Where(task => !movement.Closed.Contains(task.Step))] };
        var act = new Act("return", new { step = from, order.To, order.ThenBack, order.Opinion, items = order.Items.Count });
        var outcome = WithClocks(
            voided.Moved(procedure, movement, facts, [act], at) with
            {
                Closed = closed,
                Changed = Ended(procedure.Clocks, at),
            },
            procedure.Clocks.Calendar);
        if (!isToDrafter)
        {
            return outcome;
        }

        var notice = new ReturnNotice(
            Guid.CreateVersion7(at), Returns + 1, kind, null, at, by.Id, by.Name, from, order.ThenBack, order.Opinion,
            order.Items, []);
        return outcome with
        {
            After = outcome.After with { Returns = notice.N, LastReturn = notice },
            Returned = notice,
            Tidings = [ToDrafters("returned", $"《{Draft.Title}》已退回，请按退文单修改后重报。", $"“{Draft.Title}” was returned; see the notice.")],
        };
    }

    // Where the host says that this step cannot be gone back to, the handler is told why.
    private Movement Sent(Procedure procedure, string target, bool thenBack, CaseFacts facts)
    {
        try
        {
            return procedure.Host.Return(procedure.Route, Position!, target, thenBack, facts);
        }
        catch (CannotMoveException cannot)
        {
            throw new RefusedException(Refusal.NotNow(cannot.Code, cannot.Zh, cannot.Message));
        }
    }

    private static ReturnKind ReturnKindAt(RouteActivity step) =>
        step.Type == DepartmentHead.Type ? ReturnKind.Internal : ReturnKind.Official;

    private static Refusal? WhyNotTo(Route route, string from, string to) =>
        to == ToDrafter || route.EarlierSteps(from).Contains(to) || (to == from && to == LastStepOf(route))
            ? null
            : Refusal.Content(
                "NOT_AN_EARLIER_STEP",
                $"“{to}”不是本环节之前的环节；可退回：{string.Join('、', route.EarlierSteps(from).Append(ToDrafter))}。",
                $"'{to}' is no earlier step; it can go back to: {string.Join(", ", route.EarlierSteps(from).Append(ToDrafter))}.");

    private static string LastStepOf(Route route) =>
        route.Activities.Last(activity => activity.Type == Recheck.Type).Id;

    private static Opinion Opined(WorkTask task, string verb, string text, Officer by, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), task.Step, task.StepName, by.Id, by.Name, by.Title, verb, text, at);

    private static string Text(string? closedAs) => closedAs switch
    {
        "approve" => "同意",
        "return" => "退回",
        _ => "取消",
    };

    private GateCase Case(Procedure procedure, DateTimeOffset at) => new(
        Draft,
        Files,
        procedure.SubmittedOn ?? ChinaTime.DayOf(at),
        procedure.Body,
        procedure.Interpretation,
        [.. procedure.JointDepartments.Except(CountersignedBy())]);

    private IReadOnlyList<string> CountersignedBy()
    {
        var pair = DocumentFile.PairHash(Files);
        return [.. Countersignatures.Where(signed => signed.Pair == pair).Select(signed => signed.Department)];
    }

    private CaseFacts Facts(Procedure procedure, DateTimeOffset at) =>
        Facts(procedure, at, isComingBack: Position?.Resume is not null);

    private CaseFacts Facts(Procedure procedure, DateTimeOffset at, bool isComingBack) => new(
        Draft,
        Department,
        procedure.JointDepartments,
        CountersignedBy(),
        isComingBack,
        ApprovedPair == DocumentFile.PairHash(Files),
        gates => procedure.Rules.Evaluate(Case(procedure, at), gates));

    // The case has moved on its route: state, tasks and whoever must be told follow from where it now stands.
    private Outcome Moved(
        Procedure procedure, Movement movement, CaseFacts facts, IReadOnlyList<Act> acts, DateTimeOffset at)
    {
        var moved = SignedAgain(procedure, movement, facts);
        var correction = CorrectionOf(procedure.Route);
        var isReturned = moved.Opened.Any(opening => opening.Activity == correction);
        var opened = moved.Opened
            .Where(opening => opening.Activity != correction)
            .SelectMany(opening => opening.Holders.Select(holder => Open(procedure, opening.Activity, holder, at)))
            .ToList();
        var after = Next() with
        {
            Position = moved.Position,
            State = isReturned ? DocumentState.Returned
                : moved.Position.IsComplete ? DocumentState.SignedOff
                : DocumentState.UnderReview,
            Tasks = [.. Tasks, .. opened],
        };
        var outcome = new Outcome(after)
        {
            Acts = [.. acts, .. GateActs(facts)],
            Opened = opened,
            Tidings = [.. opened.Select(TaskTidings), .. after.State is DocumentState.SignedOff ? [ToIssue()] : Array.Empty<Tidings>()],
        };
        return isReturned && facts.Failed is { } failed ? ReturnedByGate(outcome, failed, at) : outcome;
    }

    // A return voids the signature, so a case that comes straight back to a later step is signed again first.
    private Movement SignedAgain(Procedure procedure, Movement movement, CaseFacts facts)
    {
        var isBeyondSignOff = movement.Position.IsComplete
            || movement.Position.Active.Any(id => procedure.Route[id].Type == Recheck.Type);
        return isBeyondSignOff && FormedOn is null
            ? procedure.Host.Return(
                procedure.Route,
                movement.Position.IsComplete ? AtRecheck(procedure.Route) : movement.Position,
                procedure.Route.Activities.First(activity => activity.Type == SignOff.Type).Id,
                thenBack: true,
                facts)
            : movement;
    }

    // What was complete before it came back is re-checked under its new signature.
    private static Position AtRecheck(Route route) =>
        new([LastStepOf(route)], new Dictionary<string, IEnumerable<string>>(), resume: null);

    private Outcome ReturnedByGate(Outcome outcome, Findings failed, DateTimeOffset at)
    {
        // Once the head has approved this case, its gates stand at the office: an official return.
        var kind = State is DocumentState.UnderReview ? ReturnKind.Official : ReturnKind.SelfCheck;
        var notice = new ReturnNotice(
            Guid.CreateVersion7(at), Returns + 1, kind, null, at, null, Officer.SystemActor, null, false, null,
            [.. failed.Items.Select((finding, index) => NoticeItem.Of(index + 1, finding))],
            failed.Warnings);
        return outcome with
        {
            After = outcome.After with { Returns = notice.N, LastReturn = notice },
            Returned = notice,
            Tidings = [ToDrafters("returned", $"《{Draft.Title}》未通过关口，共 {notice.Items.Count} 项。", $"“{Draft.Title}” did not pass the gates: {notice.Items.Count} items.")],
        };
    }

    private static IEnumerable<Act> GateActs(CaseFacts facts)
    {
        if (facts.Last is { } last)
        {
            yield return new(
                "selfCheck",
                new { passed = last.Items.Count == 0, codes = last.Items.Select(item => item.Code), exemption = last.ExemptionUsed },
                BySystem: true);
        }
    }

    private WorkTask Open(Procedure procedure, string activity, Hold holder, DateTimeOffset at) => new(
        Guid.CreateVersion7(at),
        Id,
        activity,
        procedure.Route[activity].Name,
        OutsideName.Parse<Role>(holder.Role)
            ?? throw new InvalidOperationException($"The route names the role '{holder.Role}', which nobody can hold."),
        holder.Department,
        at,
        procedure.HandlingDays.TryGetValue(Draft.Urgency, out var days)
            ? procedure.Clocks.Calendar.AddWorkingDays(ChinaTime.DayOf(at), days)
            : null);

    private Tidings TaskTidings(WorkTask task) => new(
        "task",
        new Hold(OutsideName.Of(task.Role), task.Department),
        new($"《{Draft.Title}》待您{task.StepName}。", $"“{Draft.Title}” waits for you: {task.Step}."));

    private Tidings ToIssue() => new(
        "toIssue",
        new Hold(OutsideName.Of(Role.Clerk), null),
        new($"《{Draft.Title}》已签发并复核，请登记编号、印发。", $"“{Draft.Title}” is signed and re-checked; number and issue it."));

    private Tidings ToDrafters(string kind, string zh, string en) =>
        new(kind, new Hold(OutsideName.Of(Role.Drafter), Department), new(zh, en));
}

/// <summary>How a document is sent back.</summary>
/// <param name="To"><see cref="Document.ToDrafter"/> or the id of an earlier step.</param>
/// <param name="ThenBack">Whether it comes straight back to the returner, or walks all steps again.</param>
/// <param name="Items">What is wrong, line by line; may be empty where the opinion says it all.</param>
public sealed record ReturnOrder(string To, bool ThenBack, string Opinion, IReadOnlyList<NoticeItem> Items);
