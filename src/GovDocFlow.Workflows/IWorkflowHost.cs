namespace GovDocFlow.Workflows;

/// <summary>
/// Moves cases along routes. It keeps nothing: a position goes in and another comes out, and whoever calls stores it
/// together with the document, in one transaction.
/// </summary>
public interface IWorkflowHost<in TCase>
{
    /// <summary>Sends a new case from the start to the first step at which it rests.</summary>
    /// <exception cref="CannotMoveException">The case would go round for ever, or rest with nobody.</exception>
    Movement Start(Route route, TCase subject);

    /// <summary>People have finished with an activity; where several hold it, when the last of them has.</summary>
    /// <exception cref="CannotMoveException">
    /// The case does not wait there, the activity has no such port, or the case would go round for ever.
    /// </exception>
    Movement Complete(Route route, Position position, string activity, string port, TCase subject);

    /// <summary>
    /// Sends a case back to a step or to the correction, where it waits. Everything that waits is taken away, but for
    /// steps that run in parallel to <paramref name="to"/> itself: those go on.
    /// </summary>
    /// <param name="to">
    /// One of <see cref="Route.EarlierSteps"/> of the step that returns it, or the correction activity.
    /// </param>
    /// <param name="thenBack">
    /// True: once <paramref name="to"/> is done, the case comes straight back to where it is now, asking on the way
    /// only those activities that insist; parallel steps wait for that. False: it walks all steps from there again.
    /// </param>
    /// <exception cref="CannotMoveException">
    /// <paramref name="to"/> is not before any step where the case waits, or has nothing to decide in this case.
    /// </exception>
    Movement Return(Route route, Position position, string to, bool thenBack, TCase subject);
}

/// <summary>What a move has changed.</summary>
/// <param name="Position">Where the case stands after it.</param>
/// <param name="Opened">The activities that wait for people from this move on, with everybody who must act.</param>
/// <param name="Closed">
/// The activities that waited before and do not any more although nobody finished them; after a return that includes
/// the step that returned the case. One that is closed and opened by the same move has to be decided anew.
/// </param>
/// <param name="Automatic">The automatic activities that the case passed, in order, with the port it left by.</param>
public sealed record Movement(
    Position Position,
    IReadOnlyList<Opening> Opened,
    IReadOnlyList<string> Closed,
    IReadOnlyList<Passage> Automatic);

/// <summary>An activity that waits for people.</summary>
public sealed record Opening(string Activity, IReadOnlyList<Hold> Holders);

/// <summary>An automatic activity that a case has passed; forks, joins and the two ends are not told.</summary>
public sealed record Passage(string Activity, string Port);
