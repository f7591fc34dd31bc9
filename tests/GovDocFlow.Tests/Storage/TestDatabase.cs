using System.Data.Common;
using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

/// <summary>
/// A migrated database of its own for one test: a SQLite file, or a fresh database on the SQL Server that
/// GOVDOCFLOW_TEST_SQLSERVER names.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string ServerVariable = "GOVDOCFLOW_TEST_SQLSERVER";

    private static readonly string Folder = Directory.CreateTempSubdirectory("govdocflow-tests-").FullName;
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly Func<Task> _remove;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    private TestDatabase(DatabaseOptions options, Func<Task> remove)
    {
        Options = options;
        Database = new Database(options);
        _remove = remove;
    }

    /// <summary>The connection string of the server to test on; null where there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } set ? set : null;

    public DatabaseOptions Options { get; }

    public Database Database { get; }

    public static Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        provider == DatabaseProvider.Sqlite ? CreateFileAsync() : CreateOnServerAsync(migrated: true);

    /// <summary>A database without any table.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        provider == DatabaseProvider.Sqlite
            ? Task.FromResult(AtFile(NewFile()))
            : CreateOnServerAsync(migrated: false);

    /// <summary>A session as a request has it; the caller disposes it.</summary>
    public Session OpenSession() => new(Database);

    /// <summary>Does one act in a session and a transaction of its own.</summary>
    public async Task ActAsync(Func<Session, Task> act)
    {
        await using var session = OpenSession();
        await act(session);
        await session.CommitAsync(CancellationToken.None);
    }

    /// <summary>Asks one question in a session of its own.</summary>
    public async Task<T> AskAsync<T>(Func<Session, Task<T>> question)
    {
        await using var session = OpenSession();
        return await question(session);
    }

    public Task WriteAsync(string sql, object? p = null) =>
        ActAsync(session => session.ExecuteAsync(sql, p, CancellationToken.None));

    public Task<T> ReadAsync<T>(string sql, object? p = null) =>
        AskAsync(session => session.ScalarAsync<T>(sql, p, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _remove();
    }

    private static async Task<TestDatabase> CreateFileAsync()
    {
        var template = await Template.Value;
        var file = NewFile();
        File.Copy(template, file);
        return AtFile(file);
    }

    private static TestDatabase AtFile(string file) =>
        new(new(DatabaseProvider.Sqlite, $"Data Source={file}"), () => RemoveAsync(file));

    private static async Task<string> MakeTemplateAsync()
    {
        var file = NewFile();
        await using var database = new Database(new(DatabaseProvider.Sqlite, $"Data Source={file}"));
        await new Migrator(database, TimeProvider.System).RunAsync(CancellationToken.None);

        // Into the one file that is copied.
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return file;
    }

    private static async Task<TestDatabase> CreateOnServerAsync(bool migrated)
    {
        var name = $"govdocflow_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        var made = new TestDatabase(
            new(DatabaseProvider.SqlServer, $"{Server};Initial Catalog={name}"),
            () => OnServerAsync($"DROP DATABASE {name}"));
        if (migrated)
        {
            await new Migrator(made.Database, TimeProvider.System).RunAsync(CancellationToken.None);
        }

        return made;
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var server = new Database(new(DatabaseProvider.SqlServer, Server!));
        await using var connection = await server.OpenAsync(CancellationToken.None);
        await RunAsync(connection, sql);
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string NewFile() => Path.Combine(Folder, $"{Guid.NewGuid():N}.db");

    private static Task RemoveAsync(string file)
    {
        foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" })
        {
            File.Delete(part);
        }

        return Task.CompletedTask;
    }
}
