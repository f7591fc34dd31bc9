using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

/// <summary>As much of a document as routes ask about. By default every review applies and every gate passes.</summary>
internal sealed record Draft
{
    internal bool IsProactive { get; init; }

    internal bool IsOrdinary { get; init; }

    internal bool FilesChanged { get; init; }

    internal string? MissesGate { get; init; }

    internal IReadOnlyList<string> JointDepartments { get; init; } = ["keji", "gongan"];
}

/// <summary>The office's activities, answering as the draft says.</summary>
internal sealed class OfficeActivity(ActivityShape shape, Func<ActivityInputs, Draft, Arrival> arrive) : IActivity<Draft>
{
    private static readonly string[] Gates = ["attribute", "interpretation", "materials", "countersign"];

    internal static IReadOnlyDictionary<string, IActivity<Draft>> All { get; } = new OfficeActivity[]
    {
        new(
            new("GovDocFlow.Gate", ["Pass", "Fail"], ["gates"], false)
            {
                AllowedValues = new Dictionary<string, IReadOnlyList<string>> { ["gates"] = Gates },
                ListInputs = ["gates"],
            },
            (inputs, draft) => new Arrival.Done(inputs.List("gates").Contains(draft.MissesGate) ? "Fail" : "Pass")),
        new(
            new("GovDocFlow.Correction", ["Done"], [], true) { ReturnsToDrafter = true },
            (_, _) => new Arrival.Waits([new Hold("drafter", "keji")], false)),
        new(
            new("GovDocFlow.DepartmentHead", ["Approved"], [], true),
            (_, draft) => new Arrival.Waits([new Hold("head", "keji")], draft.FilesChanged)),
        new(
            new("GovDocFlow.Review", ["Approved"], ["role", "when"], true)
            {
                OptionalInputs = ["reviews"],
                AllowedValues = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["when"] = ["always", "notProactive", "normativeOrMajor"],
                    ["reviews"] = ["disclosure", "legality", "office"],
                },
            },
            Review),
        new(
            new("GovDocFlow.Countersign", ["Approved"], ["role"], true),
            (inputs, draft) => new Arrival.Waits(
                [.. draft.JointDepartments.Select(department => new Hold(inputs["role"], department))], false)),
        new(new("GovDocFlow.SignOff", ["Approved"], ["role", "departmentRole"], true), OfficeWide),
        new(new("GovDocFlow.Recheck", ["Approved"], ["role"], true), OfficeWide),
    }.ToDictionary(activity => activity.Shape.Type, IActivity<Draft> (activity) => activity);

    internal static IReadOnlyDictionary<string, ActivityShape> Shapes { get; } =
        All.ToDictionary(pair => pair.Key, pair => pair.Value.Shape);

    public ActivityShape Shape => shape;

    public Arrival Arrive(ActivityInputs inputs, Draft subject) => arrive(inputs, subject);

    private static Arrival Review(ActivityInputs inputs, Draft draft) => inputs["when"] switch
    {
        "notProactive" when draft.IsProactive => new Arrival.Done("Approved"),
        "normativeOrMajor" when draft.IsOrdinary => new Arrival.Done("Approved"),
        _ => OfficeWide(inputs, draft),
    };

    private static Arrival.Waits OfficeWide(ActivityInputs inputs, Draft draft) =>
        new([new Hold(inputs["role"], null)], false);
}
