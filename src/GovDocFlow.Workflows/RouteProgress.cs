namespace GovDocFlow.Workflows;

/// <summary>How an activity of a route stands in one case.</summary>
public enum StepStanding
{
    /// <summary>The case has still to pass it, or may have to.</summary>
    ToCome,

    /// <summary>The case has passed it.</summary>
    Done,

    /// <summary>The case waits there.</summary>
    Current,

    /// <summary>The case went by without anybody deciding there.</summary>
    NotNeeded,
}

/// <summary>Tells from a position how each activity of the route stands.</summary>
public static class RouteProgress
{
    /// <summary>The standing of every activity, by id.</summary>
    /// <param name="position">Where the case stands; null while it is on no route.</param>
    /// <param name="decided">The ids of the activities at which somebody has approved or, at the correction, corrected.</param>
    public static IReadOnlyDictionary<string, StepStanding> Of(
        Route route, Position? position, IReadOnlySet<string> decided) =>
        route.Activities.ToDictionary(activity => activity.Id, activity => Standing(route, activity, position, decided));

    private static StepStanding Standing(
        Route route, RouteActivity activity, Position? position, IReadOnlySet<string> decided)
    {
        if (position?.Active.Contains(activity.Id) == true)
        {
            return StepStanding.Current;
        }

        // Nobody is on their way to the correction: a case gets there only when it is sent back.
        if (position is not null && activity.Shape.ReturnsToDrafter)
        {
            return decided.Contains(activity.Id) ? StepStanding.Done : StepStanding.NotNeeded;
        }

        if (position is null || !IsPassed(route, activity, position))
        {
            return StepStanding.ToCome;
        }

        return !activity.Shape.WaitsForPeople || decided.Contains(activity.Id) ? StepStanding.Done : StepStanding.NotNeeded;
    }

    private static bool IsPassed(Route route, RouteActivity activity, Position position)
    {
        if (position.IsComplete)
        {
            return true;
        }

        // What is with its drafter starts over, unless somebody waits to have it back.
        if (position.Active.Any(id => route[id].Shape.ReturnsToDrafter))
        {
            return activity.Type == HostActivities.Start
                || (position.Resume is { } resume && IsPassed(route, activity, resume));
        }

        return position.Active.Any(route.After(activity.Id).Contains)
            || position.Arrivals.Values.Any(arrows => route.Connections.Any(arrow =>
                arrow.Source == activity.Id && arrows.Contains(arrow.Key)));
    }
}
