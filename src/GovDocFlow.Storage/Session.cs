using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace GovDocFlow.Storage;

/// <summary>One request's use of the database: at most one connection, and at most one transaction at a time.</summary>
/// <remarks>
/// Opened by the first statement. Reads run outside a transaction until the first write begins one; what was written
/// and not committed is rolled back when the session is disposed. Not for two threads at once.
/// </remarks>
public sealed class Session(Database database) : IAsyncDisposable
{
    private DbConnection? _connection;
    private DbTransaction? _transaction;

    /// <summary>What this database says differently from the other one.</summary>
    public Dialect Dialect => database.Dialect;

    /// <summary>Whether a transaction is open: something was written, or is about to be, and is not committed.</summary>
    public bool HasWritten => _transaction is not null;

    /// <summary>All rows, in the query's order.</summary>
    /// <param name="p">The parameters as an object's properties; null for none.</param>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? p, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        var rows = await connection.QueryAsync<T>(Statement(sql, p, cancellation));
        return rows.AsList();
    }

    /// <summary>The first row; null, or the type's default, where there is none.</summary>
    /// <param name="p">The parameters as an object's properties; null for none.</param>
    public async Task<T?> FindAsync<T>(string sql, object? p, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        return await connection.QueryFirstOrDefaultAsync<T>(Statement(sql, p, cancellation));
    }

    /// <summary>The first column of the first row; the type's default where there is no row or it is null.</summary>
    /// <param name="p">The parameters as an object's properties; null for none.</param>
    public async Task<T> ScalarAsync<T>(string sql, object? p, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        return (await connection.ExecuteScalarAsync<T>(Statement(sql, p, cancellation)))!;
    }

    /// <summary>The rows one by one as they arrive, never all in memory.</summary>
    /// <param name="p">The parameters as an object's properties; null for none.</param>
    /// <remarks>Nothing else may run in this session until the enumeration has ended.</remarks>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, object? p, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        var rows = connection.QueryUnbufferedAsync<T>(sql, p, _transaction);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            yield return row;
        }
    }

    /// <summary>Writes, beginning the transaction where none is open. Returns the number of rows that were met.</summary>
    /// <param name="p">The parameters as an object's properties; null for none.</param>
    public async Task<int> ExecuteAsync(string sql, object? p, CancellationToken cancellation)
    {
        await BeginWriteAsync(cancellation);
        return await _connection!.ExecuteAsync(Statement(sql, p, cancellation));
    }

    /// <summary>Begins the transaction; nothing where it is open. On SQLite it waits for its turn to write.</summary>
    /// <remarks>Call it before a read that a write will rest on.</remarks>
    /// <exception cref="TimeoutException">On SQLite: the turn did not come within 30 seconds.</exception>
    public async Task BeginWriteAsync(CancellationToken cancellation)
    {
        if (_transaction is not null)
        {
            return;
        }

        await Dialect.EnterWriterAsync(cancellation);
        try
        {
            var connection = await ConnectAsync(cancellation);
            _transaction = await Dialect.BeginWriteAsync(connection, cancellation);
        }
        catch
        {
            Dialect.LeaveWriter();
            throw;
        }
    }

    /// <summary>Keeps what was written; nothing where nothing was.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        if (_transaction is null)
        {
            return;
        }

        await _transaction.CommitAsync(cancellation);
        await EndAsync();
    }

    /// <summary>Undoes what was written since the last commit; nothing where nothing was.</summary>
    public async Task RollbackAsync()
    {
        if (_transaction is not null)
        {
            await EndAsync();
        }
    }

    /// <summary>Rolls back what was not committed and gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task EndAsync()
    {
        var transaction = _transaction!;
        _transaction = null;
        try
        {
            // Disposing rolls back what is not committed, also where the server has done so already.
            await transaction.DisposeAsync();
        }
        finally
        {
            Dialect.LeaveWriter();
        }
    }

    private ValueTask<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        return _connection is { } open ? new(open) : new(OpenAsync(cancellation));
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellation) =>
        _connection = await database.OpenAsync(cancellation);

    private CommandDefinition Statement(string sql, object? p, CancellationToken cancellation) =>
        new(sql, p, _transaction, cancellationToken: cancellation);
}
