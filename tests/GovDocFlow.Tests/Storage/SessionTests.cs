using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

[OnEachDatabase]
public sealed class SessionTests(DatabaseProvider provider)
{
    private const string CountDepartments = "SELECT COUNT(*) FROM Department";

    private TestDatabase _db = null!;

    [SetUp]
    public async Task AMigratedDatabase() => _db = await TestDatabase.CreateAsync(provider);

    [TearDown]
    public async Task Remove() => await _db.DisposeAsync();

    [Test]
    public async Task What_is_not_committed_is_gone()
    {
        await using (var session = _db.OpenSession())
        {
            await new OfficerStore(session).AddDepartmentAsync(Keji, CancellationToken.None);
        }

        Assert.That(await _db.ReadAsync<int>(CountDepartments), Is.Zero);
    }

    [Test]
    public async Task What_is_rolled_back_is_gone_and_the_session_goes_on()
    {
        await using var session = _db.OpenSession();
        var officers = new OfficerStore(session);
        await officers.AddDepartmentAsync(Keji, CancellationToken.None);
        await session.RollbackAsync();

        await officers.AddDepartmentAsync(Keji with { Key = "caizheng" }, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);

        Assert.That(await officers.DepartmentsAsync(CancellationToken.None), Is.EqualTo([Keji with { Key = "caizheng" }]));
    }

    [Test]
    public async Task Reading_begins_no_transaction_and_writing_begins_one()
    {
        await using var session = _db.OpenSession();

        await session.ScalarAsync<int>(CountDepartments, null, CancellationToken.None);
        var afterReading = session.HasWritten;
        await new OfficerStore(session).AddDepartmentAsync(Keji, CancellationToken.None);
        var afterWriting = session.HasWritten;
        await session.CommitAsync(CancellationToken.None);

        Assert.That((afterReading, afterWriting, session.HasWritten), Is.EqualTo((false, true, false)));
    }

    [Test]
    public async Task A_taken_key_is_told_from_other_faults()
    {
        await _db.ActAsync(session => new OfficerStore(session).AddDepartmentAsync(Keji, CancellationToken.None));
        var dialect = _db.Database.Dialect;

        var taken = await FaultOfAsync(session => new OfficerStore(session).AddDepartmentAsync(Keji, CancellationToken.None));
        var orphan = await FaultOfAsync(session => new OfficerStore(session).AddAsync(
            new() { UserName = "x", Department = "nowhere" }, CancellationToken.None));

        Assert.That(
            (dialect.IsUniqueViolation(taken), dialect.IsTransient(taken), dialect.IsUniqueViolation(orphan)),
            Is.EqualTo((true, false, false)));
    }

    [Test]
    public async Task Keys_instants_days_and_answers_are_stored_as_they_read_on_both_databases()
    {
        var id = Guid.Parse("0199A0B0-0000-7000-8000-0000000000FF");
        var at = new DateTimeOffset(2026, 2, 14, 0, 20, 0, 7, TimeSpan.FromHours(8));
        var day = new DateOnly(2026, 2, 13);

        var stored = await _db.AskAsync(session => session.FindAsync<(string, string, string, int)>(
            """
            SELECT CAST(@id AS nvarchar(36)), CAST(@at AS nvarchar(24)), CAST(@day AS nvarchar(10)), CAST(@yes AS int)
            """,
            new { id, at, day, yes = true },
            CancellationToken.None));
        var read = await _db.AskAsync(session => session.FindAsync<Values>(
            "SELECT CAST(@id AS nvarchar(36)) AS Id, CAST(@at AS nvarchar(24)) AS At, CAST(@day AS nvarchar(10)) AS Day, 1 AS Yes",
            new { id, at, day },
            CancellationToken.None));

        Assert.That(stored, Is.EqualTo(
            ("0199a0b0-0000-7000-8000-0000000000ff", "2026-02-13T16:20:00.007Z", "2026-02-13", 1)));
        Assert.That(read, Is.EqualTo(new Values { Id = id, At = at, Day = day, Yes = true }));
    }

    [Test]
    public async Task A_list_of_keys_as_text_finds_its_rows()
    {
        var id = Guid.Parse("0199A0B0-0000-7000-8000-0000000000FF");
        await _db.ActAsync(async session =>
        {
            var officers = new OfficerStore(session);
            await officers.AddDepartmentAsync(Keji, CancellationToken.None);
            await officers.AddAsync(new() { Id = id, UserName = "drafter.keji", Department = Keji.Key }, CancellationToken.None);
        });

        var found = await _db.ReadAsync<int>(
            "SELECT COUNT(*) FROM Officer WHERE Id IN @ids", new { ids = new[] { TextTypes.Text(id), "none" } });

        Assert.That(found, Is.EqualTo(1));
    }

    [Test]
    public async Task A_page_holds_the_first_rows_only()
    {
        await _db.ActAsync(async session =>
        {
            var officers = new OfficerStore(session);
            await officers.AddDepartmentAsync(Keji with { Key = "c" }, CancellationToken.None);
            await officers.AddDepartmentAsync(Keji with { Key = "a" }, CancellationToken.None);
            await officers.AddDepartmentAsync(Keji with { Key = "b" }, CancellationToken.None);
        });
        var sql = _db.Database.Dialect.Page("SELECT DepartmentKey FROM Department ORDER BY DepartmentKey", "@limit");

        var page = await _db.AskAsync(session => session.QueryAsync<string>(sql, new { limit = 2 }, CancellationToken.None));

        Assert.That(page, Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task Of_many_writers_at_once_none_is_turned_away()
    {
        await _db.ActAsync(session => new OfficerStore(session).AddDepartmentAsync(Keji with { Aliases = "0" }, CancellationToken.None));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _db.ActAsync(AddOneAsync))));

        Assert.That(await _db.ReadAsync<string>("SELECT Aliases FROM Department"), Is.EqualTo("50"));
    }

    private static StoredDepartment Keji =>
        new() { Key = "keji", Name = "巴中市科学技术局", ShortName = "市科技局", Aliases = "科技局" };

    private static async Task AddOneAsync(Session session)
    {
        await session.ExecuteAsync("UPDATE Department SET IsOffice = IsOffice", null, CancellationToken.None);
        var before = await session.ScalarAsync<string>("SELECT Aliases FROM Department", null, CancellationToken.None);
        await session.ExecuteAsync(
            "UPDATE Department SET Aliases = @after",
            new { after = $"{int.Parse(before, System.Globalization.CultureInfo.InvariantCulture) + 1}" },
            CancellationToken.None);
    }

    private async Task<Exception> FaultOfAsync(Func<Session, Task> act)
    {
        try
        {
            await _db.ActAsync(act);
        }
        catch (Exception fault)
        {
            return fault;
        }

        throw new AssertionException("The act was accepted.");
    }

    private sealed record Values
    {
        public Guid Id { get; init; }

        public DateTimeOffset At { get; init; }

        public DateOnly Day { get; init; }

        public bool Yes { get; init; }
    }
}
