namespace GovDocFlow.Deadlines;

/// <summary>
/// Asia/Shanghai as a fixed +08:00. China has had no daylight saving time since 1991, so the fixed offset is
/// right for every day the calendar knows, and no host's time-zone data can change a deadline.
/// </summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);
    private static readonly TimeOnly LastSecond = new(23, 59, 59);

    /// <summary>The day on the office's wall calendar at this instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToChina(instant).DateTime);

    /// <summary>The instant at which the office's clock shows this time on this day; offset +08:00.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, Offset);

    /// <summary>00:00 of the day; offset +08:00.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>23:59:59 of the day, the last second that still belongs to it; offset +08:00.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day, LastSecond);

    /// <summary>The same instant, told with offset +08:00.</summary>
    public static DateTimeOffset ToChina(DateTimeOffset instant) => instant.ToOffset(Offset);
}
