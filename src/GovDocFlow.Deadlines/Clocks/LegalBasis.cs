namespace GovDocFlow.Deadlines;

/// <summary>What a rule rests on.</summary>
/// <param name="Text">The instrument and article, in Chinese.</param>
/// <param name="Mark">How well it is checked: V read in full, E read as an excerpt, M general knowledge, D a decision
/// of this system.</param>
public sealed record LegalBasis(string Text, string Mark);
