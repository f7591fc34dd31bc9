using GovDocFlow.Documents;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>An entry of the navigation.</summary>
/// <param name="Text">The key of its words in <c>Texts</c>.</param>
/// <param name="Icon">The icon's name.</param>
/// <param name="IsFor">Whose work it belongs to; the page itself decides nothing by it.</param>
internal sealed record NavigationEntry(string Path, string Text, string Icon, Func<Officer, bool> IsFor);

/// <summary>The navigation, in its order.</summary>
internal static class Navigation
{
    private static readonly NavigationEntry[] Entries =
    [
        new("/", "Nav.Desk", Icon: "home", _ => true),
        new("/tasks", "Nav.Tasks", Icon: "checklist", Decides),
        new("/documents/new", "Nav.Draft", Icon: "pencil-plus", officer => officer.Drafts),
        new("/documents", "Nav.Documents", Icon: "files", officer => officer.SeesDocuments),
        new("/supervision", "Nav.Supervision", Icon: "alarm", officer => officer.SeesDocuments),
        new("/notices", "Nav.Notices", Icon: "bell", _ => true),
        new("/issue", "Nav.Issue", Icon: "rubber-stamp", officer => officer.Is(Role.Clerk)),
        new("/publish", "Nav.Publish", Icon: "world-upload", officer => officer.Is(Role.Publisher)),
        new("/deadlines", "Nav.Deadlines", Icon: "clock", officer => officer.SeesDocuments),
        new("/numbers", "Nav.Numbers", Icon: "list-numbers", officer => officer.SeesWhatWasSubmitted || officer.SeesEverything),
        new("/figures", "Nav.Figures", Icon: "chart-bar", officer => officer.SeesDocuments),
        new("/routes", "Nav.Routes", Icon: "route", officer => officer.SeesDocuments || officer.Is(Role.Admin)),
        new("/trail", "Nav.Trail", Icon: "history", officer => officer.Is(Role.Supervisor)),
        new("/admin/people", "People", Icon: "users", officer => officer.Is(Role.Admin)),
        new("/admin/organs", "Organs", Icon: "building", officer => officer.Is(Role.Admin)),
        new("/admin/calendar", "WorkCalendar", Icon: "calendar", officer => officer.Is(Role.Admin)),
        new("/admin/rules", "Rules", Icon: "gavel", officer => officer.IsAny(Role.Admin, Role.Supervisor)),
        new("/admin/sign-ins", "SignIns", Icon: "login", officer => officer.Is(Role.Admin)),
    ];

    /// <summary>Whether steps of a route wait for this officer.</summary>
    public static bool Decides(Officer officer) => officer.IsAny(
        Role.Head, Role.OfficeReviewer, Role.DisclosureOfficer, Role.LegalReviewer, Role.Signer, Role.Clerk);

    /// <summary>What belongs to an officer's work.</summary>
    public static IEnumerable<NavigationEntry> Of(Officer officer) => Entries.Where(entry => entry.IsFor(officer));

    /// <summary>The entry of an officer's navigation under which a page lies: the nearest one; null where there is none.</summary>
    public static NavigationEntry? Holding(this IEnumerable<NavigationEntry> entries, PathString path) => entries
        .Where(entry => entry.Path == "/" ? path == "/" : path.StartsWithSegments(entry.Path, StringComparison.OrdinalIgnoreCase))
        .MaxBy(entry => entry.Path.Length);
}
