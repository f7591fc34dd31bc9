using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Desk;

namespace GovDocFlow.Tests.Desk;

[OnEachDatabase]
internal sealed class NoticeTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task Whoever_is_next_is_told()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id);
        await _office.Issue(id);
        await _office.Publish(id);

        Assert.That(await Kinds("head.keji"), Is.EqualTo(new[] { "task", "task" }));
        Assert.That(await Kinds("reviewer"), Is.EqualTo(new[] { "task" }));
        Assert.That(await Kinds("clerk"), Is.EqualTo(new[] { "toIssue", "task" }));
        Assert.That(await Kinds("publisher"), Is.EqualTo(new[] { "toPublish" }));
        Assert.That(await Kinds("drafter.keji"), Is.EqualTo(new[] { "published" }));
        Assert.That(await Kinds("head.gongan"), Is.Empty);
    }

    [Test]
    public async Task A_return_is_told_to_the_drafters()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);

        await _office.Return(id, "head.keji");

        Assert.That(await Kinds("drafter.keji"), Is.EqualTo(new[] { "returned" }));
    }

    [Test]
    public async Task One_reads_ones_own_notices_and_nobody_elses()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        var notice = (await _office.Send(new ReadNotices.Query(), "head.keji")).Items.Single();

        Assert.ThrowsAsync<NotFoundException>(() => _office.Send(new MarkNoticeRead.Command(notice.Id), "head.gongan"));
        await _office.Send(new MarkNoticeRead.Command(notice.Id), "head.keji");

        Assert.That((await _office.Send(new ReadNotices.Query(), "head.keji")).Items.Single().ReadAt, Is.EqualTo(_office.Clock.Now));
    }

    private async Task<IEnumerable<string>> Kinds(string user) =>
        (await _office.Send(new ReadNotices.Query(), user)).Items.Select(notice => notice.Kind);
}
