using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Issuing;

namespace GovDocFlow.Tests.Issuing;

[OnEachDatabase]
internal sealed class PublicationDeskTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task What_is_due_first_comes_first_and_its_binding_clock_before_the_others()
    {
        var ordinary = await Issued(await _office.AnOrdinaryDraft(), "巴府发");
        var normative = await Issued(await _office.ANormativeDraftOfADepartment(), "巴科规");

        var desk = await Desk("publisher");

        Assert.That(desk.IsAll, Is.True);
        Assert.That(desk.Items.Select(line => line.Id), Is.EqualTo(new[] { normative, ordinary }));
        Assert.That(
            desk.Items[0].Clocks.Select(clock => (clock.Rule, clock.Binding)),
            Is.EqualTo(new[] { ("publish.normative3wd", true), ("publish.formation20wd", false) }));
        Assert.That(
            (desk.Items[0].Number, desk.Items[0].Department, desk.Items[0].State),
            Is.EqualTo(("巴科规〔2026〕1号", "keji", DocumentState.Issued)));
    }

    [Test]
    public async Task A_document_stays_until_nothing_of_it_is_owed_any_more()
    {
        var id = await Issued(await _office.ACompleteDraft(), "巴府规");
        await _office.Publish(id);
        var half = (await Desk("publisher")).Items.Single();

        await _office.Publish(id, PublicationPart.Interpretation);

        Assert.That((half.Id, half.State), Is.EqualTo((id, DocumentState.Published)));
        Assert.That(half.Clocks.Select(clock => clock.Rule), Is.EqualTo(new[] { "interpret.within3wd" }));
        Assert.That((await Desk("publisher")).Items, Is.Empty);
    }

    [Test]
    public async Task What_was_withdrawn_comes_back()
    {
        var id = await Issued(await _office.AnOrdinaryDraft(), "巴府发");
        var publication = (await _office.Publish(id)).Publications.Single();

        await _office.Send(new WithdrawPublication.Command(id, publication.Id, null, "链接失效"), "publisher");

        Assert.That((await Desk("publisher")).Items.Select(line => line.State), Is.EqualTo(new[] { DocumentState.Issued }));
    }

    [Test]
    public async Task What_is_not_to_be_public_or_not_yet_issued_is_not_there()
    {
        await Issued(await _office.AnOrdinaryDraft(change: draft => draft with { Attribute = OfficeActs.OnRequest }), "巴府发");
        var signed = await _office.AnOrdinaryDraft();
        await _office.Submit(signed);
        await _office.WalkTo(signed);

        Assert.That((await Desk("publisher")).Items, Is.Empty);
    }

    [Test]
    public async Task Each_sees_there_what_they_see_elsewhere()
    {
        var id = await Issued(await _office.AnOrdinaryDraft(), "巴府发");

        var own = await Desk("drafter.keji");
        var foreign = await Desk("drafter.gongan");
        var refused = await OfficeActs.CodeOf(Desk("admin"));

        Assert.That(own.Items.Select(line => line.Id), Is.EqualTo(new[] { id }));
        Assert.That((foreign.Items.Count, refused), Is.EqualTo((0, "NO_DOCUMENTS")));
    }

    private Task<ReadPublicationDesk.Answer> Desk(string by) => _office.Send(new ReadPublicationDesk.Query(), by);

    private async Task<Guid> Issued(Guid id, string series)
    {
        await _office.Submit(id);
        await _office.WalkTo(id);
        await _office.Issue(id, series);
        return id;
    }
}
