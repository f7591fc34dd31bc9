using GovDocFlow.Documents;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Setup;

namespace GovDocFlow.Tests.Setup;

internal sealed class SetupTests
{
    [Test]
    public async Task An_empty_database_gets_the_demo_office_once()
    {
        await using var office = await TestOffice.OpenUnseededAsync();

        var first = await office.Send(new SeedOffice.Command(TestOffice.Password));
        var second = await office.Send(new SeedOffice.Command("another-password"));

        Assert.That(first, Is.EqualTo(new SeedOffice.Answer(true, 6, 20, 11)));
        Assert.That(second, Is.EqualTo(new SeedOffice.Answer(false, 0, 0, 0)));
        Assert.That(await office.Read<string>("SELECT DepartmentKey FROM Department WHERE IsOffice = 1"), Is.EqualTo("office"));
        Assert.That(await office.Send(new SignIn.Command("admin", TestOffice.Password, null)), Is.Not.Null);
    }

    [Test]
    public async Task A_migrated_database_lacks_nothing()
    {
        await using var office = await TestOffice.OpenUnseededAsync();

        var answer = await office.Send(new MigrateDatabase.Command());

        Assert.That(answer.Applied, Is.Zero);
        Assert.That(answer.Scripts, Is.Empty);
    }

    [Test]
    public async Task The_shipped_procedures_are_sound_and_every_step_has_a_holder()
    {
        await using var office = await TestOffice.OpenAsync();

        var answer = await office.Send(new CheckWorkflows.Query());

        Assert.That(answer.Problems, Is.Empty);
        Assert.That(answer.Routes, Has.Count.EqualTo(5));
        Assert.That(answer.Routes.SelectMany(route => route.Proofs).Select(proof => proof.Holds), Is.All.True);
        Assert.That(answer.Rules.Select(file => file.File), Does.Contain("return-rules.json").And.Contain("clock-rules.json"));
        Assert.That(answer.Holders!.Select(step => step.Holders), Is.All.Not.Empty);
        Assert.That(
            answer.Holders!.Single(step => step is { Route: "government", Step: "departmentHead", Department: "keji" })
                .Holders.Single(),
            Is.EqualTo("闻松年"));
        Assert.That(answer.Sound, Is.True);
    }

    [Test]
    public async Task A_step_whose_only_holder_left_is_named()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.Send(new DisableUser.Command("head.keji"), by: "admin");

        var answer = await office.Send(new CheckWorkflows.Query());

        Assert.That(answer.Sound, Is.False);
        Assert.That(
            answer.Holders!.Where(step => step.Holders.Count == 0).Select(step => step.Department), Is.Not.Empty.And.All.EqualTo("keji"));
    }

    [Test]
    public async Task A_route_is_drawn_by_its_name_and_all_are_drawn_without_one()
    {
        await using var office = await TestOffice.OpenUnseededAsync();

        var one = await office.Send(new DrawWorkflows.Query("joint"));
        var all = await office.Send(new DrawWorkflows.Query());

        Assert.That(one.Items.Single().Mermaid, Does.StartWith("flowchart TD").And.Contain("会签"));
        Assert.That(all.Items, Has.Count.EqualTo(5));
        Assert.ThrowsAsync<NotFoundException>(() => office.Send(new DrawWorkflows.Query("nowhere")));
    }
}
