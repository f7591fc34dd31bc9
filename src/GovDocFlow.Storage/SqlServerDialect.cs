using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;

namespace GovDocFlow.Storage;

/// <summary>SQL Server, and servers that speak its language.</summary>
internal sealed class SqlServerDialect : Dialect
{
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int SnapshotConflict = 3960;
    private const int UniqueConstraintTaken = 2627;
    private const int UniqueIndexTaken = 2601;
    private const int ObjectIsThere = 2714;

    private readonly string _connectionString;

    public SqlServerDialect(string connectionString)
    {
        // The driver needs this assembly at the first parameter; one that is missing should stop the start instead.
        RuntimeHelpers.RunClassConstructor(typeof(SqlUserDefinedTypeAttribute).TypeHandle);
        _connectionString = connectionString;
    }

    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public override string TableExists => "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = @name";

    public override string Page(string select, string limitParameter) =>
        $"{select}\nOFFSET 0 ROWS FETCH NEXT {limitParameter} ROWS ONLY";

    // Style 127 reads the Z of a stored instant, style 23 writes a day.
    public override string ChinaDay(string instant) =>
        $"CONVERT(nvarchar(10), DATEADD(hour, 8, CONVERT(datetime2, {instant}, 127)), 23)";

    public override bool IsUniqueViolation(Exception exception) =>
        exception is SqlException { Number: UniqueConstraintTaken or UniqueIndexTaken };

    internal override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqlConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal override Task EnterWriterAsync(CancellationToken cancellation) => Task.CompletedTask;

    internal override void LeaveWriter()
    {
    }

    internal override async Task<DbTransaction> BeginWriteAsync(
        DbConnection connection, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        try
        {
            // A pooled connection forgets its settings between two users.
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "SET XACT_ABORT ON";
            await command.ExecuteNonQueryAsync(cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    internal override string Render(string script) => script
        .Replace("{{sequence}}", "bigint IDENTITY(1,1) NOT NULL PRIMARY KEY CLUSTERED", StringComparison.Ordinal)
        .Replace("{{text}}", "nvarchar(max)", StringComparison.Ordinal)
        .Replace("{{blob}}", "varbinary(max)", StringComparison.Ordinal);

    internal override bool IsTableThere(Exception exception) => exception is SqlException { Number: ObjectIsThere };

    private protected override bool IsLockConflict(Exception exception) =>
        exception is SqlException { Number: Deadlock or LockTimeout or SnapshotConflict };

    protected override void Dispose(bool disposing)
    {
        using var connection = new SqlConnection(_connectionString);
        SqlConnection.ClearPool(connection);
    }
}
