namespace GovDocFlow.Deadlines;

/// <summary>How a clock stands.</summary>
public enum ClockStatus
{
    /// <summary>Waiting for the act that stops it, not late under every possible notice.</summary>
    Running,

    /// <summary>Stopped in time.</summary>
    Met,

    /// <summary>Late; stays so when the act comes at last, and has a stop time from then on.</summary>
    Breached,

    /// <summary>Ended without the act, because its subject ended.</summary>
    Cancelled,
}
