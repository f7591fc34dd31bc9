namespace GovDocFlow.UseCases;

/// <summary>Where the office keeps its data and its procedures.</summary>
/// <param name="Provider"><c>Sqlite</c> or <c>SqlServer</c>.</param>
/// <param name="WorkflowsPath">The folder that holds <c>routes</c> and <c>rules</c>.</param>
public sealed record Settings(string Provider, string ConnectionString, string WorkflowsPath);
