namespace GovDocFlow.Workflows;

/// <summary>One kind of activity. It knows the case and its own inputs, and neither the route nor the host.</summary>
/// <typeparam name="TCase">What the office routes; the host never looks into it.</typeparam>
public interface IActivity<in TCase>
{
    /// <summary>What route files may say about it.</summary>
    ActivityShape Shape { get; }

    /// <summary>
    /// What happens to a case that gets here. Asked again whenever a case comes back, so it must depend on nothing
    /// but the two arguments and must change nothing.
    /// </summary>
    Arrival Arrive(ActivityInputs inputs, TCase subject);
}

/// <summary>An activity's answer to a case that has reached it.</summary>
public abstract record Arrival
{
    private Arrival()
    {
    }

    /// <summary>Nothing to wait for: the case leaves at once, by this port.</summary>
    public sealed record Done(string Port) : Arrival;

    /// <summary>People must act before the case goes on.</summary>
    /// <param name="Holders">Everybody who must act; all of them hold the one activity at the same time.</param>
    /// <param name="EvenOnTheWayBack">
    /// True where a case that is only on its way back to whoever returned it must be decided here once more.
    /// </param>
    public sealed record Waits(IReadOnlyList<Hold> Holders, bool EvenOnTheWayBack) : Arrival;
}

/// <summary>Who must act.</summary>
/// <param name="Department">The department whose holder of the role is meant; null for an office-wide role.</param>
public sealed record Hold(string Role, string? Department);
