using System.Text.Json.Nodes;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;

namespace GovDocFlow.Tests.Drafting;

[OnEachDatabase]
internal sealed class PinnedProcedureTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task A_changed_route_governs_new_cases_and_leaves_running_ones_alone()
    {
        var running = await _office.AnOrdinaryDraft();
        await _office.Submit(running);
        using var workflows = new ChangedWorkflows();
        workflows.ChangeActivity(
            "department", "officeReview", activity => activity["role"]!["expression"]!["value"] = "legalReviewer");
        await using var changed = _office.OpenAgain(workflows.Path);
        var fresh = await changed.AnOrdinaryDraft();
        await changed.Submit(fresh);

        await changed.Approve(running, "head.keji");
        await changed.Approve(fresh, "head.keji");

        Assert.That((await changed.See(running)).Waiting.Single().Role, Is.EqualTo(Role.OfficeReviewer));
        Assert.That((await changed.See(fresh)).Waiting.Single().Role, Is.EqualTo(Role.LegalReviewer));
        Assert.That((await changed.WalkTo(running)).State, Is.EqualTo(DocumentState.SignedOff));
    }

    [Test]
    public async Task Changed_rules_judge_new_cases_and_leave_running_ones_alone()
    {
        var running = await _office.AnOrdinaryDraft(change: draft => draft with { Attribute = null });
        await _office.Submit(running);
        using var workflows = new ChangedWorkflows();
        workflows.Change("rules/return-rules.json", json => Rule(json, "R16")["enabled"] = false);
        await using var changed = _office.OpenAgain(workflows.Path);
        var fresh = await changed.AnOrdinaryDraft(change: draft => draft with { Kind = DocumentKind.Decision });
        await changed.Edit(running, draft => draft with
        {
            Kind = DocumentKind.Decision,
            Attribute = new DisclosureAttribute(Disclosure.Proactive),
        });

        var again = await changed.Submit(running);
        var first = await changed.Submit(fresh);

        Assert.That(again.ReturnNotice!.Items.Single().Code, Is.EqualTo("R16"));
        Assert.That(first.State, Is.EqualTo(DocumentState.UnderReview));
    }

    [Test]
    public async Task Another_host_on_the_same_database_goes_on_where_the_first_stood()
    {
        var id = await _office.AJointDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "countersign");
        await _office.Approve(id, "head.gongan");

        await using var again = _office.OpenAgain();
        var view = await again.WalkTo(id);

        Assert.That(view.State, Is.EqualTo(DocumentState.SignedOff));
        Assert.That((await again.Issue(id)).Number, Is.EqualTo("巴府发〔2026〕1号"));
    }

    private static JsonObject Rule(JsonNode rules, string code) =>
        rules["rules"]!.AsArray().OfType<JsonObject>().Single(rule => (string)rule["code"]! == code);
}
