namespace GovDocFlow.Workflows;

/// <summary>What must hold of a route's graph before a case may be sent along it.</summary>
internal static class RouteCheck
{
    internal static void Check(Route route, RouteFindings findings)
    {
        CheckEnds(route, findings);
        CheckPorts(route, findings);
        CheckJoins(route, findings);
        if (findings.Problems.All(problem => problem.Code is not ("NO_START" or "NO_END")))
        {
            CheckReach(route, findings);
        }

        CheckLoops(route, findings);

        // Trying every walk makes sense only on a graph without loose ends.
        if (findings.Problems.Count == 0)
        {
            RouteRehearsal.Check(route, findings);
        }
    }

    private static void CheckEnds(Route route, RouteFindings findings)
    {
        var starts = route.Activities.Where(activity => activity.Type == HostActivities.Start).ToList();
        if (starts.Count == 0)
        {
            findings.Add(null, "NO_START", "流程没有开始。", "The route has no start.");
        }

        foreach (var start in starts.Skip(1))
        {
            findings.Add(start.Id, "SEVERAL_STARTS", "流程有不止一个开始。", "The route has more than one start.");
        }

        if (route.Activities.All(activity => activity.Type != HostActivities.End))
        {
            findings.Add(null, "NO_END", "流程没有结束。", "The route has no end.");
        }
    }

    private static void CheckPorts(Route route, RouteFindings findings)
    {
        foreach (var connection in route.Connections)
        {
            if (!route[connection.Source].Shape.Ports.Contains(connection.Port))
            {
                findings.Add(
                    connection.Source,
                    "UNKNOWN_PORT",
                    $"活动“{connection.Source}”没有出口“{connection.Port}”。",
                    $"Activity '{connection.Source}' has no port '{connection.Port}'.");
            }
        }

        foreach (var activity in route.Activities)
        {
            var isFork = activity.Type == HostActivities.Fork;
            foreach (var port in activity.Shape.Ports)
            {
                var arrows = route.Leaving(activity.Id, port).Count();
                if (arrows == 0)
                {
                    findings.Add(
                        activity.Id,
                        isFork ? "OPEN_BRANCH" : "OPEN_PORT",
                        $"出口“{port}”没有连线。",
                        $"No arrow leaves by port '{port}'.");
                }
                else if (arrows > 1 && !isFork)
                {
                    findings.Add(
                        activity.Id,
                        "AMBIGUOUS_PORT",
                        $"出口“{port}”有 {arrows} 条连线；并行要用分支活动。",
                        $"{arrows} arrows leave by port '{port}'; going both ways needs a fork.");
                }
            }
        }
    }

    private static void CheckJoins(Route route, RouteFindings findings)
    {
        foreach (var join in route.Activities.Where(activity => activity.Type == HostActivities.Join))
        {
            if (route.Arriving(join.Id).Count() < 2)
            {
                findings.Add(
                    join.Id,
                    "LONELY_JOIN",
                    "汇合至少要有两条进线。",
                    "A join needs at least two arrows leading to it.");
            }
        }
    }

    private static void CheckReach(Route route, RouteFindings findings)
    {
        var reached = RouteGraph.Reached(route, _ => false);
        foreach (var activity in route.Activities.Where(activity => !reached.Contains(activity.Id)))
        {
            findings.Add(activity.Id, "UNREACHABLE", "从开始到不了这里。", "It cannot be reached from the start.");
        }

        var next = route.Connections.ToLookup(connection => connection.Source, connection => connection.Target);
        foreach (var activity in route.Activities.Where(activity => activity.Type != HostActivities.End))
        {
            if (!RouteGraph.Closure(activity.Id, id => next[id]).Any(id => route[id].Type == HostActivities.End))
            {
                findings.Add(activity.Id, "NO_WAY_OUT", "从这里到不了结束。", "The end cannot be reached from it.");
            }
        }
    }

    private static void CheckLoops(Route route, RouteFindings findings)
    {
        var next = route.Connections
            .Where(connection => !route[connection.Source].Shape.WaitsForPeople)
            .ToLookup(connection => connection.Source, connection => connection.Target);
        var loop = route.Activities
            .Where(activity => RouteGraph.Closure(activity.Id, id => next[id]).Contains(activity.Id))
            .Select(activity => activity.Id)
            .ToList();
        if (loop.Count > 0)
        {
            var named = string.Join(", ", loop);
            findings.Add(
                loop[0],
                "LOOP_WITHOUT_PEOPLE",
                $"这些活动转圈而没有人办理：{named}。",
                $"These activities go round without anybody acting: {named}.");
        }
    }
}
