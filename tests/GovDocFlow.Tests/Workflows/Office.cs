using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

/// <summary>People who approve what lies before them.</summary>
internal static class Office
{
    internal static EmbeddedHost<Draft> Host { get; } = new(OfficeActivity.All);

    /// <summary>Every step in the order in which it was approved, parallel ones by name.</summary>
    internal static IReadOnlyList<string> Walk(Route route, Draft draft) =>
        Walk(route, Host.Start(route, draft).Position, draft);

    internal static IReadOnlyList<string> Walk(Route route, Position position, Draft draft)
    {
        var walked = new List<string>();
        while (!position.IsComplete)
        {
            Assert.That(walked, Has.Count.LessThan(1000), "the case never ends");
            var step = position.Active[0];
            walked.Add(step);
            position = Approve(route, position, step, draft).Position;
        }

        return walked;
    }

    internal static Movement Approve(Route route, Position position, string step, Draft draft) =>
        Host.Complete(route, position, step, route[step].Shape.Ports[0], draft);

    /// <summary>The case waiting where all of these steps wait, after everything before them was approved.</summary>
    internal static Position At(Route route, Draft draft, params string[] steps)
    {
        var position = Host.Start(route, draft).Position;
        while (!steps.All(position.Active.Contains))
        {
            position = Approve(route, position, position.Active.First(step => !steps.Contains(step)), draft).Position;
        }

        return position;
    }

    internal static Position Complete(Route route, Draft draft)
    {
        var position = Host.Start(route, draft).Position;
        while (!position.IsComplete)
        {
            position = Approve(route, position, position.Active[0], draft).Position;
        }

        return position;
    }
}
