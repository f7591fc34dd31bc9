using System.Data.Common;

namespace GovDocFlow.Storage;

/// <summary>The office's database: opens connections that are ready for use. One for the whole process.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly Dialect _dialect;

    /// <summary>Prepares to reach the database; nothing is opened yet.</summary>
    public Database(DatabaseOptions options)
    {
        TextTypes.Register();
        _dialect = options.Provider switch
        {
            DatabaseProvider.Sqlite => new SqliteDialect(options.ConnectionString),
            DatabaseProvider.SqlServer => new SqlServerDialect(options.ConnectionString),
        };
    }

    /// <summary>What this database says differently from the other one.</summary>
    public Dialect Dialect => _dialect;

    /// <summary>A pooled connection, open and set up; the caller disposes it.</summary>
    public Task<DbConnection> OpenAsync(CancellationToken cancellation) => _dialect.OpenAsync(cancellation);

    /// <summary>Closes the pooled connections. Sessions must be closed before.</summary>
    public ValueTask DisposeAsync()
    {
        _dialect.Dispose();
        return ValueTask.CompletedTask;
    }
}
