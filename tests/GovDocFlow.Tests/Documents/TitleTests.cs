using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Tests.Documents;

[OnEachDatabase]
internal sealed class TitleTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [TestCase("drafter.keji", "draft submitted")]
    [TestCase("head.keji", "draft submitted")]
    [TestCase("supervisor", "draft submitted")]
    [TestCase("clerk", "submitted")]
    [TestCase("leader", "submitted")]
    [TestCase("drafter.gongan", "")]
    public async Task Only_the_titles_that_the_asker_may_see_are_told(string by, string expected)
    {
        var draft = await _office.AnOrdinaryDraft();
        var submitted = await _office.AnOrdinaryDraft();
        await _office.Submit(submitted);

        var titles = await _office.Send(new ReadTitles.Query([draft, submitted, Guid.CreateVersion7()]), by);

        var names = new Dictionary<Guid, string> { [draft] = "draft", [submitted] = "submitted" };
        Assert.That(string.Join(' ', titles.Keys.Select(id => names[id]).Order()), Is.EqualTo(expected));
    }

    [Test]
    public async Task Each_document_is_told_once_with_its_number_department_and_state()
    {
        var draft = await _office.AnOrdinaryDraft();
        var issued = await _office.AnOrdinaryDraft("drafter.gongan", asked => asked with { Title = "关于开展安全检查的通知" });
        await _office.Submit(issued, "drafter.gongan");
        await _office.WalkTo(issued);
        var number = (await _office.Issue(issued)).Number;

        var titles = await _office.Send(new ReadTitles.Query([issued, draft, issued]), "supervisor");

        Assert.That(titles, Has.Count.EqualTo(2));
        Assert.That(titles[issued], Is.EqualTo(new ReadTitles.Line("关于开展安全检查的通知", number, "gongan", DocumentState.Issued)));
        Assert.That(
            titles[draft], Is.EqualTo(new ReadTitles.Line("巴中市科学技术局关于开展科普活动的通知", null, "keji", DocumentState.Draft)));
    }

    [Test]
    public async Task Who_asks_for_none_gets_none_and_an_administrator_none_at_all()
    {
        var none = await _office.Send(new ReadTitles.Query([]), "clerk");

        var refused = await OfficeActs.CodeOf(_office.Send(new ReadTitles.Query([]), "admin"));

        Assert.That((none.Count, refused), Is.EqualTo((0, "NO_DOCUMENTS")));
    }
}
