using GovDocFlow.Documents;

namespace GovDocFlow.UseCases.Documents;

/// <summary>Which documents an officer sees, as a condition on rows named <c>d</c>; the same rule as <see cref="Document.IsVisibleTo"/>.</summary>
internal static class Sight
{
    private const string All = "1 = 1";
    private const string Submitted = "d.SubmittedAt IS NOT NULL";

    // EXISTS and not IN: an index of departments would lead to all of their documents before the newest are picked.
    private const string OwnDepartment = """
        (d.Department = @sightDepartment
         OR (d.SubmittedAt IS NOT NULL AND EXISTS (
             SELECT 1 FROM JointIssuer j WHERE j.DocumentId = d.Id AND j.Department = @sightDepartment)))
        """;

    /// <summary>The condition; its parameter is <c>@sightDepartment</c>.</summary>
    /// <exception cref="RefusedException">They see no documents at all.</exception>
    public static string Of(Officer by)
    {
        RefusedException.ThrowIf(WhyNot(by));
        return by.SeesEverything ? All
            : (by.SeesWhatWasSubmitted, by.Drafts) switch
            {
                (true, true) => $"({Submitted} OR {OwnDepartment})",
                (true, false) => Submitted,
                _ => OwnDepartment,
            };
    }

    /// <summary>The condition as a further one: AND ….</summary>
    /// <exception cref="RefusedException">They see no documents at all.</exception>
    public static string And(Officer by) => $" AND {Of(by)}";

    /// <summary>Says why they see no documents; null when they see some.</summary>
    public static Refusal? WhyNot(Officer by) => by.SeesDocuments
        ? null
        : Refusal.Never("NO_DOCUMENTS", "管理员不办理公文，不能查看文件。", "Who only administers sees no documents.");
}
