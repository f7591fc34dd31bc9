using GovDocFlow.Deadlines;
using GovDocFlow.Workflows;

namespace GovDocFlow.Documents.Cases;

/// <summary>One line for the trail.</summary>
/// <param name="Verb">The outside name of the act.</param>
/// <param name="Detail">What changed, as plain data; written to the trail as JSON.</param>
/// <param name="BySystem">Whether nobody decided it: only the self-check, reminders, escalation and supervision may say so.</param>
public sealed record Act(string Verb, object Detail, bool BySystem = false);

/// <summary>Something that somebody must be told.</summary>
/// <param name="Kind">task, returned, toIssue, toPublish, published, clock, supervision.</param>
/// <param name="Audience">Who: a role, of one department or of the office.</param>
public sealed record Tidings(string Kind, Hold Audience, Sentence Text);

/// <summary>All that an accepted verb leaves behind; kept whole or not at all.</summary>
public sealed record Outcome(Document After)
{
    /// <summary>The lines for the trail, in order; never empty.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];

    /// <summary>Tasks that now wait.</summary>
    public IReadOnlyList<WorkTask> Opened { get; init; } = [];

    /// <summary>Tasks that were decided or fell away.</summary>
    public IReadOnlyList<WorkTask> Closed { get; init; } = [];

    /// <summary>The opinion given; null where the verb takes none.</summary>
    public Opinion? Opinion { get; init; }

    /// <summary>A return notice that was made; an official one gets its number when it is kept.</summary>
    public ReturnNotice? Returned { get; init; }

    /// <summary>The last notice with its items settled; null where none was.</summary>
    public ReturnNotice? Settled { get; init; }

    /// <summary>A file that was added.</summary>
    public DocumentFile? File { get; init; }

    /// <summary>Clocks that started.</summary>
    public IReadOnlyList<Clock> Started { get; init; } = [];

    /// <summary>Clocks that were stopped, cancelled or set running again.</summary>
    public IReadOnlyList<Clock> Changed { get; init; } = [];

    /// <summary>How the document stands to its clocks after the act; null where no clock changed.</summary>
    public DueDates? Due { get; init; }

    /// <summary>A publication that was recorded or withdrawn.</summary>
    public Publication? Publication { get; init; }

    /// <summary>Who must be told.</summary>
    public IReadOnlyList<Tidings> Tidings { get; init; } = [];
}

/// <summary>How a document stands to the open clock that is due first, as lists are filtered by it.</summary>
/// <param name="DueSoonAt">From when on it counts as 临期: 09:00 of the last working day before the due day. Null without an open clock.</param>
/// <param name="OverdueAt">From when on it is 逾期: the moment after the latest possible due day. Null likewise.</param>
/// <param name="IsProvisional">Whether an open clock rests on a calendar that is not announced.</param>
public sealed record DueDates(DateTimeOffset? DueSoonAt, DateTimeOffset? OverdueAt, bool IsProvisional)
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Where a document with these clocks stands.</summary>
    public static DueDates Of(IEnumerable<Clock> clocks, WorkingCalendar calendar)
    {
        var open = clocks
            .Where(clock => clock is { StoppedAt: null, Status: ClockStatus.Running or ClockStatus.Breached })
            .ToList();
        var first = open.MinBy(clock => clock.Deadline.DueOn);
        return first is null
            ? new DueDates(null, null, false)
            : new DueDates(
                ChinaTime.At(calendar.AddWorkingDays(first.Deadline.DueOn, -1), Morning),
                open.Min(clock => ChinaTime.StartOf(clock.Deadline.LatestDueOn.AddDays(1))),
                open.Exists(clock => clock.Deadline.Certainty is Certainty.Provisional));
    }
}
