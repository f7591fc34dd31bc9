namespace GovDocFlow.Workflows;

/// <summary>Questions about a route's arrows alone, whatever the case.</summary>
internal static class RouteGraph
{
    /// <summary>
    /// What a case can get to from the start while it may not use the closed arrows. A join is got to only when all of
    /// its arrows can be used, so whatever cannot be avoided on one of its branches cannot be avoided behind it.
    /// </summary>
    internal static IReadOnlySet<string> Reached(Route route, Func<Connection, bool> isClosed)
    {
        var reached = new HashSet<string>();
        var used = new HashSet<Connection>();
        var open = new Queue<string>(
            route.Activities.Where(activity => activity.Type == HostActivities.Start).Select(activity => activity.Id));
        while (open.TryDequeue(out var id))
        {
            if (!reached.Add(id))
            {
                continue;
            }

            foreach (var connection in route.From(id).Where(each => !isClosed(each)))
            {
                used.Add(connection);
                if (route[connection.Target].Type != HostActivities.Join
                    || route.Arriving(connection.Target).All(used.Contains))
                {
                    open.Enqueue(connection.Target);
                }
            }
        }

        return reached;
    }

    /// <summary>
    /// For each activity, what lies behind it without going back. An arrow goes back when it leaves the correction, or
    /// when it leads to an activity that every case has passed before it came to the arrow.
    /// </summary>
    internal static Dictionary<string, IReadOnlySet<string>> After(Route route)
    {
        var forward = route.Connections.Where(connection => !GoesBack(route, connection))
            .ToLookup(connection => connection.Source, connection => connection.Target);
        return route.Activities.ToDictionary(each => each.Id, each => Closure(each.Id, id => forward[id]));
    }

    /// <summary>Everything that follows, directly or not; the activity itself only where it follows itself.</summary>
    internal static IReadOnlySet<string> Closure(string from, Func<string, IEnumerable<string>> next)
    {
        var found = new HashSet<string>();
        var open = new Queue<string>(next(from));
        while (open.TryDequeue(out var id))
        {
            if (found.Add(id))
            {
                foreach (var follower in next(id))
                {
                    open.Enqueue(follower);
                }
            }
        }

        return found;
    }

    private static bool GoesBack(Route route, Connection connection) =>
        route[connection.Source].Shape.ReturnsToDrafter
        || connection.Source == connection.Target
        || !Reached(route, each => each.Source == connection.Target).Contains(connection.Source);
}
