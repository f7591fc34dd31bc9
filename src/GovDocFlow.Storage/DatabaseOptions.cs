namespace GovDocFlow.Storage;

/// <summary>The databases that the office can be kept in.</summary>
public enum DatabaseProvider
{
    /// <summary>One file on this machine, for one process that writes.</summary>
    Sqlite,

    /// <summary>A server that any number of hosts share.</summary>
    SqlServer,
}

/// <summary>Which database, and how it is reached.</summary>
/// <param name="ConnectionString">
/// As the provider's driver takes it. A SQLite file that is not there is made, with the folders above it.
/// </param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
