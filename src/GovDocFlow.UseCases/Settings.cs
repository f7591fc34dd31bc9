namespace GovDocFlow.UseCases;

/// <summary>Where the office keeps its data and its procedures, and how it lets people in.</summary>
/// <param name="Provider"><c>Sqlite</c> or <c>SqlServer</c>.</param>
/// <param name="WorkflowsPath">The folder that holds <c>routes</c> and <c>rules</c>.</param>
public sealed record Settings(string Provider, string ConnectionString, string WorkflowsPath)
{
    /// <summary>The rounds by which new passwords are hashed; a kept hash says its own number.</summary>
    public int PasswordIterations { get; init; } = 210_000;

    /// <summary>So many failed sign-ins under one name within 15 minutes refuse the next one.</summary>
    public int FailedSignInLimit { get; init; } = 10;
}
