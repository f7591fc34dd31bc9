using GovDocFlow.Documents;
using GovDocFlow.UseCases.People;

namespace GovDocFlow.Tests.Staff;

internal sealed class SignInTests
{
    private static readonly string[] Attempts = ["drafter.keji 0 127.0.0.1", "drafter.keji 1 127.0.0.1"];

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task A_token_lets_its_officer_in_for_twelve_hours()
    {
        var answer = await SignIn("drafter.keji", TestOffice.Password);
        _office.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        var before = await _office.Send(new IdentifyOfficer.Query(answer.Token));
        _office.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await _office.Send(new IdentifyOfficer.Query(answer.Token));

        Assert.That(answer.ExpiresAt, Is.EqualTo(TestOffice.MondayMorning.AddHours(12)));
        Assert.That(before!.UserName, Is.EqualTo("drafter.keji"));
        Assert.That(before.Roles, Is.EqualTo(new[] { Role.Drafter }));
        Assert.That(after, Is.Null);
    }

    [Test]
    public async Task The_answer_shows_who_signed_in_and_where_they_work()
    {
        var user = (await SignIn("Head.Keji", TestOffice.Password)).User;

        Assert.That(user.UserName, Is.EqualTo("head.keji"));
        Assert.That(user.DepartmentName, Is.EqualTo("巴中市科学技术局"));
        Assert.That(user.Roles, Is.EqualTo(new[] { Role.Head }));
    }

    [Test]
    public async Task Only_the_hash_of_a_token_is_kept()
    {
        var answer = await SignIn("reviewer", TestOffice.Password);

        Assert.That(answer.Token, Has.Length.EqualTo(43));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM SessionToken"), Is.EqualTo(1));
        Assert.That(
            await _office.Read<int>("SELECT COUNT(*) FROM SessionToken WHERE TokenHash = @Token", answer), Is.Zero);
    }

    [TestCase("drafter.keji", "something else")]
    [TestCase("nobody.at.all", TestOffice.Password)]
    [TestCase("", "")]
    public void A_wrong_name_and_a_wrong_password_are_refused_alike(string userName, string password)
    {
        var refused = Refused(() => SignIn(userName, password));

        Assert.That(refused.Kind, Is.EqualTo(RefusalKind.NotSignedIn));
        Assert.That(refused.Code, Is.EqualTo("SIGN_IN_FAILED"));
        Assert.That(refused.Why.Zh, Is.EqualTo("用户名或密码不正确。"));
    }

    [Test]
    public async Task Each_attempt_is_logged_with_where_it_came_from()
    {
        Refused(() => SignIn("drafter.keji", "something else"));
        await SignIn("drafter.keji", TestOffice.Password);

        Assert.That(
            await _office.Rows<string>("SELECT UserName || ' ' || Succeeded || ' ' || Address FROM SignInLog ORDER BY Seq"),
            Is.EqualTo(Attempts));
    }

    [Test]
    public async Task Ten_failures_shut_a_name_out_until_a_quarter_of_an_hour_has_passed()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.That(Refused(() => SignIn("drafter.keji", "something else")).Code, Is.EqualTo("SIGN_IN_FAILED"));
        }

        var shutOut = Refused(() => SignIn("drafter.keji", TestOffice.Password));
        var other = await SignIn("head.keji", TestOffice.Password);
        _office.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromMilliseconds(1));
        var later = await SignIn("drafter.keji", TestOffice.Password);

        Assert.That(shutOut.Code, Is.EqualTo("TOO_MANY_ATTEMPTS"));
        Assert.That(shutOut.Kind, Is.EqualTo(RefusalKind.TooOften));
        Assert.That(other.Token, Is.Not.Empty);
        Assert.That(later.Token, Is.Not.Empty);
    }

    [Test]
    public async Task With_the_hosts_clock_set_back_later_failures_shut_nobody_out()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Refused(() => SignIn("drafter.keji", "something else"));
        }

        _office.Clock.Advance(-TimeSpan.FromDays(30));

        Assert.That((await SignIn("drafter.keji", TestOffice.Password)).Token, Is.Not.Empty);
    }

    [Test]
    public async Task A_token_that_was_given_back_ends_at_once_and_the_others_go_on()
    {
        var first = await SignIn("clerk", TestOffice.Password);
        var second = await SignIn("clerk", TestOffice.Password);

        await _office.Send(new SignOut.Command(first.Token));

        Assert.That(await _office.Send(new IdentifyOfficer.Query(first.Token)), Is.Null);
        Assert.That(await _office.Send(new IdentifyOfficer.Query(second.Token)), Is.Not.Null);
    }

    [Test]
    public async Task A_kept_password_says_its_scheme_and_rounds_and_is_salted()
    {
        var hashes = await _office.Rows<string>("SELECT PasswordHash FROM Officer");

        Assert.That(hashes, Is.All.StartsWith("pbkdf2-sha256$1$"));
        Assert.That(hashes, Is.Unique);
    }

    private Task<SignIn.Answer> SignIn(string userName, string password) =>
        _office.Send(new SignIn.Command(userName, password, "127.0.0.1"));

    private static Refusal Refused(Func<Task> act) => Assert.ThrowsAsync<RefusedException>(() => act())!.Refusal;
}
