namespace GovDocFlow.Deadlines;

/// <summary>
/// A time limit as it stands under one calendar. A firm one has the same likeliest, earliest and latest day;
/// a provisional one tells between which days the due day will lie once the missing holiday notice is out.
/// </summary>
/// <param name="DueOn">The last day in time, in Asia/Shanghai; the likeliest one where provisional.</param>
/// <param name="DueAt">The last second in time, offset +08:00: 23:59:59 of <paramref name="DueOn"/>, or for hours
/// the start plus the hours.</param>
/// <param name="Certainty">Whether the due day can still move with a holiday notice.</param>
/// <param name="EarliestDueOn">The earliest day it can move to, inclusive.</param>
/// <param name="LatestDueOn">The latest day it can move to, inclusive. Nothing is late before this day is over.</param>
public readonly record struct Deadline(
    DateOnly DueOn,
    DateTimeOffset DueAt,
    Certainty Certainty,
    DateOnly EarliestDueOn,
    DateOnly LatestDueOn)
{
    /// <summary>The last second that is in time under every possible notice; offset +08:00.</summary>
    public DateTimeOffset LatestDueAt => LatestDueOn == DueOn ? DueAt : ChinaTime.EndOf(LatestDueOn);

    /// <summary>The first second that is late under every possible notice: 00:00 after the latest day; for hours the
    /// second after <see cref="DueAt"/>.</summary>
    public DateTimeOffset MissedFrom => LatestDueAt.AddSeconds(1);

    /// <summary>A limit that ends with this day, whatever any notice says.</summary>
    public static Deadline FirmOn(DateOnly day) => new(day, ChinaTime.EndOf(day), Certainty.Firm, day, day);

    /// <summary>A limit that ends at this very second, whatever any notice says.</summary>
    public static Deadline FirmAt(DateTimeOffset instant)
    {
        var day = ChinaTime.DayOf(instant);
        return new(day, ChinaTime.ToChina(instant), Certainty.Firm, day, day);
    }
}
