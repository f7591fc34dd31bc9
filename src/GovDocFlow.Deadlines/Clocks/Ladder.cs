namespace GovDocFlow.Deadlines;

/// <summary>What a rung's moment is reckoned from.</summary>
public enum RungAnchor
{
    /// <summary>The clock's start instant itself.</summary>
    Start,

    /// <summary>The (likeliest) due day.</summary>
    DueDay,

    /// <summary>The first moment that is late under every possible notice.</summary>
    Missed,

    /// <summary>The latest possible due day.</summary>
    LatestDay,
}

/// <summary>Where one rung hangs.</summary>
/// <param name="WorkingDays">How many working days from the anchor's day, negative before it; 0 is the day
/// itself.</param>
/// <param name="Time">The time of day in Asia/Shanghai; null for an anchor that is a moment.</param>
public sealed record RungPlan(
    string Code,
    RungAnchor Anchor,
    int WorkingDays,
    TimeOnly? Time,
    IReadOnlyList<string> Tells,
    bool OpensSupervision)
{
    /// <summary>The rung whose firing makes a running clock late.</summary>
    public const string Breach = "breach";

    internal Rung At(DateTimeOffset firesAt) => new(Code, firesAt, Tells, OpensSupervision);

    internal DateTimeOffset FiresAt(Clock clock, WorkingCalendar calendar) => Anchor switch
    {
        RungAnchor.Start => clock.StartedAt,
        RungAnchor.Missed => clock.Deadline.MissedFrom,
        RungAnchor.DueDay => AtTime(calendar, clock.Deadline.DueOn),
        RungAnchor.LatestDay => AtTime(calendar, clock.Deadline.LatestDueOn),
    };

    private DateTimeOffset AtTime(WorkingCalendar calendar, DateOnly day) =>
        ChinaTime.At(calendar.AddWorkingDays(day, WorkingDays), Time.GetValueOrDefault());
}

/// <summary>An escalation ladder, its rungs in the order in which they fire.</summary>
public sealed class Ladder
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A rung code occurs twice.</exception>
    public Ladder(string code, IReadOnlyList<RungPlan> rungs)
    {
        ArgumentNullException.ThrowIfNull(rungs);
        Code = code;
        Rungs = rungs;
        for (var place = 0; place < rungs.Count; place++)
        {
            _places.Add(rungs[place].Code, place);
        }
    }

    /// <summary>The ladder's name, which clock rules refer to.</summary>
    public string Code { get; }

    /// <summary>The rungs, first to last.</summary>
    public IReadOnlyList<RungPlan> Rungs { get; }

    /// <summary>The place of this rung, counted from 0.</summary>
    /// <exception cref="ArgumentException">The ladder has no such rung.</exception>
    internal int PlaceOf(string rung) =>
        _places.TryGetValue(rung, out var place)
            ? place
            : throw new ArgumentException($"Ladder {Code} has no rung {rung}.", nameof(rung));
}
