namespace GovDocFlow.Workflows;

/// <summary>The host that needs nothing but the route: no store, no clock, no thread of its own.</summary>
/// <param name="activities">The activities beside the host's own, by type; each must be free of state.</param>
public sealed class EmbeddedHost<TCase>(IReadOnlyDictionary<string, IActivity<TCase>> activities) : IWorkflowHost<TCase>
{
    /// <inheritdoc/>
    public Movement Start(Route route, TCase subject)
    {
        var walk = new Walk<TCase>(activities, route, subject);
        var start = route.Activities.Single(activity => activity.Type == HostActivities.Start);
        walk.Leave(start, HostActivities.Done);
        return walk.Finish();
    }

    /// <inheritdoc/>
    public Movement Complete(Route route, Position position, string activity, string port, TCase subject)
    {
        var done = route[activity];
        if (!position.Active.Contains(activity))
        {
            throw CannotMoveException.NotWaiting(activity);
        }

        var walk = new Walk<TCase>(activities, route, subject);
        walk.StandAt(position.Active.Where(id => id != activity), position.Arrivals, position.Resume);
        walk.Leave(done, port);
        return walk.Finish();
    }

    /// <inheritdoc/>
    public Movement Return(Route route, Position position, string to, bool thenBack, TCase subject)
    {
        var target = route[to];
        if (!CanReturn(route, position, target))
        {
            throw CannotMoveException.NotEarlier(to);
        }

        var after = route.After(to);
        var parallel = target.Shape.ReturnsToDrafter
            ? []
            : position.Active.Where(id => !after.Contains(id) && !route.After(id).Contains(to)).ToList();
        var kept = thenBack ? [] : parallel;
        var walk = new Walk<TCase>(activities, route, subject);
        walk.StandAt(kept, ArrivalsFor(route, position, target, parallel, thenBack), thenBack ? position : null);
        walk.Close(position.Active.Except(kept));
        walk.Insist(target);
        return walk.Finish();
    }

    private static bool CanReturn(Route route, Position position, RouteActivity target) =>
        target.Shape.WaitsForPeople
        && !position.Active.Contains(target.Id)
        && (target.Shape.ReturnsToDrafter
            || position.IsComplete
            || position.Active.Any(id => route.After(target.Id).Contains(id)));

    // A case sent back into one branch of a fork comes to the join alone: the other branches, walked before, must count
    // as arrived there or it would wait for ever. A branch that somebody still holds must not: it is yet to be decided.
    private static Dictionary<string, IReadOnlyList<string>> ArrivalsFor(
        Route route, Position position, RouteActivity target, List<string> parallel, bool thenBack)
    {
        var arrivals = new Dictionary<string, IReadOnlyList<string>>();
        var after = route.After(target.Id);
        foreach (var (join, arrows) in position.Arrivals)
        {
            if (parallel.Count > 0 && !thenBack && !after.Contains(join))
            {
                arrivals[join] = arrows;
            }
        }

        if (target.Shape.ReturnsToDrafter)
        {
            return arrivals;
        }

        var joins = route.Activities.Where(each => each.Type == HostActivities.Join && after.Contains(each.Id));
        foreach (var join in joins)
        {
            var arrived = position.Arrivals.GetValueOrDefault(join.Id, []);
            var counted = route.Arriving(join.Id)
                .Where(arrow => arrow.Source != target.Id && !after.Contains(arrow.Source))
                .Where(arrow => arrived.Contains(arrow.Key)
                    || !parallel.Any(id => id == arrow.Source || route.After(id).Contains(arrow.Source)))
                .Select(arrow => arrow.Key)
                .ToList();
            if (counted.Count > 0)
            {
                arrivals[join.Id] = counted;
            }
        }

        return arrivals;
    }
}
