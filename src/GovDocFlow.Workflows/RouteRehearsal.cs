namespace GovDocFlow.Workflows;

/// <summary>
/// Tries every walk that a route allows, whatever the activities answer, and so finds what no look at single arrows
/// finds: a join that waits in vain, and branches that meet, or end, without one.
/// </summary>
internal sealed class RouteRehearsal
{
    private const int MostPositions = 20_000;

    private readonly Route _route;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<Position> _open = new();
    private (string Activity, string Code, string Zh, string En)? _problem;

    private RouteRehearsal(Route route)
    {
        _route = route;
    }

    internal static void Check(Route route, RouteFindings findings)
    {
        var rehearsal = new RouteRehearsal(route);
        rehearsal.Run();
        if (rehearsal._problem is { } problem)
        {
            findings.Add(problem.Activity, problem.Code, problem.Zh, problem.En);
        }
    }

    private void Run()
    {
        var start = _route.Activities.Single(activity => activity.Type == HostActivities.Start).Id;
        Visit(new Position([start], Position.NoArrivals, null), start);
        while (_problem is null && _open.TryDequeue(out var position))
        {
            foreach (var id in position.Active)
            {
                foreach (var port in _route[id].Shape.Ports)
                {
                    Move(position, id, port);
                }
            }
        }
    }

    private void Move(Position position, string id, string port)
    {
        var active = position.Active.Where(other => other != id).ToHashSet();
        var arrivals = position.Arrivals.ToDictionary(pair => pair.Key, pair => pair.Value.ToHashSet());
        var tokens = new Queue<Connection>(_route.Leaving(id, port));
        while (_problem is null && tokens.TryDequeue(out var connection))
        {
            var target = _route[connection.Target];
            switch (target.Type)
            {
                case HostActivities.End:
                    if (active.Count + arrivals.Count + tokens.Count > 0)
                    {
                        Meet(target.Id);
                    }

                    return;
                case HostActivities.Fork:
                    Leave(target, tokens);
                    break;
                case HostActivities.Join:
                    Join(target, connection, arrivals, tokens);
                    break;
                default:
                    if (!active.Add(target.Id))
                    {
                        Meet(target.Id);
                    }

                    break;
            }
        }

        var waiting = arrivals.ToDictionary(pair => pair.Key, pair => pair.Value.AsEnumerable());
        Visit(new Position(active, waiting, null), id);
    }

    private void Join(
        RouteActivity join,
        Connection connection,
        Dictionary<string, HashSet<string>> arrivals,
        Queue<Connection> tokens)
    {
        var arrived = arrivals.TryGetValue(join.Id, out var before) ? before : arrivals[join.Id] = [];
        if (!arrived.Add(connection.Key))
        {
            Meet(join.Id);
        }
        else if (_route.Arriving(join.Id).All(each => arrived.Contains(each.Key)))
        {
            arrivals.Remove(join.Id);
            Leave(join, tokens);
        }
    }

    private void Leave(RouteActivity activity, Queue<Connection> tokens)
    {
        foreach (var connection in activity.Shape.Ports.SelectMany(port => _route.Leaving(activity.Id, port)))
        {
            tokens.Enqueue(connection);
        }
    }

    private void Visit(Position position, string from)
    {
        if (position.IsComplete)
        {
            var join = position.Arrivals.Keys.FirstOrDefault() ?? from;
            _problem ??= (join, "STALLS", "汇合会一直等一条走不到的分支。", "The join would wait for a branch that never gets there.");
        }
        else if (_seen.Add(position.ToString()))
        {
            _open.Enqueue(position);
            if (_seen.Count > MostPositions)
            {
                _problem ??= (
                    from,
                    "TOO_MANY_WALKS",
                    "并行分支太多，无法逐一核对。",
                    "There are too many parallel branches to try them all.");
            }
        }
    }

    private void Meet(string id) => _problem ??= (
        id,
        "NOT_JOINED",
        "并行的分支在这里相遇而没有汇合，公文会走两遍。",
        "Parallel branches meet here without a join, so the case would go on twice.");
}
