using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace GovDocFlow.Storage;

/// <summary>SQLite: one file, readers beside one writer.</summary>
internal sealed class SqliteDialect(string connectionString) : Dialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int UniqueKeyTaken = 2067;
    private const int PrimaryKeyTaken = 1555;

    private static readonly TimeSpan WriterTurn = TimeSpan.FromSeconds(30);

    // Waiting in line costs nothing; a busy database would be retried by sleeping, and unfairly.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private int _isFilePrepared;

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override string TableExists => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    public override string Page(string select, string limitParameter) => $"{select}\nLIMIT {limitParameter}";

    public override string ChinaDay(string instant) => $"date({instant}, '+8 hours')";

    // Without letters of two cases there is no pattern to follow, and a plain search takes two thirds of the time.
    public override WordSearch Search(string word) => word.Any(char.IsAsciiLetter)
        ? base.Search(word)
        : new(word, (column, parameter) => $"instr({column}, {parameter}) > 0");

    public override bool IsUniqueViolation(Exception exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: UniqueKeyTaken or PrimaryKeyTaken };

    internal override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _isFilePrepared) == 0)
        {
            MakeFolder();
        }

        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText =
                "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA mmap_size = 2147418112;";
            await command.ExecuteNonQueryAsync(cancellation);
            if (Volatile.Read(ref _isFilePrepared) == 0)
            {
                // Kept in the file itself: once is enough.
                command.CommandText = "PRAGMA journal_mode = WAL;";
                await command.ExecuteNonQueryAsync(cancellation);
                Volatile.Write(ref _isFilePrepared, 1);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal override async Task EnterWriterAsync(CancellationToken cancellation)
    {
        if (!await _writer.WaitAsync(WriterTurn, cancellation))
        {
            throw new TimeoutException($"The turn to write did not come within {WriterTurn.TotalSeconds} seconds.");
        }
    }

    internal override void LeaveWriter() => _writer.Release();

    internal override async Task<DbTransaction> BeginWriteAsync(
        DbConnection connection, CancellationToken cancellation) =>
        await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);

    internal override string Render(string script) => script
        .Replace("{{sequence}}", "INTEGER PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal)
        .Replace("{{text}}", "TEXT", StringComparison.Ordinal)
        .Replace("{{blob}}", "BLOB", StringComparison.Ordinal);

    internal override bool IsTableThere(Exception exception) => false;

    private protected override bool IsLockConflict(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked } or TimeoutException;

    private void MakeFolder()
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (!file.StartsWith(':') && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    protected override void Dispose(bool disposing)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }
}
