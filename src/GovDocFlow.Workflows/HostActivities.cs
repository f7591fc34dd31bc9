namespace GovDocFlow.Workflows;

/// <summary>The activities that every host of this file format brings itself.</summary>
internal static class HostActivities
{
    internal const string Flowchart = "Elsa.Flowchart";
    internal const string Start = "Elsa.Start";
    internal const string End = "Elsa.End";
    internal const string Fork = "Elsa.FlowFork";
    internal const string Join = "Elsa.FlowJoin";
    internal const string Done = "Done";
    internal const string Branches = "branches";

    private static readonly Dictionary<string, ActivityShape> Shapes = new ActivityShape[]
    {
        new(Start, [Done], [], WaitsForPeople: false),
        new(End, [], [], WaitsForPeople: false),
        new(Fork, [], [Branches], WaitsForPeople: false) { ListInputs = [Branches] },
        // Elsa's own default is WaitAny, so a file must say what it wants, and here only one thing can be had.
        new(Join, [Done], ["mode"], WaitsForPeople: false)
        {
            AllowedValues = new Dictionary<string, IReadOnlyList<string>> { ["mode"] = ["WaitAll"] },
        },
    }.ToDictionary(shape => shape.Type);

    internal static ActivityShape? Find(string type) => Shapes.GetValueOrDefault(type);
}
