using GovDocFlow.Documents;
using GovDocFlow.UseCases;
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

    [TestCase("一人公司", null, null)]
    [TestCase(null, "drafter.keji", "create")]
    public async Task What_no_index_leads_to_is_sought_further_back_page_by_page(string? words, string? actor, string? verb)
    {
        var near = (await Read(new ReadTrail.Query(Words: words, Actor: actor, Verb: verb))).Items;
        await _office.Database.WriteAsync(
            "UPDATE TrailEntry SET Seq = Seq + @far WHERE Verb = 'disableUser'", new { far = 3 * ReadTrail.SoughtAtOnce });

        var found = new List<ReadTrail.Line>();
        var pages = 0;
        for (Page<ReadTrail.Line>? page = null; page is null || page.Next is not null; pages++)
        {
            page = await Read(new ReadTrail.Query(Words: words, Actor: actor, Verb: verb, Cursor: page?.Next));
            found.AddRange(page.Items);
        }

        Assert.That(found.Select(line => (line.Subject, line.Number)), Is.EqualTo(near.Select(line => (line.Subject, line.Number))));
        Assert.That(near, Is.Not.Empty);
        Assert.That(pages, Is.GreaterThan(2), "each page looks at so many lines and no more");
    }

    [TestCase("2026-03-10", null)]
    [TestCase(null, "2026-03-09")]
    [TestCase("2026-03-09", "2026-03-09")]
    public async Task Days_are_found_however_many_lines_lie_in_between(string? from, string? to)
    {
        var query = new ReadTrail.Query(From: Day(from), To: Day(to), Limit: 3);
        var near = await All(query);
        await _office.Database.WriteAsync(
            "UPDATE TrailEntry SET Seq = Seq + @far WHERE At >= '2026-03-09T16:00:00.000Z'", new { far = 3 * ReadTrail.SoughtAtOnce });

        var far = await All(query);

        Assert.That(far, Is.EqualTo(near).And.Not.Empty);

        async Task<List<(string, int)>> All(ReadTrail.Query asked)
        {
            var lines = new List<(string, int)>();
            for (Page<ReadTrail.Line>? page = null; page is null || page.Next is not null;)
            {
                page = await Read(asked with { Cursor = page?.Next });
                lines.AddRange(page.Items.Select(line => (line.Subject, line.Number)));
            }

            return lines;
        }

        static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd");
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
