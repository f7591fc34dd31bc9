using System.Diagnostics.CodeAnalysis;

namespace GovDocFlow.Deadlines;

/// <summary>
/// Starts, stops and escalates clocks by the rules and ladders in force. Every method is a pure function of its
/// arguments: it gives a new clock and stores nothing.
/// </summary>
public sealed class ClockBook
{
    private const string BeforeEffectRule = "publish.beforeEffect";
    private const string DocumentPart = "document";

    private readonly Dictionary<string, ClockRule[]> _versions;
    private readonly Dictionary<string, Ladder> _ladders;

    /// <param name="rules">Any number of versions of each rule.</param>
    /// <exception cref="ArgumentException">A ladder occurs twice.</exception>
    public ClockBook(WorkingCalendar calendar, IReadOnlyList<ClockRule> rules, IReadOnlyList<Ladder> ladders)
    {
        Calendar = calendar;
        Rules = rules;
        Ladders = ladders;
        _ladders = ladders.ToDictionary(ladder => ladder.Code, StringComparer.Ordinal);
        _versions = rules.GroupBy(rule => rule.Code, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => group.OrderByDescending(rule => rule.EffectiveFrom).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>The calendar that new deadlines are reckoned with.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>All versions of all rules, in the order of the file.</summary>
    public IReadOnlyList<ClockRule> Rules { get; }

    /// <summary>The ladders, in the order of the file.</summary>
    public IReadOnlyList<Ladder> Ladders { get; }

    /// <summary>A book of the two files' contents.</summary>
    /// <exception cref="ClockFileException">A file is no JSON of the expected shape, or a value in it cannot be; names
    /// file, place and reason.</exception>
    public static ClockBook Load(WorkingCalendar calendar, string clockRulesJson, string laddersJson)
    {
        var ladders = ClockFiles.ReadLadders(laddersJson);
        return new(calendar, ClockFiles.ReadRules(clockRulesJson, ladders), ladders);
    }

    /// <summary>Starts a clock under the version of the rule in force on the start day.</summary>
    /// <exception cref="ArgumentException">There is no such rule, none of its versions is in force yet, or it has no
    /// amount, because its due day follows from the day of effect.</exception>
    /// <exception cref="CalendarRangeException">The deadline leaves the calendar.</exception>
    public Clock Start(string rule, Guid id, string subjectType, Guid subjectId, DateTimeOffset startedAt)
    {
        var inForce = InForce(rule, startedAt);
        var amount = inForce.Amount
            ?? throw new ArgumentException(
                $"Rule {rule} has no amount; its due day follows from the day of effect.", nameof(rule));
        return Started(inForce, id, subjectType, subjectId, startedAt, Calendar.Due(startedAt, amount, inForce.Unit));
    }

    /// <summary>Starts the clock that ends the day before the document takes effect, or with the issue day where that
    /// is later. Always firm: no holiday notice moves it.</summary>
    /// <exception cref="ArgumentException">The rule is missing or not in force on the issue day.</exception>
    public Clock StartBeforeEffect(
        Guid id, string subjectType, Guid subjectId, DateTimeOffset issuedAt, DateOnly effectiveOn)
    {
        var issuedOn = ChinaTime.DayOf(issuedAt);
        var dueOn = effectiveOn > issuedOn ? effectiveOn.AddDays(-1) : issuedOn;
        return Started(
            InForce(BeforeEffectRule, issuedAt), id, subjectType, subjectId, issuedAt, Deadline.FirmOn(dueOn));
    }

    /// <summary>The act has happened. The clock is met, or breached where that was after the latest possible day; a
    /// clock that was breached before stays so. No rung fires any more.</summary>
    /// <exception cref="InvalidOperationException">The clock has stopped already.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = "All acts on a clock go through its book.")]
    public Clock Stop(Clock clock, DateTimeOffset at)
    {
        ThrowIfStopped(clock);
        var late = clock.Status == ClockStatus.Breached || at >= clock.Deadline.MissedFrom;
        return Ended(clock, late ? ClockStatus.Breached : ClockStatus.Met, at);
    }

    /// <summary>The act was withdrawn: the clock runs again with its old deadline, and its ladder goes on where it stood; a
    /// breached one stays breached.</summary>
    /// <exception cref="InvalidOperationException">The clock is still running or was cancelled.</exception>
    public Clock Reopen(Clock clock)
    {
        if (clock.IsOpen || clock.Status == ClockStatus.Cancelled)
        {
            throw new InvalidOperationException($"Clock {clock.Id} is {clock.Status} and cannot run again.");
        }

        var status = clock.Status == ClockStatus.Breached ? ClockStatus.Breached : ClockStatus.Running;
        var ladder = LadderOf(clock);
        return PointedAt(clock, status, ladder, clock.NextRung is { } next ? ladder.PlaceOf(next) : ladder.Rungs.Count);
    }

    /// <summary>The subject ended without the act. No rung fires any more.</summary>
    /// <exception cref="InvalidOperationException">The clock has stopped already.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = "All acts on a clock go through its book.")]
    public Clock Cancel(Clock clock, DateTimeOffset at)
    {
        ThrowIfStopped(clock);
        return Ended(clock, ClockStatus.Cancelled, at);
    }

    /// <summary>The whole ladder of the clock with its moments, in order, whether fired or not; without the rungs that
    /// would lie before the start.</summary>
    public IReadOnlyList<Rung> Rungs(Clock clock) => From(clock, 0, until: null);

    /// <summary>The rungs that are due and have not fired, in the order in which they have to fire.</summary>
    /// <param name="now">A rung whose moment this is, is due.</param>
    public IReadOnlyList<Rung> DueRungs(Clock clock, DateTimeOffset now)
    {
        if (clock is { IsOpen: true, NextRung: { } next } && clock.NextFiresAt <= now)
        {
            return From(clock, LadderOf(clock).PlaceOf(next), now);
        }

        return [];
    }

    /// <summary>The clock after this rung has fired: it points at the next one, and the breach rung has made it
    /// breached.</summary>
    /// <exception cref="InvalidOperationException">The clock has stopped.</exception>
    /// <exception cref="ArgumentException">The clock's ladder has no such rung.</exception>
    public Clock After(Clock clock, Rung fired)
    {
        ThrowIfStopped(clock);
        var ladder = LadderOf(clock);
        var status = fired.Code == RungPlan.Breach ? ClockStatus.Breached : clock.Status;
        return PointedAt(clock, status, ladder, ladder.PlaceOf(fired.Code) + 1);
    }

    /// <summary>Of one document's clocks the one for publishing the document itself that is still owed and due first;
    /// null where there is none. Of two due in the same second the one whose rule code sorts first.</summary>
    public static Clock? Binding(IEnumerable<Clock> clocks)
    {
        Clock? binding = null;
        foreach (var clock in clocks)
        {
            if (clock is { IsOpen: true, Part: DocumentPart } && (binding is null || ComesFirst(clock, binding)))
            {
                binding = clock;
            }
        }

        return binding;
    }

    private static bool ComesFirst(Clock clock, Clock other)
    {
        var byDue = clock.Deadline.DueAt.CompareTo(other.Deadline.DueAt);
        return byDue < 0 || (byDue == 0 && string.CompareOrdinal(clock.Rule, other.Rule) < 0);
    }

    private static Clock Ended(Clock clock, ClockStatus status, DateTimeOffset at) =>
        clock with { Status = status, StoppedAt = at, NextFiresAt = null };

    private static void ThrowIfStopped(Clock clock)
    {
        if (!clock.IsOpen)
        {
            throw new InvalidOperationException($"Clock {clock.Id} has stopped already: {clock.Status}.");
        }
    }

    private ClockRule InForce(string code, DateTimeOffset startedAt)
    {
        var day = ChinaTime.DayOf(startedAt);
        var versions = _versions.GetValueOrDefault(code)
            ?? throw new ArgumentException($"There is no clock rule {code}.", nameof(code));
        return Array.Find(versions, rule => rule.EffectiveFrom <= day)
            ?? throw new ArgumentException($"No version of clock rule {code} is in force on {day:O}.", nameof(code));
    }

    private Clock Started(
        ClockRule rule, Guid id, string subjectType, Guid subjectId, DateTimeOffset startedAt, Deadline deadline)
    {
        var clock = new Clock
        {
            Id = id,
            Rule = rule.Code,
            RuleVersion = rule.Version,
            LegalBasis = rule.Basis.Text,
            SubjectType = subjectType,
            SubjectId = subjectId,
            StartEvent = rule.StartEvent,
            StartedAt = startedAt,
            Amount = rule.Amount,
            Unit = rule.Unit,
            Deadline = deadline,
            Status = ClockStatus.Running,
            CalendarVersion = Calendar.Version,
            Ladder = rule.Ladder,
            Part = rule.Part,
        };
        return PointedAt(clock, ClockStatus.Running, LadderOf(clock), 0);
    }

    private Ladder LadderOf(Clock clock) =>
        _ladders.GetValueOrDefault(clock.Ladder)
            ?? throw new ArgumentException($"There is no ladder {clock.Ladder}.", nameof(clock));

    private List<Rung> From(Clock clock, int place, DateTimeOffset? until)
    {
        var plans = LadderOf(clock).Rungs;
        var rungs = new List<Rung>();
        for (; place < plans.Count; place++)
        {
            var firesAt = plans[place].FiresAt(clock, Calendar);
            if (firesAt > until)
            {
                break;
            }

            if (firesAt >= clock.StartedAt)
            {
                rungs.Add(plans[place].At(firesAt));
            }
        }

        return rungs;
    }

    private Clock PointedAt(Clock clock, ClockStatus status, Ladder ladder, int place)
    {
        for (; place < ladder.Rungs.Count; place++)
        {
            var next = ladder.Rungs[place];
            var firesAt = next.FiresAt(clock, Calendar);
            if (firesAt >= clock.StartedAt)
            {
                return clock with { Status = status, StoppedAt = null, NextRung = next.Code, NextFiresAt = firesAt };
            }
        }

        return clock with { Status = status, StoppedAt = null, NextRung = null, NextFiresAt = null };
    }
}
