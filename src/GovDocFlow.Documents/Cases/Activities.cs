using GovDocFlow.Workflows;

namespace GovDocFlow.Documents.Cases;

/// <summary>The activities of which routes are made: what each does when a case arrives, whichever host runs the route.</summary>
public static class Activities
{
    /// <summary>The port of every human activity.</summary>
    public const string Approved = "Approved";

    /// <summary>The port of a gate that found nothing.</summary>
    public const string Pass = "Pass";

    /// <summary>The port of a gate that found defects.</summary>
    public const string Fail = "Fail";

    /// <summary>The port by which a corrected draft leaves its drafter.</summary>
    public const string Done = "Done";

    /// <summary>All of them by type.</summary>
    public static readonly IReadOnlyDictionary<string, IActivity<CaseFacts>> All =
        new IActivity<CaseFacts>[]
        {
            new Gate(), new Correction(), new DepartmentHead(), new Review(), new Countersign(), new SignOff(), new Recheck(),
        }.ToDictionary(activity => activity.Shape.Type);

    /// <summary>Their shapes, against which a definition is checked.</summary>
    public static readonly IReadOnlyDictionary<string, ActivityShape> Shapes =
        All.ToDictionary(activity => activity.Key, activity => activity.Value.Shape);

    internal static string Name(Role role) => OutsideName.Of(role);

    internal static Arrival.Waits WaitsFor(string role, string? department, bool evenOnTheWayBack = false) =>
        new([new Hold(role, department)], evenOnTheWayBack);
}

/// <summary>A gate (关口): evaluates the return rules of the gates it lists, all at once. Nobody can pass it by hand.</summary>
public sealed class Gate : IActivity<CaseFacts>
{
    /// <summary>The type in route files.</summary>
    public const string Type = "GovDocFlow.Gate";

    /// <inheritdoc/>
    public ActivityShape Shape { get; } = new(Type, [Activities.Pass, Activities.Fail], ["gates"], WaitsForPeople: false)
    {
        ListInputs = ["gates"],
        AllowedValues = new Dictionary<string, IReadOnlyList<string>>
        {
            ["gates"] = ["attribute", "interpretation", "materials", "countersign"],
        },
    };

    /// <inheritdoc/>
    public Arrival Arrive(ActivityInputs inputs, CaseFacts subject)
    {
        var gates = inputs["gates"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new Arrival.Done(subject.Check(gates).Items.Count == 0 ? Activities.Pass : Activities.Fail);
    }
}

/// <summary>退回修改: the draft rests with its drafter until it is submitted again.</summary>
public sealed class Correction : IActivity<CaseFacts>
{
    /// <summary>The type in route files.</summary>
    public const string Type = "GovDocFlow.Correction";

    /// <inheritdoc/>
    public ActivityShape Shape { get; } =
        new(Type, [Activities.Done], [], WaitsForPeople: true) { ReturnsToDrafter = true };

    /// <inheritdoc/>
    public Arrival Arrive(ActivityInputs inputs, CaseFacts subject) =>
        Activities.WaitsFor(Activities.Name(Role.Drafter), subject.Department, evenOnTheWayBack: true);
}

/// <summary>部门负责人审定: binds document and interpretation as one pair; a changed pair is approved again, always.</summary>
public sealed class DepartmentHead : IActivity<CaseFacts>
{
    /// <summary>The type in route files.</summary>
    public const string Type = "GovDocFlow.DepartmentHead";

    /// <inheritdoc/>
    public ActivityShape Shape { get; } = new(Type, [Activities.Approved], ["role"], WaitsForPeople: true);

    /// <inheritdoc/>
    public Arrival Arrive(ActivityInputs inputs, CaseFacts subject) =>
        subject is { IsComingBack: true, HeadApprovedThisPair: true }
            ? new Arrival.Done(Activities.Approved)
            : Activities.WaitsFor(inputs["role"], subject.Department, evenOnTheWayBack: true);
}

/// <summary>核稿, 公开属性审查, 合法性审核: one reviewer decides, where the review applies at all.</summary>
public sealed class Review : IActivity<CaseFacts>
{
    /// <summary>The type in route files.</summary>
    public const string Type = "GovDocFlow.Review";

    /// <summary>The value of <c>reviews</c> by which a disclosure review is known.</summary>
    public const string OfDisclosure = "disclosure";

    /// <inheritdoc/>
    public ActivityShape Shape { get; } = new(Type, [Activities.Approved], ["role", "when"], WaitsForPeople: true)
    {
        OptionalInputs = ["reviews"],
        AllowedValues = new Dictionary<string, IReadOnlyList<string>>
        {
            ["when"] = ["always", "notProactive", "normativeOrMajor"],
            ["reviews"] = ["office", OfDisclosure, "legality"],
        },
    };

    /// <inheritdoc/>
    public Arrival Arrive(ActivityInputs inputs, CaseFacts subject)
    {
        var applies = inputs["when"] switch
        {
            "notProactive" => subject.Draft.Attribute?.Value is not Disclosure.Proactive,
            "normativeOrMajor" => subject.Draft.NormativeOrMajor,
            _ => true,
        };
        return applies ? Activities.WaitsFor(inputs["role"], null) : new Arrival.Done(Activities.Approved);
    }
}

/// <summary>会签: the heads of all joint issuers, in parallel; it is over when the last of them has signed.</summary>
public sealed class Countersign : IActivity<CaseFacts>
{
    /// <summary>The type in route files.</summary>
    public const string Type = "GovDocFlow.Countersign";

    /// <inheritdoc/>
    public ActivityShape Shape { get; } = new(Type, [Activities.Approved], ["role"], WaitsForPeople: true);

    /// <inheritdoc/>
    public Arrival Arrive(ActivityInputs inputs, CaseFacts subject)
    {
        var missing = subject.JointDepartments.Except(subject.CountersignedBy).ToList();
        return missing.Count == 0
            ? new Arrival.Done(Activities.Approved)
            : new Arrival.Waits([.. missing.Select(department => new Hold(inputs["role"], department))], false);
    }
}

/// <summary>签发: the attribute becomes final, and the day of formation is set. A department's own document is signed by its head.</summary>
public sealed class SignOff : IActivity<CaseFacts>
{
    /// <summary>The type in route files.</summary>
    public const string Type = "GovDocFlow.SignOff";

    /// <inheritdoc/>
    public ActivityShape Shape { get; } =
        new(Type, [Activities.Approved], ["role", "departmentRole"], WaitsForPeople: true);

    /// <inheritdoc/>
    public Arrival Arrive(ActivityInputs inputs, CaseFacts subject) =>
        subject.Draft.IssuerLevel is IssuerLevel.Department
            ? Activities.WaitsFor(inputs["departmentRole"], subject.Department)
            : Activities.WaitsFor(inputs["role"], null);
}

/// <summary>复核: formalities, content, kind and format once more before the number is given.</summary>
public sealed class Recheck : IActivity<CaseFacts>
{
    /// <summary>The type in route files.</summary>
    public const string Type = "GovDocFlow.Recheck";

    /// <inheritdoc/>
    public ActivityShape Shape { get; } = new(Type, [Activities.Approved], ["role"], WaitsForPeople: true);

    /// <inheritdoc/>
    public Arrival Arrive(ActivityInputs inputs, CaseFacts subject) => Activities.WaitsFor(inputs["role"], null);
}
