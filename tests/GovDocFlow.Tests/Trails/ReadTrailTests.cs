using GovDocFlow.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Trails;

namespace GovDocFlow.Tests.Trails;

internal sealed class ReadTrailTests
{
    private TestOffice _office = null!;
    private Guid _document;

    [SetUp]
    public async Task OpenTheOffice()
    {
        _office = await TestOffice.OpenAsync();
        _document = await _office.ACompleteDraft();
        _office.Clock.Advance(TimeSpan.FromDays(1));
        await _office.Send(new SubmitDraft.Command(_document, null, null), by: "drafter.keji");
        await _office.Send(new DisableUser.Command("signer"), by: "admin");
    }

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task The_trail_is_read_page_by_page_from_the_newest_act()
    {
        var all = (await Read(new ReadTrail.Query(Limit: 200))).Items;
        var paged = new List<ReadTrail.Line>();
        string? cursor = null;
        do
        {
            var page = await Read(new ReadTrail.Query(Limit: 3, Cursor: cursor));
            paged.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.That(all[0].Verb, Is.EqualTo("disableUser"));
        Assert.That(all[^1].Verb, Is.EqualTo("seedOffice"));
        Assert.That(paged.Select(line => (line.Subject, line.Number)), Is.EqualTo(all.Select(line => (line.Subject, line.Number))));
        Assert.That(all, Has.Count.EqualTo(await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry")));
    }

    [Test]
    public async Task An_act_on_a_document_names_it()
    {
        var submitted = (await Read(new ReadTrail.Query(Verb: "submit"))).Items.Single();

        Assert.That(submitted.DocumentId, Is.EqualTo(_document));
        Assert.That(submitted.Title, Does.Contain("一人公司"));
        Assert.That(submitted.Actor, Is.EqualTo("叶知微"));
        Assert.That((await Read(new ReadTrail.Query(Subject: "office"))).Items.Select(line => line.DocumentId), Is.All.Null);
    }

    [TestCase("drafter.keji")]
    [TestCase("叶知微")]
    public async Task Acts_are_found_by_who_did_them(string actor)
    {
        var found = (await Read(new ReadTrail.Query(Actor: actor))).Items;

        Assert.That(found, Is.Not.Empty);
        Assert.That(found.Select(line => line.Actor), Is.All.EqualTo("叶知微"));
    }

    [Test]
    public async Task Acts_are_found_by_day_and_by_their_words()
    {
        var tuesday = new DateOnly(2026, 3, 10);

        Assert.That((await Read(new ReadTrail.Query(To: tuesday.AddDays(-1)))).Items.Select(line => line.Verb), Does.Not.Contain("submit").And.Contain("create"));
        Assert.That((await Read(new ReadTrail.Query(From: tuesday))).Items.Select(line => line.Verb), Does.Contain("submit").And.Not.Contain("create"));
        Assert.That((await Read(new ReadTrail.Query(Words: "legalityOpinion docx"))).Items.Single().Verb, Is.EqualTo("addFile"));
        Assert.That((await Read(new ReadTrail.Query(Words: "100% nothing"))).Items, Is.Empty);
        Assert.That((await Read(new ReadTrail.Query(Actor: "nobody"))).Items, Is.Empty);
    }

    [TestCase("admin")]
    [TestCase("clerk")]
    [TestCase("leader")]
    public void Nobody_but_the_supervisor_reads_it(string other)
    {
        Assert.That(() => _office.Send(new ReadTrail.Query(), by: other), Throws.TypeOf<RefusedException>());
    }

    private Task<UseCases.Page<ReadTrail.Line>> Read(ReadTrail.Query query) => _office.Send(query, by: "supervisor");
}
