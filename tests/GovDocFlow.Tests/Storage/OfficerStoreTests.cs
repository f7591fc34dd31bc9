using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

[OnEachDatabase]
public sealed class OfficerStoreTests(DatabaseProvider provider)
{
    private static readonly DateTimeOffset Now = new(2026, 2, 13, 16, 20, 0, TimeSpan.FromHours(8));

    private static readonly StoredDepartment Office =
        new() { Key = "office", Name = "巴中市人民政府办公室", ShortName = "市政府办", Aliases = "", IsOffice = true };

    private static readonly StoredOfficer Reviewer = new()
    {
        Id = Guid.Parse("0199a0b0-0000-7000-8000-000000000001"),
        UserName = "reviewer",
        Name = "李秀英",
        Title = "核稿",
        Department = "office",
        Roles = "officeReviewer,officeHead",
        PasswordHash = "hash",
        CreatedAt = Now,
    };

    private TestDatabase _db = null!;

    [SetUp]
    public async Task AnOfficeWithOneReviewer()
    {
        _db = await TestDatabase.CreateAsync(provider);
        await _db.ActAsync(async session =>
        {
            await new OfficerStore(session).AddDepartmentAsync(Office, CancellationToken.None);
            await new OfficerStore(session).AddAsync(Reviewer, CancellationToken.None);
        });
    }

    [TearDown]
    public async Task Remove() => await _db.DisposeAsync();

    [Test]
    public async Task People_and_departments_read_back_as_they_were_entered()
    {
        var departments = await _db.AskAsync(session => new OfficerStore(session).DepartmentsAsync(CancellationToken.None));
        var officers = await _db.AskAsync(session => new OfficerStore(session).ListAsync(CancellationToken.None));
        var found = await _db.AskAsync(session => new OfficerStore(session).FindAsync(Reviewer.Id, CancellationToken.None));

        Assert.That(departments, Is.EqualTo([Office]));
        Assert.That(officers, Is.EqualTo([Reviewer]));
        Assert.That(found, Is.EqualTo(Reviewer));
    }

    [TestCase("reviewer", true)]
    [TestCase(" Reviewer", true)]
    [TestCase("reviewer2", false)]
    public async Task A_user_name_is_found_in_any_case_of_letters(string typed, bool isFound)
    {
        var found = await _db.AskAsync(session => new OfficerStore(session).FindByUserNameAsync(typed, CancellationToken.None));

        Assert.That(found is not null, Is.EqualTo(isFound));
    }

    [Test]
    public void A_user_name_is_given_once()
    {
        var second = Reviewer with { Id = Guid.Parse("0199a0b0-0000-7000-8000-000000000002"), UserName = "REVIEWER" };

        Assert.That(
            () => _db.ActAsync(session => new OfficerStore(session).AddAsync(second, CancellationToken.None)),
            Throws.Exception.Matches<Exception>(_db.Database.Dialect.IsUniqueViolation));
    }

    [Test]
    public async Task A_token_counts_until_it_expires()
    {
        await SignInAsync();

        Assert.That(
            (await OfficerOfAsync("token", Now.AddHours(8).AddMilliseconds(-1)), await OfficerOfAsync("token", Now.AddHours(8))),
            Is.EqualTo((Reviewer, (StoredOfficer?)null)));
    }

    [Test]
    public async Task An_unknown_token_belongs_to_nobody()
    {
        await SignInAsync();

        Assert.That(await OfficerOfAsync("another", Now), Is.Null);
    }

    [Test]
    public async Task A_token_ends_once()
    {
        await SignInAsync();

        var ended = new List<bool>();
        await _db.ActAsync(async session =>
        {
            ended.Add(await new SessionTokenStore(session).EndAsync("token", Now, CancellationToken.None));
            ended.Add(await new SessionTokenStore(session).EndAsync("token", Now, CancellationToken.None));
        });

        Assert.That(ended, Is.EqualTo([true, false]));
        Assert.That(await OfficerOfAsync("token", Now), Is.Null);
    }

    [Test]
    public async Task A_disabled_officer_is_not_let_in_by_an_old_token()
    {
        await SignInAsync();

        await _db.ActAsync(session => new OfficerStore(session).SetDisabledAsync(Reviewer.Id, true, CancellationToken.None));

        Assert.That(await OfficerOfAsync("token", Now), Is.Null);
    }

    [Test]
    public async Task Only_failures_under_the_same_name_within_the_span_are_counted()
    {
        await _db.ActAsync(async session =>
        {
            var log = new SessionTokenStore(session);
            await log.LogSignInAsync("Reviewer", false, "127.0.0.1", Now, CancellationToken.None);
            await log.LogSignInAsync("reviewer", true, null, Now, CancellationToken.None);
            await log.LogSignInAsync("signer", false, null, Now, CancellationToken.None);
            await log.LogSignInAsync("reviewer", false, null, Now.AddMinutes(-1), CancellationToken.None);
            await log.LogSignInAsync("reviewer", false, null, Now.AddMinutes(2), CancellationToken.None);
        });

        var failed = await _db.AskAsync(session =>
            new SessionTokenStore(session).FailedSignInsAsync("reviewer", Now, Now.AddMinutes(1), CancellationToken.None));

        Assert.That(failed, Is.EqualTo(1));
    }

    [Test]
    public async Task A_pinned_text_stays_as_it_was_first_kept()
    {
        var route = new PinnedContent { Hash = "h", Kind = "route", Name = "joint.json", Content = "{}", At = Now };
        await _db.ActAsync(session => new PinnedContentStore(session).PinAsync(route, CancellationToken.None));

        await _db.ActAsync(session =>
            new PinnedContentStore(session).PinAsync(route with { At = Now.AddDays(1) }, CancellationToken.None));

        var kept = await _db.AskAsync(session => new PinnedContentStore(session).FindAsync("h", CancellationToken.None));
        Assert.That(kept, Is.EqualTo(route));
    }

    private Task SignInAsync() => _db.ActAsync(session => new SessionTokenStore(session).AddAsync(
        "token", Reviewer.Id, Now, Now.AddHours(8), CancellationToken.None));

    private Task<StoredOfficer?> OfficerOfAsync(string token, DateTimeOffset now) => _db.AskAsync(session =>
        new SessionTokenStore(session).FindOfficerAsync(token, now, CancellationToken.None));
}
