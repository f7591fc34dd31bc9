namespace GovDocFlow.Storage;

/// <summary>The people of the office and their departments.</summary>
public sealed class OfficerStore(Session session)
{
    /// <summary>Enters a new officer; the department must be there.</summary>
    /// <remarks>A taken user name or id shows as <see cref="Dialect.IsUniqueViolation"/>.</remarks>
    public Task AddAsync(StoredOfficer officer, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            INSERT INTO Officer (Id, UserName, Name, Title, Department, Roles, PasswordHash, Disabled, CreatedAt)
            VALUES (@Id, @UserName, @Name, @Title, @Department, @Roles, @PasswordHash, @Disabled, @CreatedAt)
            """,
            officer with { UserName = Folded(officer.UserName) },
            cancellation);

    /// <summary>The officer, disabled or not; null where there is none.</summary>
    public Task<StoredOfficer?> FindAsync(Guid id, CancellationToken cancellation) =>
        session.FindAsync<StoredOfficer>(
            """
            SELECT Id, UserName, Name, Title, Department, Roles, PasswordHash, Disabled, CreatedAt
            FROM Officer
            WHERE Id = @id
            """,
            new { id },
            cancellation);

    /// <summary>The officer of that user name in any case of letters, disabled or not; null where there is none.</summary>
    public Task<StoredOfficer?> FindByUserNameAsync(string userName, CancellationToken cancellation) =>
        session.FindAsync<StoredOfficer>(
            """
            SELECT Id, UserName, Name, Title, Department, Roles, PasswordHash, Disabled, CreatedAt
            FROM Officer
            WHERE UserName = @userName
            """,
            new { userName = Folded(userName) },
            cancellation);

    /// <summary>Everybody, disabled or not, in the order in which they were entered.</summary>
    public Task<IReadOnlyList<StoredOfficer>> ListAsync(CancellationToken cancellation) =>
        session.QueryAsync<StoredOfficer>(
            """
            SELECT Id, UserName, Name, Title, Department, Roles, PasswordHash, Disabled, CreatedAt
            FROM Officer
            ORDER BY Seq
            """,
            null,
            cancellation);

    /// <summary>Lets the officer sign in no more, or again. False where there is no such officer.</summary>
    public async Task<bool> SetDisabledAsync(Guid id, bool disabled, CancellationToken cancellation) =>
        await session.ExecuteAsync(
            "UPDATE Officer SET Disabled = @disabled WHERE Id = @id", new { id, disabled }, cancellation) > 0;

    /// <summary>Gives the officer another post with its roles. False where there is no such officer.</summary>
    public async Task<bool> SetPostAsync(StoredPost post, CancellationToken cancellation) =>
        await session.ExecuteAsync(
            "UPDATE Officer SET Title = @Title, Department = @Department, Roles = @Roles WHERE Id = @Officer",
            post,
            cancellation) > 0;

    /// <summary>Gives the officer another password. False where there is no such officer.</summary>
    public async Task<bool> SetPasswordAsync(Guid id, string passwordHash, CancellationToken cancellation) =>
        await session.ExecuteAsync(
            "UPDATE Officer SET PasswordHash = @passwordHash WHERE Id = @id",
            new { id, passwordHash },
            cancellation) > 0;

    /// <summary>Enters a department. A taken key shows as <see cref="Dialect.IsUniqueViolation"/>.</summary>
    public Task AddDepartmentAsync(StoredDepartment department, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            INSERT INTO Department (DepartmentKey, Name, ShortName, Aliases, IsOffice)
            VALUES (@Key, @Name, @ShortName, @Aliases, @IsOffice)
            """,
            department,
            cancellation);

    /// <summary>All departments, in the order in which they were entered.</summary>
    public Task<IReadOnlyList<StoredDepartment>> DepartmentsAsync(CancellationToken cancellation) =>
        session.QueryAsync<StoredDepartment>(
            "SELECT DepartmentKey AS [Key], Name, ShortName, Aliases, IsOffice FROM Department ORDER BY Seq",
            null,
            cancellation);

    // One database tells A from a and the other does not.
    internal static string Folded(string userName) => userName.Trim().ToLowerInvariant();
}
