using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.People;

namespace GovDocFlow.Tests.Drafting;

[OnEachDatabase]
internal sealed class SubmissionViewTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task A_draft_would_go_to_its_own_departments_head()
    {
        var id = await _office.AnOrdinaryDraft();

        var answer = await Read(id);

        Assert.That((answer.BackTo, string.Join('、', answer.Heads)), Is.EqualTo(((string?)null, "闻松年")));
    }

    [Test]
    public async Task A_head_who_wrote_it_or_would_submit_it_is_not_named()
    {
        await _office.Send(
            new AddUser.Command("deputy.keji", "洪砚田", "副局长", "keji", [Role.Head], TestOffice.Password), "admin");
        var written = await _office.AnOrdinaryDraft();
        await _office.Edit(written, draft => draft with { Copies = 5 }, by: "head.keji");
        var other = await _office.AnOrdinaryDraft();

        Assert.That((await Read(written)).Heads, Is.EqualTo(new[] { "洪砚田" }));
        Assert.That((await Read(other, "head.keji")).Heads, Is.EqualTo(new[] { "洪砚田" }));
        Assert.That((await Read(other)).Heads, Is.EquivalentTo(new[] { "闻松年", "洪砚田" }));
    }

    [TestCase(true, false, "核稿")]
    [TestCase(false, false, null)]
    [TestCase(true, true, null)]
    public async Task It_goes_straight_back_only_where_that_was_ordered_and_the_head_need_not_approve_again(
        bool thenBack, bool withANewBody, string? backTo)
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "officeReview");
        await _office.Return(id, "reviewer", thenBack: thenBack);
        if (withANewBody)
        {
            await _office.AddPaper(id, FileRole.Body, "# 关于开展科普活动的通知\n各县（区）：\n改后的内容。");
        }

        var answer = await Read(id);

        await _office.Submit(id);
        Assert.That(answer.BackTo, Is.EqualTo(backTo));
        Assert.That(await _office.StepsOf(id), Is.EqualTo(new[] { backTo is null ? "departmentHead" : "officeReview" }));
    }

    [Test]
    public async Task Who_may_not_see_the_draft_hears_nothing_of_it()
    {
        var id = await _office.AnOrdinaryDraft();

        Assert.ThrowsAsync<NotFoundException>(() => Read(id, "drafter.gongan"));
        Assert.ThrowsAsync<NotFoundException>(() => Read(id, "reviewer"));
        Assert.That(await OfficeActs.CodeOf(Read(id, "admin")), Is.EqualTo("NO_DOCUMENTS"));
    }

    private Task<ReadSubmission.Answer> Read(Guid id, string by = "drafter.keji") =>
        _office.Send(new ReadSubmission.Query(id), by);
}
