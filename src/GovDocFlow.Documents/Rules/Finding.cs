namespace GovDocFlow.Documents.Rules;

/// <summary>One defect that a gate found, or a warning that does not hold the draft up.</summary>
/// <param name="Code">R01…R20; W… for a warning.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Basis">The legal basis as it is printed on a notice; 依据待核 where nobody has checked it.</param>
/// <param name="Location">Where to look, in the office's words.</param>
/// <param name="Field">The form's field to which the defect leads; null where there is none.</param>
public sealed record Finding(
    string Code, Sentence Rule, string Basis, Sentence Message, Sentence Fix, string? Location, string? Field);

/// <summary>What the gates found: all defects at once, and the warnings apart.</summary>
/// <param name="ExemptionUsed">The entry of the exemption catalogue that spared an interpretation; null where none did.</param>
public sealed record Findings(
    IReadOnlyList<Finding> Items, IReadOnlyList<Finding> Warnings, string? ExemptionUsed = null)
{
    /// <summary>Nothing found.</summary>
    public static readonly Findings None = new([], []);
}
