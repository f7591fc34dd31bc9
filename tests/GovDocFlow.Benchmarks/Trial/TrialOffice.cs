using Dapper;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GovDocFlow.Benchmarks.Trial;

/// <summary>An office with its people on a SQLite file of its own, which is removed in the end.</summary>
internal sealed class TrialOffice : IAsyncDisposable
{
    private static readonly string[] Departments = ["keji", "gongan", "zhujian", "caizheng", "fagai"];

    private static readonly Role[] OfficePosts =
    [
        Role.OfficeReviewer, Role.DisclosureOfficer, Role.LegalReviewer, Role.Signer, Role.Clerk, Role.Publisher,
        Role.OfficeHead, Role.Leader, Role.Supervisor,
    ];

    private readonly string _folder;
    private readonly ServiceProvider _services;
    private readonly Dictionary<string, Officer> _people = [];

    private TrialOffice(string folder, ServiceProvider services)
    {
        _folder = folder;
        _services = services;
    }

    public MovedClock Clock => _services.GetRequiredService<MovedClock>();

    public Database Database => _services.GetRequiredService<Database>();

    /// <summary>Somebody by user name: <c>drafter.keji</c>, <c>head.keji</c>, or the role for the office's own people.</summary>
    public Officer this[string userName] => _people[userName];

    public static async Task<TrialOffice> OpenAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("govdocflow-benchmarks-").FullName;
        var services = new ServiceCollection();
        services.AddSingleton<MovedClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovedClock>());
        services.AddOffice(new Settings(
            "Sqlite",
            $"Data Source={Path.Combine(folder, "office.db")}",
            Path.Combine(AppContext.BaseDirectory, "workflows")));
        var office = new TrialOffice(folder, services.BuildServiceProvider());
        try
        {
            await office._services.GetRequiredService<Migrator>().RunAsync(cancellation);
            await office.AppointAsync(cancellation);
            return office;
        }
        catch
        {
            await office.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends through the office's door.</summary>
    /// <param name="userName">Who asks; null for nobody.</param>
    public Task<T> SendAsync<T>(IRequest<T> request, string? userName, CancellationToken cancellation)
    {
        Clock.Tick();
        return _services.GetRequiredService<Office>().SendAsync(
            request, userName is null ? null : _people[userName], cancellation);
    }

    /// <summary>A connection set up as the product's own, for bare statements.</summary>
    public async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation) =>
        (SqliteConnection)await Database.OpenAsync(cancellation);

    /// <summary>A connection that fills tables fast; what it writes would not survive a loss of power.</summary>
    public async Task<SqliteConnection> ConnectToFillAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection($"{_services.GetRequiredService<Settings>().ConnectionString};Pooling=False");
        await connection.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY;");
        return connection;
    }

    /// <summary>The rows of every table, to see what an act wrote.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> RowsAsync(SqliteConnection connection)
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            rows[table] = await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM \"{table}\"");
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AppointAsync(CancellationToken cancellation)
    {
        await using var session = new Session(Database);
        var officers = new OfficerStore(session);
        foreach (var key in Departments)
        {
            await DepartmentAsync(officers, key, isOffice: false, cancellation);
            await AppointAsync(officers, $"drafter.{key}", key, Role.Drafter, cancellation);
            await AppointAsync(officers, $"head.{key}", key, Role.Head, cancellation);
        }

        await DepartmentAsync(officers, "office", isOffice: true, cancellation);
        foreach (var post in OfficePosts)
        {
            await AppointAsync(officers, OutsideName.Of(post), "office", post, cancellation);
        }

        await new SeriesStore(session).AddAsync(
            new NumberSeriesName { Name = SampleCases.Series, Organ = SampleCases.Organ, IsNormative = true }, cancellation);
        await session.CommitAsync(cancellation);
    }

    private static Task DepartmentAsync(OfficerStore officers, string key, bool isOffice, CancellationToken cancellation) =>
        officers.AddDepartmentAsync(
            new StoredDepartment { Key = key, Name = $"巴中市{key}", ShortName = $"市{key}", IsOffice = isOffice }, cancellation);

    private async Task AppointAsync(
        OfficerStore officers, string userName, string department, Role role, CancellationToken cancellation)
    {
        var stored = new StoredOfficer
        {
            Id = Guid.CreateVersion7(Clock.GetUtcNow()),
            UserName = userName,
            Name = userName,
            Title = OutsideName.Of(role),
            Department = department,
            Roles = OutsideName.Of(role),
            CreatedAt = Clock.GetUtcNow(),
        };
        await officers.AddAsync(stored, cancellation);
        _people[userName] = new Officer(stored.Id, userName, stored.Name, stored.Title, department, [role]);
    }
}
