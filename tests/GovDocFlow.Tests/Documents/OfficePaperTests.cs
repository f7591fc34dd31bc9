using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Papers;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Documents;

/// <summary>退文单 and 发文稿纸, as they read once they are opened.</summary>
[OnEachDatabase]
internal sealed class OfficePaperTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task A_return_notice_names_the_document_the_returner_and_each_item_in_order()
    {
        var id = await ReturnedByTheReviewer();

        var paper = await _office.Send(new ReadReturnNotice.Query(id, 1), "drafter.keji");

        var lines = await Lines(paper);
        Assert.That(paper.Name, Is.EqualTo("退文单-退文〔2026〕1号.docx"));
        Assert.That(
            lines,
            Is.SupersetOf(new[]
            {
                "退文单", "退文〔2026〕1号", "巴中市科学技术局关于开展科普活动的通知", "巴中市科学技术局", "退文", "晏书砚",
                "2026年3月9日 08:30", "请按意见修改。", "正文.docx",
            }));
        Assert.That(lines.FindIndex(line => line.Contains("缺依据")), Is.Positive.And.LessThan(lines.FindIndex(line => line.Contains("缺附件"))));
        Assert.That(lines.Count(line => line.Contains("待整改")), Is.EqualTo(2));
    }

    [Test]
    public async Task A_return_notice_shows_what_became_of_its_items()
    {
        var id = await ReturnedByTheReviewer();
        await _office.Submit(
            id, "drafter.keji", new ItemAnswer(1, ItemStatus.Fixed, null), new ItemAnswer(2, ItemStatus.Answered, "附件另行印发"));

        var lines = await Lines(await _office.Send(new ReadReturnNotice.Query(id, 1), "reviewer"));

        Assert.That(lines.Count(line => line.Contains("已整改")), Is.EqualTo(1));
        Assert.That(lines.Count(line => line.Contains("已答复：附件另行印发")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_notice_of_the_gates_bears_the_system_and_no_number()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with { Attribute = null });
        await _office.Submit(id);

        var paper = await _office.Send(new ReadReturnNotice.Query(id, 1), "drafter.keji");

        Assert.That(paper.Name, Is.EqualTo("退文单-第1次.docx"));
        Assert.That(await Lines(paper), Is.SupersetOf(new[] { "自检退回", "系统", "第 1 次" }).And.Some.Contain("未拟定公开属性"));
    }

    [Test]
    public async Task There_is_no_notice_of_a_return_that_never_was_or_for_those_who_do_not_see_the_document()
    {
        var id = await ReturnedByTheReviewer();

        Assert.ThrowsAsync<NotFoundException>(() => _office.Send(new ReadReturnNotice.Query(id, 2), "drafter.keji"));
        Assert.ThrowsAsync<NotFoundException>(() => _office.Send(new ReadReturnNotice.Query(id, 1), "drafter.gongan"));
        Assert.That(await OfficeActs.CodeOf(_office.Send(new ReadReturnNotice.Query(id, 1), "admin")), Is.EqualTo("NO_DOCUMENTS"));
    }

    [Test]
    public async Task A_sign_off_sheet_fills_as_the_case_goes_on()
    {
        var id = await _office.AnOrdinaryDraft();
        var asDraft = await Sheet(id);
        await _office.Submit(id);
        await _office.Approve(id, "head.keji", "内容属实。");
        await _office.Approve(id, "reviewer", "格式规范。");
        await _office.Approve(id, "head.keji", "同意印发。");
        await _office.Approve(id, "clerk", "手续完备。");
        await _office.Issue(id);

        var asIssued = await Sheet(id);

        Assert.That(
            asDraft, Is.SupersetOf(new[] { "巴中市科学技术局发文稿纸", "通知", "平件", "非涉密", "主动公开", "不需解读", "叶知微" }));
        Assert.That(asDraft, Has.None.EqualTo("闻松年"));
        Assert.That(asIssued, Is.SupersetOf(new[] { "巴府发〔2026〕1号", "闻松年", "2026年3月9日", "（此件公开发布）" }));
        Assert.That(
            asIssued.Where(line => line is "内容属实。" or "格式规范。" or "同意印发。" or "手续完备。"),
            Is.EqualTo(new[] { "内容属实。", "格式规范。", "同意印发。", "手续完备。" }));
    }

    [Test]
    public async Task A_signature_that_a_return_made_void_is_on_no_sheet()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "recheck");
        var signed = await Sheet(id);

        await _office.Return(id, "clerk");

        var cells = (await Sheet(id)).Select(line => line.Replace("\n", "")).ToList();
        Assert.That(After(signed, "签发人"), Is.EqualTo("闻松年"));
        Assert.That(After(cells, "签发人"), Is.Not.EqualTo("闻松年"));
        Assert.That(cells, Has.Some.EqualTo("退回：请按意见修改。"));
    }

    [Test]
    public async Task A_sheet_is_for_those_who_see_the_document()
    {
        var id = await _office.AnOrdinaryDraft();

        Assert.ThrowsAsync<NotFoundException>(() => _office.Send(new ReadSignOffSheet.Query(id), "clerk"));
        Assert.ThrowsAsync<NotFoundException>(() => _office.Send(new ReadSignOffSheet.Query(id), "head.gongan"));
        Assert.That(await OfficeActs.CodeOf(_office.Send(new ReadSignOffSheet.Query(id), "admin")), Is.EqualTo("NO_DOCUMENTS"));
    }

    private async Task<Guid> ReturnedByTheReviewer()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "officeReview");
        await _office.Return(id, "reviewer", items: [new ReturnItem(null, "缺依据", "第 1 段"), new ReturnItem(null, "缺附件")]);
        return id;
    }

    private async Task<List<string>> Sheet(Guid id) => await Lines(await _office.Send(new ReadSignOffSheet.Query(id), "drafter.keji"));

    private static string? After(List<string> cells, string label) => cells.ElementAtOrDefault(cells.IndexOf(label) + 1);

    private static async Task<List<string>> Lines(PaperFile paper)
    {
        using var content = new MemoryStream(paper.Content);
        var reading = await PaperReader.ReadAsync(content, paper.Name, new PdfText(), CancellationToken.None);
        return [.. reading.Paper!.Paragraphs.Select(paragraph => paragraph.Text)];
    }
}
