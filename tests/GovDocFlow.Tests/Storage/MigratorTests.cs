using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

[OnEachDatabase]
public sealed class MigratorTests(DatabaseProvider provider)
{
    private TestDatabase _db = null!;

    [SetUp]
    public async Task AnEmptyDatabase() => _db = await TestDatabase.CreateEmptyAsync(provider);

    [TearDown]
    public async Task Remove() => await _db.DisposeAsync();

    [Test]
    public async Task An_empty_database_gets_every_script_once()
    {
        var pending = await Migrator().PendingAsync(CancellationToken.None);

        var first = await Migrator().RunAsync(CancellationToken.None);
        var second = await Migrator().RunAsync(CancellationToken.None);

        Assert.That(pending, Does.Contain("0001_foundation"));
        Assert.That((first, second), Is.EqualTo((pending.Count, 0)));
        Assert.That(await Migrator().PendingAsync(CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task Hosts_that_start_at_once_run_every_script_once_between_them()
    {
        var scripts = (await Migrator().PendingAsync(CancellationToken.None)).Count;
        var hosts = Enumerable.Range(0, 4).Select(_ => new Database(_db.Options)).ToList();

        var runs = await Task.WhenAll(hosts.Select(StartAsync));

        Assert.That(runs.Sum(), Is.EqualTo(scripts));
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
    }

    [Test]
    public async Task Hosts_that_wait_for_one_another_find_the_scripts_done()
    {
        await AJournalWithoutScriptsAsync();
        var scripts = (await Migrator().PendingAsync(CancellationToken.None)).Count;
        var hosts = Enumerable.Range(0, 4).Select(_ => new Database(_db.Options)).ToList();
        await using var holder = _db.OpenSession();
        await holder.ExecuteAsync("UPDATE Migration SET Name = Name WHERE Number = 0", null, CancellationToken.None);

        var running = hosts.Select(StartAsync).ToList();
        await Task.Delay(500);
        await holder.RollbackAsync();
        var runs = await Task.WhenAll(running);

        Assert.That(runs.Sum(), Is.EqualTo(scripts));
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
    }

    [Test]
    public async Task A_released_script_that_was_changed_is_refused()
    {
        await Migrator().RunAsync(CancellationToken.None);
        await _db.WriteAsync("UPDATE Migration SET Hash = 'another' WHERE Number = 1");

        Assert.That(
            () => Migrator().RunAsync(CancellationToken.None),
            Throws.InvalidOperationException.With.Message.StartsWith("Migration 0001_foundation was run here"));
        Assert.That(() => Migrator().PendingAsync(CancellationToken.None), Throws.InvalidOperationException);
    }

    [Test]
    public async Task A_script_that_fails_leaves_nothing_behind()
    {
        await _db.WriteAsync("CREATE TABLE PinnedContent (Seq int)");

        Assert.That(() => Migrator().RunAsync(CancellationToken.None), Throws.Exception);
        var made = await _db.ReadAsync<int>(_db.Database.Dialect.TableExists, new { name = "FileContent" });

        Assert.That(made, Is.Zero);
    }

    private static Task<int> StartAsync(Database host) =>
        Task.Run(() => new Migrator(host, TimeProvider.System).RunAsync(CancellationToken.None));

    private async Task AJournalWithoutScriptsAsync()
    {
        await _db.WriteAsync("CREATE TABLE PinnedContent (Seq int)");
        Assert.That(() => Migrator().RunAsync(CancellationToken.None), Throws.Exception);
        await _db.WriteAsync("DROP TABLE PinnedContent");
    }

    private Migrator Migrator() => new(_db.Database, TimeProvider.System);
}
