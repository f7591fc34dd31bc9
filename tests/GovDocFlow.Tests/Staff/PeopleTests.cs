using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.People;

namespace GovDocFlow.Tests.Staff;

internal sealed class PeopleTests
{
    private static readonly string[] WrongFields = ["UserName", "Name", "Roles", "Password"];
    private static readonly string[] OnTheTrail = ["seedOffice 命令行", "addUser 简维安", "disableUser 命令行"];

    private static readonly AddUser.Command Newcomer =
        new("drafter2.keji", "路知远", "科员", "keji", [Role.Drafter], "a-long-password");

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task Somebody_new_can_sign_in_and_is_listed_with_their_roles()
    {
        await _office.Send(Newcomer, by: "admin");

        var token = (await _office.Send(new SignIn.Command(Newcomer.UserName, Newcomer.Password, null))).Token;
        var known = await _office.Send(new IdentifyOfficer.Query(token));
        var listed = (await _office.Send(new ListUsers.Query(), by: "admin")).Items;
        Assert.That(known!.Name, Is.EqualTo("路知远"));
        Assert.That(listed, Has.Count.EqualTo(21));
        Assert.That(listed[^1].Roles, Is.EqualTo(new[] { Role.Drafter }));
    }

    [Test]
    public void All_that_is_wrong_with_a_newcomer_is_told_at_once()
    {
        var wrong = Assert.ThrowsAsync<ValidationException>(() => _office.Send(
            new AddUser.Command("with blank", "", "科员", "keji", [], "too short"), by: "admin"))!;

        Assert.That(
            wrong.Errors.Select(error => error.PropertyName), Is.EquivalentTo(WrongFields));
    }

    [Test]
    public void An_unknown_department_is_refused_with_the_list_of_those_there_are()
    {
        var refusal = Refused(() => _office.Send(Newcomer with { Department = "kejiju" }, by: "admin"));

        Assert.That(refusal.Code, Is.EqualTo("UNKNOWN_DEPARTMENT"));
        Assert.That(refusal.Why.Zh, Does.Contain("keji（巴中市科学技术局）").And.Contain("office（巴中市人民政府办公室）"));
        Assert.That(refusal.Defects.Single().Field, Is.EqualTo("department"));
    }

    [Test]
    public void A_user_name_is_given_once_in_whatever_case_of_letters()
    {
        var refusal = Refused(() => _office.Send(Newcomer with { UserName = "DRAFTER.keji" }, by: "admin"));

        Assert.That(refusal.Code, Is.EqualTo("USER_NAME_TAKEN"));
        Assert.That(refusal.Kind, Is.EqualTo(RefusalKind.NotNow));
    }

    [Test]
    public async Task Who_is_disabled_is_out_at_once_and_cannot_come_back()
    {
        var token = (await _office.Send(new SignIn.Command("publisher", TestOffice.Password, null))).Token;

        var disabled = await _office.Send(new DisableUser.Command("publisher"), by: "admin");

        Assert.That(disabled.Disabled, Is.True);
        Assert.That(await _office.Send(new IdentifyOfficer.Query(token)), Is.Null);
        Assert.That(
            Refused(() => _office.Send(new SignIn.Command("publisher", TestOffice.Password, null))).Code,
            Is.EqualTo("SIGN_IN_FAILED"));
    }

    [Test]
    public async Task Who_does_not_administer_changes_nobody()
    {
        Assert.That(Refused(() => _office.Send(Newcomer, by: "supervisor")).Code, Is.EqualTo("NOT_AN_ADMIN"));
        Assert.That(Refused(() => _office.Send(new DisableUser.Command("clerk"), by: "signer")).Code, Is.EqualTo("NOT_AN_ADMIN"));
        Assert.That(Refused(() => _office.Send(new ListUsers.Query(), by: "clerk")).Code, Is.EqualTo("NOT_AN_ADMIN"));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM Officer WHERE Disabled = 0"), Is.EqualTo(20));
    }

    [Test]
    public async Task Each_change_is_on_the_trail_by_the_administrator_or_the_command_line()
    {
        await _office.Send(Newcomer, by: "admin");
        await _office.Send(new DisableUser.Command(Newcomer.UserName));

        Assert.That(
            await _office.Rows<string>("SELECT Verb || ' ' || ActorName FROM TrailEntry WHERE Subject = 'office' ORDER BY Line"),
            Is.EqualTo(OnTheTrail));
        Assert.That(
            await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry WHERE Detail LIKE '%a-long-password%'"), Is.Zero);
    }

    private static Refusal Refused(Func<Task> act) => Assert.ThrowsAsync<RefusedException>(() => act())!.Refusal;
}
