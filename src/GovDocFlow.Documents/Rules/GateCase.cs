using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Documents.Rules;

/// <summary>All that a gate may look at; the same for a precheck, a submission and the arrival at the office.</summary>
/// <param name="SubmittedOn">The day of submission in China, from which the rules in force follow.</param>
/// <param name="Body">The text of the body; null where there is none or it holds no readable text.</param>
/// <param name="Interpretation">The text of the interpretation material; null likewise.</param>
/// <param name="MissingCountersigners">Joint issuers whose signature is still missing; empty before that step matters.</param>
public sealed record GateCase(
    Draft Draft,
    IReadOnlyList<DocumentFile> Files,
    DateOnly SubmittedOn,
    Paper? Body,
    Paper? Interpretation,
    IReadOnlyList<string> MissingCountersigners)
{
    /// <summary>Whether a current file of <paramref name="role"/> is there.</summary>
    public bool Has(FileRole role) => Files.Any(file => file.Current && file.Role == role);
}
