namespace GovDocFlow.Workflows;

/// <summary>One promise about a route, and whether its arrows keep it.</summary>
/// <param name="What">
/// Stable, for programs: <c>attributeGate</c>, <c>interpretationGate</c>, <c>disclosureReview</c>,
/// <c>legalityReview</c>, <c>countersign</c>, <c>signOff</c>.
/// </param>
/// <param name="Activity">
/// The activity that keeps the promise, or that is gone round where it is broken; null where the route has none.
/// </param>
public sealed record Proof(string What, bool Holds, string? Activity, string Zh, string En);

/// <summary>
/// Shows on the graph that no walk gets round what may not be avoided: with the arrows by which a case passes it taken
/// away, what lies behind can no longer be reached. Return verbs do not weaken this: they only lead backwards.
/// </summary>
public static class RouteProofs
{
    private const string SignOff = "GovDocFlow.SignOff";
    private const string Countersign = "GovDocFlow.Countersign";
    private const string Passed = "Pass";

    /// <summary>
    /// The promises that every route owes, and where it has countersigning that one too; the order is fixed. A promise
    /// is also broken where the route has no sign-off before which it could be kept.
    /// </summary>
    public static IReadOnlyList<Proof> Prove(Route route)
    {
        var signOffs = Ids(route, activity => activity.Type == SignOff);
        var ends = Ids(route, activity => activity.Type == HostActivities.End);
        var proofs = new List<Proof>
        {
            Gate(route, signOffs, "attribute", "公开属性关口", "disclosure attribute gate"),
            Gate(route, signOffs, "interpretation", "政策解读关口", "interpretation gate"),
            Review(route, signOffs, "disclosure", "notProactive", "公开属性审查", "disclosure review"),
            Review(route, signOffs, "legality", "normativeOrMajor", "合法性审核", "legality review"),
        };
        var countersigns = Ids(route, activity => activity.Type == Countersign);
        if (countersigns.Count > 0)
        {
            proofs.Add(Prove(route, "countersign", countersigns, null, signOffs, "会签", "countersigning"));
        }

        proofs.Add(Prove(route, "signOff", signOffs, null, ends, "签发", "sign-off"));
        return proofs;
    }

    private static Proof Gate(Route route, List<string> signOffs, string gate, string zh, string en)
    {
        var gates = Ids(route, activity => activity.Inputs.List("gates").Contains(gate));
        return Prove(route, $"{gate}Gate", gates, Passed, signOffs, zh, en);
    }

    // A review that is skipped in more cases than the office allows guards nothing, wherever the arrows lead.
    private static Proof Review(
        Route route, List<string> signOffs, string reviews, string leastWhen, string zh, string en)
    {
        var found = Ids(route, activity =>
            activity.Inputs.Find("reviews") == reviews
            && (activity.Inputs.Find("when") is not { } when || when == "always" || when == leastWhen));
        return Prove(route, $"{reviews}Review", found, null, signOffs, zh, en);
    }

    private static Proof Prove(
        Route route, string what, List<string> guards, string? port, List<string> guarded, string zh, string en)
    {
        if (guards.Count == 0)
        {
            return new Proof(what, false, null, $"流程中没有{zh}。", $"The route has no {en}.");
        }

        if (guarded.Count == 0)
        {
            return new Proof(what, false, null, "流程中没有签发。", "The route has no sign-off.");
        }

        var reached = RouteGraph.Reached(
            route, connection => guards.Contains(connection.Source) && (port is null || connection.Port == port));
        var avoided = guarded.FirstOrDefault(reached.Contains);
        return avoided is null
            ? new Proof(what, true, guards[0], $"任何路径都绕不过{zh}。", $"No path avoids the {en}.")
            : new Proof(
                what,
                false,
                guards[0],
                $"有路径绕过{zh}到达“{avoided}”。",
                $"A path avoids the {en} and reaches '{avoided}'.");
    }

    private static List<string> Ids(Route route, Func<RouteActivity, bool> isMeant) =>
        [.. route.Activities.Where(isMeant).Select(activity => activity.Id)];
}
