using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

[OnEachDatabase]
public sealed class IdempotencyStoreTests(DatabaseProvider provider)
{
    private const string Path = "/api/v1/documents";

    private static readonly Guid Officer = Guid.Parse("0199a0b0-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Now = new(2026, 2, 13, 16, 20, 0, TimeSpan.FromHours(8));
    private static readonly Claim Claimed = new(ClaimResult.Claimed, null);

    private TestDatabase _db = null!;

    [SetUp]
    public async Task AMigratedDatabase() => _db = await TestDatabase.CreateAsync(provider);

    [TearDown]
    public async Task Remove() => await _db.DisposeAsync();

    [Test]
    public async Task The_same_request_again_gets_the_first_answer()
    {
        var first = await ActAsync("key", "body", Now);

        var second = await ActAsync("key", "body", Now);

        Assert.That((first, second), Is.EqualTo((Claimed, new Claim(ClaimResult.Answered, "answer"))));
    }

    [Test]
    public async Task The_same_key_with_another_body_is_told()
    {
        await ActAsync("key", "body", Now);

        var second = await ActAsync("key", "another body", Now);

        Assert.That(second, Is.EqualTo(new Claim(ClaimResult.BodyDiffers, null)));
    }

    [TestCase("KEY", Path)]
    [TestCase("key", "/api/v1/numbers/reservations")]
    public async Task Another_key_or_path_is_another_act(string key, string path)
    {
        await ActAsync("key", "body", Now);

        var second = await ActAsync(key, "body", Now, path);

        Assert.That(second, Is.EqualTo(Claimed));
    }

    [Test]
    public async Task A_refused_act_is_not_remembered()
    {
        await using (var refused = _db.OpenSession())
        {
            await ClaimAsync(refused, "key", "body", Now);
        }

        var second = await ActAsync("key", "body", Now);

        Assert.That(second, Is.EqualTo(Claimed));
    }

    [TestCase(0, ClaimResult.Answered)]
    [TestCase(1, ClaimResult.Claimed)]
    public async Task An_answer_counts_for_seven_days(int millisecondsMore, ClaimResult expected)
    {
        await ActAsync("key", "body", Now);

        var later = await ActAsync("key", "body", Now.AddDays(7).AddMilliseconds(millisecondsMore));

        Assert.That(later.Result, Is.EqualTo(expected));
    }

    [TestCase(true, ClaimResult.Answered)]
    [TestCase(false, ClaimResult.Claimed)]
    public async Task The_second_waits_until_the_first_has_ended(bool firstIsKept, ClaimResult expected)
    {
        await using var first = _db.OpenSession();
        await ClaimAsync(first, "key", "body", Now);

        var second = Task.Run(() => ActAsync("key", "body", Now));
        var wasWaiting = await Task.WhenAny(second, Task.Delay(200)) != second;
        if (firstIsKept)
        {
            await RememberAsync(first, "key", Path);
            await first.CommitAsync(CancellationToken.None);
        }
        else
        {
            await first.RollbackAsync();
        }

        Assert.That((wasWaiting, (await second).Result), Is.EqualTo((true, expected)));
    }

    [Test]
    public async Task Only_old_answers_are_forgotten()
    {
        await ActAsync("old", "body", Now);
        await ActAsync("new", "body", Now.AddDays(3));

        await _db.ActAsync(session => new IdempotencyStore(session).ForgetOldAsync(Now.AddDays(8), CancellationToken.None));

        Assert.That(await _db.ReadAsync<int>("SELECT COUNT(*) FROM IdempotentAnswer"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_is_claimed_before_anything_is_written()
    {
        await using var session = _db.OpenSession();
        await session.BeginWriteAsync(CancellationToken.None);

        Assert.That(() => ClaimAsync(session, "key", "body", Now), Throws.InvalidOperationException);
    }

    private static Task<Claim> ClaimAsync(
        Session session, string key, string body, DateTimeOffset now, string path = Path) =>
        new IdempotencyStore(session).ClaimAsync(Officer, path, key, body, now, CancellationToken.None);

    private static Task RememberAsync(Session session, string key, string path) =>
        new IdempotencyStore(session).RememberAsync(Officer, path, key, "answer", CancellationToken.None);

    private async Task<Claim> ActAsync(string key, string body, DateTimeOffset now, string path = Path)
    {
        await using var session = _db.OpenSession();
        var claim = await ClaimAsync(session, key, body, now, path);
        if (claim.Result == ClaimResult.Claimed)
        {
            await RememberAsync(session, key, path);
            await session.CommitAsync(CancellationToken.None);
        }

        return claim;
    }
}
