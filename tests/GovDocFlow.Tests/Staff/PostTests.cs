using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Staff;

internal sealed class PostTests
{
    private static readonly DateOnly Monday = new(2026, 3, 9);

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task Who_held_which_post_on_a_day_can_be_told()
    {
        _office.Clock.Advance(TimeSpan.FromDays(30));
        await Change("drafter.keji", "科长", Monday.AddDays(20), Role.Drafter, Role.Head);

        Assert.That((await PostOn(Monday.AddDays(-1)))?.Title, Is.Null);
        Assert.That((await PostOn(Monday))!.Title, Is.EqualTo("政策法规科科员"));
        Assert.That((await PostOn(Monday.AddDays(19)))!.Title, Is.EqualTo("政策法规科科员"));
        Assert.That((await PostOn(Monday.AddDays(20)))!.Title, Is.EqualTo("科长"));
        Assert.That((await PostOn(Monday.AddDays(300)))!.Roles, Is.EqualTo(new[] { Role.Drafter, Role.Head }));
    }

    [Test]
    public async Task The_new_roles_count_at_once_for_who_is_signed_in()
    {
        var token = (await _office.Send(new SignIn.Command("reviewer", TestOffice.Password, null))).Token;

        await Change("reviewer", "秘书科科长", Monday, Role.Clerk);

        var known = await _office.Send(new IdentifyOfficer.Query(token));
        Assert.That((known!.Title, known.Roles.Single()), Is.EqualTo(("秘书科科长", Role.Clerk)));
    }

    [Test]
    public async Task An_opinion_keeps_the_post_that_was_held_when_it_was_given()
    {
        var id = await _office.ACompleteDraft();
        await _office.Send(new SubmitDraft.Command(id, null, null), by: "drafter.keji");
        var task = (await _office.Send(new ReadDocument.Query(id), by: "drafter.keji")).Waiting.Single();
        await _office.Send(new DecideTask.Command(task.Id, null, DecisionVerb.Approve, "同意。"), by: "head.keji");

        _office.Clock.Advance(TimeSpan.FromDays(1));
        await Change("head.keji", "一级调研员", Monday.AddDays(1), Role.Drafter);

        var view = await _office.Send(new ReadDocument.Query(id), by: "drafter.keji");
        Assert.That(view.Opinions.Single().Title, Is.EqualTo("局长"));
    }

    [Test]
    public async Task The_first_day_of_the_present_post_corrects_it()
    {
        await Change("publisher", "政务公开科副科长", Monday, Role.Publisher);
        await Change("publisher", "政务公开科科长", Monday, Role.Publisher);

        var posts = (await _office.Send(new ReadPeople.Query(), by: "admin")).Items
            .Single(person => person.User.UserName == "publisher").Posts;
        Assert.That(posts.Select(post => (post.Title, post.From, post.Until)), Is.EqualTo(new[] { ("政务公开科科长", Monday, (DateOnly?)null) }));
    }

    [Test]
    public async Task A_post_begins_neither_after_today_nor_before_the_present_one()
    {
        await Change("publisher", "科长", Monday, Role.Publisher);

        Assert.That(Refused(Monday.AddDays(1)).Code, Is.EqualTo("POST_IN_FUTURE"));
        Assert.That(Refused(Monday.AddDays(-1)).Code, Is.EqualTo("POST_BEFORE_PRESENT"));

        Refusal Refused(DateOnly from) =>
            Assert.ThrowsAsync<RefusedException>(() => Change("publisher", "科长", from, Role.Publisher))!.Refusal;
    }

    [Test]
    public async Task Only_an_administrator_changes_posts_and_the_trail_says_so()
    {
        await Change("publisher", "科长", Monday, Role.Publisher);

        Assert.That(
            () => _office.Send(new ChangePost.Command("clerk", "科长", "office", [Role.Clerk], Monday), by: "supervisor"),
            Throws.TypeOf<RefusedException>());
        Assert.That(() => _office.Send(new ReadPeople.Query(), by: "supervisor"), Throws.TypeOf<RefusedException>());
        Assert.That(
            () => _office.Send(new ChangePost.Command("nobody", "科长", "office", [Role.Clerk], Monday), by: "admin"),
            Throws.TypeOf<NotFoundException>());
        Assert.That(
            () => _office.Send(new ChangePost.Command("clerk", "", "office", [], Monday), by: "admin"),
            Throws.TypeOf<ValidationException>());
        Assert.That(
            await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry WHERE Verb = 'changePost' AND Detail LIKE '%publisher%'"),
            Is.EqualTo(1));
    }

    [Test]
    public async Task The_sign_in_log_tells_the_newest_attempts_first_to_an_administrator()
    {
        await _office.Send(new SignIn.Command("clerk", TestOffice.Password, "10.0.0.1"));
        Assert.ThrowsAsync<RefusedException>(() => _office.Send(new SignIn.Command("Clerk", "wrong password", "10.0.0.2")));
        Assert.ThrowsAsync<RefusedException>(() => _office.Send(new SignIn.Command("nobody", "wrong password", null)));

        var all = await _office.Send(new ReadSignInLog.Query(Limit: 2), by: "admin");
        var rest = await _office.Send(new ReadSignInLog.Query(Limit: 2, Cursor: all.Next), by: "admin");
        var failed = await _office.Send(new ReadSignInLog.Query("CLERK", Succeeded: false), by: "admin");
        var before = await _office.Send(new ReadSignInLog.Query(To: Monday.AddDays(-1)), by: "admin");

        Assert.That(all.Items.Select(line => line.UserName), Is.EqualTo(new[] { "nobody", "clerk" }));
        Assert.That(all.Items[0].Name, Is.Null);
        Assert.That(rest.Items.Single().Succeeded, Is.True);
        Assert.That(failed.Items.Single().Address, Is.EqualTo("10.0.0.2"));
        Assert.That(before.Items, Is.Empty);
        Assert.That(() => _office.Send(new ReadSignInLog.Query(), by: "supervisor"), Throws.TypeOf<RefusedException>());
    }

    private Task<UserView> Change(string userName, string title, DateOnly from, params Role[] roles) => _office.Send(
        new ChangePost.Command(userName, title, userName.Contains("keji") ? "keji" : "office", roles, from), by: "admin");

    private async Task<PostView?> PostOn(DateOnly day) => (await _office.Send(new ReadPeople.Query(day), by: "admin")).Items
        .Single(person => person.User.UserName == "drafter.keji").PostOn;
}
