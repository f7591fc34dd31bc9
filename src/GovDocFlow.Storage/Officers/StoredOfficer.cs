namespace GovDocFlow.Storage;

/// <summary>An officer as the office keeps them.</summary>
public sealed record StoredOfficer
{
    /// <summary>Never changes, and is never given to somebody else.</summary>
    public Guid Id { get; init; }

    /// <summary>What they sign in with; upper and lower case are the same.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The name on papers.</summary>
    public string Name { get; init; } = "";

    /// <summary>The post, as it is printed.</summary>
    public string Title { get; init; } = "";

    /// <summary>The key of their department.</summary>
    public string Department { get; init; } = "";

    /// <summary>The roles, separated by commas.</summary>
    public string Roles { get; init; } = "";

    /// <summary>As the sign-in made it; nothing that can be turned back into the password.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Whether they may not sign in any more.</summary>
    public bool Disabled { get; init; }

    /// <summary>When they were entered, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A department, or the government's office itself.</summary>
public sealed record StoredDepartment
{
    /// <summary>What routes and officers name it by.</summary>
    public string Key { get; init; } = "";

    /// <summary>The full name, as it is printed.</summary>
    public string Name { get; init; } = "";

    /// <summary>The customary short name.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>Further names under which drafts mention it, separated by commas; may be empty.</summary>
    public string Aliases { get; init; } = "";

    /// <summary>Whether it is the government's office, which handles everybody's documents.</summary>
    public bool IsOffice { get; init; }
}
