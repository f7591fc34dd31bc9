namespace GovDocFlow.Documents;

/// <summary>A person who works in the office or in a department.</summary>
/// <param name="Title">The post held now; opinions keep the one held when they were given.</param>
/// <param name="Department">The key of their department.</param>
public sealed record Officer(
    Guid Id, string UserName, string Name, string Title, string Department, IReadOnlyList<Role> Roles)
{
    /// <summary>The actor of acts that nobody decides: reminders, escalation, supervision, the self-check.</summary>
    public const string SystemActor = "系统";

    private static readonly Role[] OfficeRoles =
    [
        Role.OfficeReviewer, Role.DisclosureOfficer, Role.LegalReviewer, Role.Signer, Role.Clerk, Role.Publisher,
        Role.OfficeHead, Role.Leader,
    ];

    /// <summary>Whether they hold <paramref name="role"/>.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether they hold any of <paramref name="roles"/>.</summary>
    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Is(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Drafts for a department: a drafter, or a head who writes.</summary>
    public bool Drafts => IsAny(Role.Drafter, Role.Head);

    /// <summary>Sees every document that was ever submitted.</summary>
    public bool SeesWhatWasSubmitted => IsAny(OfficeRoles);

    /// <summary>Sees every document, drafts included, and the trail.</summary>
    public bool SeesEverything => Is(Role.Supervisor);

    /// <summary>Sees documents at all; who only administers does not.</summary>
    public bool SeesDocuments => SeesEverything || SeesWhatWasSubmitted || Drafts;
}

/// <summary>A department, or the office itself.</summary>
/// <param name="Key">The stable short name in code and data: <c>keji</c>.</param>
/// <param name="Aliases">Further names under which it is written in documents.</param>
public sealed record Department(
    string Key, string Name, string ShortName, IReadOnlyList<string> Aliases, bool IsOffice)
{
    /// <summary>Whether <paramref name="organ"/>, as written on a document, is this department.</summary>
    public bool IsCalled(string organ) =>
        organ == Key || organ == Name || organ == ShortName || Aliases.Contains(organ);
}
