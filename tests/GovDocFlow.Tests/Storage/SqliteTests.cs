using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

public sealed class SqliteTests
{
    private const string CountDepartments = "SELECT COUNT(*) FROM Department";

    private TestDatabase _db = null!;

    [SetUp]
    public async Task AMigratedDatabase() => _db = await TestDatabase.CreateAsync();

    [TearDown]
    public async Task Remove() => await _db.DisposeAsync();

    [Test]
    public async Task Readers_do_not_wait_for_a_writer()
    {
        await using var writer = _db.OpenSession();
        await AddDepartmentAsync(writer, "keji");

        var seen = await _db.ReadAsync<int>(CountDepartments);

        Assert.That(seen, Is.Zero);
    }

    [TestCase("PRAGMA journal_mode", "wal")]
    [TestCase("PRAGMA synchronous", "2")]
    [TestCase("PRAGMA foreign_keys", "1")]
    [TestCase("PRAGMA busy_timeout", "5000")]
    public async Task Every_connection_is_set_up(string question, string expected)
    {
        await using var one = _db.OpenSession();
        await using var two = _db.OpenSession();
        await one.ScalarAsync<int>(CountDepartments, null, CancellationToken.None);

        var answer = await two.ScalarAsync<string>(question, null, CancellationToken.None);

        Assert.That(answer, Is.EqualTo(expected));
    }

    [Test]
    public async Task Another_process_that_writes_is_waited_for()
    {
        await using var otherProcess = new Database(_db.Options);
        var other = new Session(otherProcess);
        await AddDepartmentAsync(other, "keji");

        var mine = Task.Run(() => _db.ActAsync(session => AddDepartmentAsync(session, "caizheng")));
        await other.CommitAsync(CancellationToken.None);
        await other.DisposeAsync();
        await mine;

        Assert.That(await _db.ReadAsync<int>(CountDepartments), Is.EqualTo(2));
    }

    [Test]
    public async Task A_caller_that_gives_up_waiting_leaves_the_turn_to_the_next()
    {
        await using var writer = _db.OpenSession();
        await AddDepartmentAsync(writer, "keji");
        using var patience = new CancellationTokenSource();
        await using var impatient = _db.OpenSession();

        var waiting = impatient.BeginWriteAsync(patience.Token);
        await patience.CancelAsync();
        await writer.CommitAsync(CancellationToken.None);

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        await _db.ActAsync(session => AddDepartmentAsync(session, "caizheng"));
        Assert.That(await _db.ReadAsync<int>(CountDepartments), Is.EqualTo(2));
    }

    private static Task AddDepartmentAsync(Session session, string key) =>
        new OfficerStore(session).AddDepartmentAsync(new() { Key = key }, CancellationToken.None);
}
