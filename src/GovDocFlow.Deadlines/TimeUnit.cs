namespace GovDocFlow.Deadlines;

/// <summary>What a time limit is counted in.</summary>
public enum TimeUnit
{
    /// <summary>工作日: Monday to Friday, corrected by the State Council's yearly holiday notices.</summary>
    WorkingDays,

    /// <summary>日: every day counts, but a limit that would end on a rest day ends on the next working day.</summary>
    CalendarDays,

    /// <summary>小时: runs through nights and holidays.</summary>
    Hours,
}
