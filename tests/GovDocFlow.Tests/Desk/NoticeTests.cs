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

    [Test]
    public async Task All_notices_are_read_at_once_but_not_those_of_others()
    {
        await AReturnedAndAnOpenDraft();

        var read = await _office.Send(new MarkAllNoticesRead.Command(), "head.keji");

        Assert.That(read, Is.EqualTo(2));
        Assert.That((await Unread("head.keji"), await Unread("drafter.keji")), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task What_came_after_the_last_one_seen_stays_unread()
    {
        await AReturnedAndAnOpenDraft();
        var oldest = (await _office.Send(new ReadNotices.Query(), "head.keji")).Items[^1];
        _office.Clock.Advance(TimeSpan.FromHours(1));

        var read = await _office.Send(new MarkAllNoticesRead.Command(oldest.Id), "head.keji");
        var again = await _office.Send(new MarkAllNoticesRead.Command(oldest.Id), "head.keji");

        Assert.That((read, again), Is.EqualTo((1, 0)));
        Assert.That(await Unread("head.keji"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_notice_of_somebody_else_marks_none_of_ones_own()
    {
        await AReturnedAndAnOpenDraft();
        var others = (await _office.Send(new ReadNotices.Query(), "drafter.keji")).Items[0];

        var read = await _office.Send(new MarkAllNoticesRead.Command(others.Id), "head.keji");

        Assert.That((read, await Unread("head.keji")), Is.EqualTo((0, 2)));
    }

    private async Task AReturnedAndAnOpenDraft()
    {
        var returned = await _office.AnOrdinaryDraft();
        await _office.Submit(returned);
        await _office.Return(returned, "head.keji");
        await _office.Submit(await _office.AnOrdinaryDraft());
    }

    private async Task<int> Unread(string user) =>
        (await _office.Send(new ReadFrame.Query(), user)).Unread;

    private async Task<IEnumerable<string>> Kinds(string user) =>
        (await _office.Send(new ReadNotices.Query(), user)).Items.Select(notice => notice.Kind);
}
