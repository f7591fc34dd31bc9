namespace GovDocFlow.Deadlines;

/// <summary>A day, or the end of a time limit, lies outside the working calendar.</summary>
public sealed class CalendarRangeException : Exception
{
    /// <summary>Says which days the calendar covers, both inclusive.</summary>
    public CalendarRangeException(DateOnly firstDay, DateOnly lastDay)
        : base(Sentence(firstDay, lastDay))
    {
        FirstDay = firstDay;
        LastDay = lastDay;
    }

    /// <summary>The first day the calendar covers.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The last day the calendar covers.</summary>
    public DateOnly LastDay { get; }

    private static string Sentence(DateOnly first, DateOnly last) =>
        FormattableString.Invariant($"工作日历只覆盖{first:yyyy-MM-dd}至{last:yyyy-MM-dd}。 ")
            + FormattableString.Invariant($"The working calendar covers {first:yyyy-MM-dd} to {last:yyyy-MM-dd} only.");
}
