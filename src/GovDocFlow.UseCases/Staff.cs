using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Workflows;

namespace GovDocFlow.UseCases;

/// <summary>The people of the office as the rules see them; read once a request.</summary>
internal sealed class Staff(OfficerStore officers)
{
    private IReadOnlyList<Officer>? _active;
    private IReadOnlyList<Department>? _departments;

    /// <summary>Everybody who may sign in, in the order in which they were entered.</summary>
    public async Task<IReadOnlyList<Officer>> ActiveAsync(CancellationToken cancellation) =>
        _active ??= [.. (await officers.ListAsync(cancellation)).Where(officer => !officer.Disabled).Select(Known)];

    /// <summary>Somebody by their key, also where they may no longer sign in; null where there is none.</summary>
    public async Task<Officer?> FindAsync(Guid id, CancellationToken cancellation) =>
        _active?.FirstOrDefault(officer => officer.Id == id)
        ?? (await officers.FindAsync(id, cancellation) is { } stored ? Known(stored) : null);

    /// <summary>All departments.</summary>
    public async Task<IReadOnlyList<Department>> DepartmentsAsync(CancellationToken cancellation) =>
        _departments ??=
        [
            .. (await officers.DepartmentsAsync(cancellation)).Select(department => new Department(
                department.Key,
                department.Name,
                department.ShortName,
                department.Aliases.Split(',', StringSplitOptions.RemoveEmptyEntries),
                department.IsOffice)),
        ];

    /// <summary>Who holds a role, of one department or of the whole office.</summary>
    public async Task<IReadOnlyList<Officer>> HoldersAsync(Hold hold, CancellationToken cancellation)
    {
        var role = OutsideName.Parse<Role>(hold.Role)
            ?? throw new InvalidOperationException($"There is no role '{hold.Role}'.");
        return
        [
            .. (await ActiveAsync(cancellation)).Where(officer =>
                officer.Is(role) && (hold.Department is null || officer.Department == hold.Department)),
        ];
    }

    /// <summary>A stored officer as the rules see them.</summary>
    public static Officer Known(StoredOfficer officer) => new(
        officer.Id,
        officer.UserName,
        officer.Name,
        officer.Title,
        officer.Department,
        RolesOf(officer.Roles));

    /// <summary>The roles as they are stored, separated by commas.</summary>
    public static IReadOnlyList<Role> RolesOf(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(OutsideName.Parse<Role>).OfType<Role>()];
}
