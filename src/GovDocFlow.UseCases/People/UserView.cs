using GovDocFlow.Documents;
using GovDocFlow.Storage;

namespace GovDocFlow.UseCases.People;

/// <summary>Somebody of the office, as they are shown.</summary>
/// <param name="Title">The post held now.</param>
/// <param name="Department">The key of their department.</param>
/// <param name="DepartmentName">Its full name.</param>
/// <param name="Disabled">Whether they may no longer sign in.</param>
public sealed record UserView(
    Guid Id,
    string UserName,
    string Name,
    string Title,
    string Department,
    string DepartmentName,
    IReadOnlyList<Role> Roles,
    bool Disabled)
{
    internal static UserView Of(StoredOfficer stored, IReadOnlyList<Department> departments)
    {
        var officer = Staff.Known(stored);
        return new UserView(
            officer.Id,
            officer.UserName,
            officer.Name,
            officer.Title,
            officer.Department,
            departments.FirstOrDefault(department => department.Key == officer.Department)?.Name ?? officer.Department,
            officer.Roles,
            stored.Disabled);
    }
}
