using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;

namespace GovDocFlow.UseCases.People;

/// <summary>A post that somebody holds or held, as it is shown.</summary>
/// <param name="Department">The key of the department.</param>
/// <param name="From">The first day, in China.</param>
/// <param name="Until">The last day, inclusive; null while it is held.</param>
public sealed record PostView(
    string Title, string Department, string DepartmentName, IReadOnlyList<Role> Roles, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether it was held on <paramref name="day"/>.</summary>
    internal bool WasHeldOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    internal static PostView Of(StoredPost post, IReadOnlyList<Department> departments) => new(
        post.Title,
        post.Department,
        departments.FirstOrDefault(department => department.Key == post.Department)?.Name ?? post.Department,
        Staff.RolesOf(post.Roles),
        post.FromDay,
        post.UntilDay);

    /// <summary>The post with which somebody was entered, while it is the only one.</summary>
    internal static StoredPost First(StoredOfficer officer) => new()
    {
        Officer = officer.Id,
        Title = officer.Title,
        Department = officer.Department,
        Roles = officer.Roles,
        FromDay = ChinaTime.DayOf(officer.CreatedAt),
    };
}
