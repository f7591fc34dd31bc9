namespace GovDocFlow.Workflows;

/// <summary>One move of one case, from the first arrow it takes until everything rests.</summary>
internal sealed class Walk<TCase>(
    IReadOnlyDictionary<string, IActivity<TCase>> activities, Route route, TCase subject)
{
    // No honest walk passes the whole route this often in one move; only a loop of conditional steps does.
    private const int MostRounds = 100;

    private readonly SortedSet<string> _active = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _arrivals = new(StringComparer.Ordinal);
    private readonly Queue<Connection> _tokens = new();
    private readonly List<Opening> _opened = [];
    private readonly List<string> _closed = [];
    private readonly List<Passage> _automatic = [];
    private Position? _resume;
    private bool _isComplete;

    internal void StandAt(
        IEnumerable<string> active, IReadOnlyDictionary<string, IReadOnlyList<string>> arrivals, Position? resume)
    {
        _active.UnionWith(active);
        foreach (var (join, arrows) in arrivals)
        {
            _arrivals[join] = [.. arrows];
        }

        _resume = resume;
    }

    internal void Close(IEnumerable<string> activities) => _closed.AddRange(activities);

    /// <summary>Makes the case wait at an activity to which somebody has sent it back.</summary>
    internal void Insist(RouteActivity activity)
    {
        if (Ask(activity) is not Arrival.Waits waits)
        {
            throw CannotMoveException.NotNeeded(activity.Id);
        }

        Rest(activity, waits);
    }

    internal void Leave(RouteActivity activity, string port)
    {
        var taken = _tokens.Count;
        foreach (var connection in route.Leaving(activity.Id, port))
        {
            _tokens.Enqueue(connection);
        }

        if (_tokens.Count == taken)
        {
            throw CannotMoveException.UnknownPort(activity.Id, port);
        }
    }

    internal Movement Finish()
    {
        var left = MostRounds * route.Activities.Count;
        while (!Rests())
        {
            if (_tokens.TryDequeue(out var connection))
            {
                Enter(connection);
            }
            else if (_resume is not null)
            {
                // All that is left stands at a join whose other branches the returner's position still holds.
                GoBack(_resume);
            }
            else
            {
                throw CannotMoveException.Stalled(route.DefinitionId);
            }

            if (left-- == 0)
            {
                throw CannotMoveException.Endless(route.DefinitionId);
            }
        }

        var arrivals = _arrivals.ToDictionary(pair => pair.Key, pair => pair.Value.AsEnumerable());
        return new Movement(new Position(_active, arrivals, _resume), _opened, _closed, _automatic);
    }

    private bool Rests() => _tokens.Count == 0 && (_isComplete || _active.Count > 0);

    private void Enter(Connection connection)
    {
        var activity = route[connection.Target];
        switch (activity.Type)
        {
            case HostActivities.Start:
                Leave(activity, HostActivities.Done);
                break;
            case HostActivities.Fork:
                foreach (var branch in activity.Shape.Ports)
                {
                    Leave(activity, branch);
                }

                break;
            case HostActivities.Join:
                Join(activity, connection);
                break;
            case HostActivities.End:
                End();
                break;
            default:
                Arrive(activity);
                break;
        }
    }

    private void Join(RouteActivity join, Connection connection)
    {
        var arrived = _arrivals.TryGetValue(join.Id, out var before) ? before : _arrivals[join.Id] = [];
        arrived.Add(connection.Key);
        if (route.Arriving(join.Id).All(each => arrived.Contains(each.Key)))
        {
            _arrivals.Remove(join.Id);
            Leave(join, HostActivities.Done);
        }
    }

    private void End()
    {
        if (_resume is not null)
        {
            GoBack(_resume);
            return;
        }

        DropAll();
        _isComplete = true;
    }

    private void Arrive(RouteActivity activity)
    {
        // Who returned the case gets it back even from a step that insists, or it would be decided twice.
        if (_resume is not null && _resume.Active.Contains(activity.Id))
        {
            GoBack(_resume);
            return;
        }

        switch (Ask(activity))
        {
            case Arrival.Done done:
                if (!activity.Shape.WaitsForPeople)
                {
                    _automatic.Add(new Passage(activity.Id, done.Port));
                }

                Leave(activity, done.Port);
                break;
            case Arrival.Waits waits when _resume is null || waits.EvenOnTheWayBack || activity.Shape.ReturnsToDrafter:
                Rest(activity, waits);
                break;
            default:
                GoBack(_resume!);
                break;
        }
    }

    private void GoBack(Position snapshot)
    {
        DropAll();
        StandAt([], snapshot.Arrivals, snapshot.Resume);
        _isComplete = snapshot.IsComplete;
        foreach (var activity in snapshot.Active.Select(id => route[id]))
        {
            switch (Ask(activity))
            {
                case Arrival.Waits waits:
                    Rest(activity, waits);
                    break;
                case Arrival.Done done:
                    Leave(activity, done.Port);
                    break;
            }
        }
    }

    private void DropAll()
    {
        foreach (var id in _active)
        {
            if (_opened.RemoveAll(opening => opening.Activity == id) == 0)
            {
                _closed.Add(id);
            }
        }

        _active.Clear();
        _arrivals.Clear();
        _tokens.Clear();
        _resume = null;
    }

    private void Rest(RouteActivity activity, Arrival.Waits waits)
    {
        if (_active.Add(activity.Id))
        {
            _opened.Add(new Opening(activity.Id, waits.Holders));
        }
    }

    private Arrival Ask(RouteActivity activity)
    {
        if (!activities.TryGetValue(activity.Type, out var kind))
        {
            throw new InvalidOperationException($"This host has no activity '{activity.Type}'.");
        }

        var arrival = kind.Arrive(activity.Inputs, subject);
        if (arrival is Arrival.Waits && !activity.Shape.WaitsForPeople)
        {
            throw new InvalidOperationException($"'{activity.Id}' is automatic, so nobody can be waited for there.");
        }

        return arrival;
    }
}
