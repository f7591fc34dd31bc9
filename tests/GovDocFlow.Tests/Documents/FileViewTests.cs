using GovDocFlow.Documents;
using GovDocFlow.Documents.Papers;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;

namespace GovDocFlow.Tests.Documents;

internal sealed class FileViewTests
{
    private const string Body =
        """
        # 巴中市停车收费办法
        ## 一、适用范围
        本办法适用于市区。
        | 车型 | 收费 |
        | 小型车 | 3 元 |
        """;

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task A_preview_shows_headings_paragraphs_and_tables_as_plain_text()
    {
        var id = await ADraft();
        var file = await _office.AddPaper(id, FileRole.Body, Body);

        var preview = await _office.Send(new PreviewFile.Query(id, file.Id), by: "drafter.keji");

        Assert.That(preview.WhyNot, Is.Null);
        Assert.That(preview.Blocks.Where(block => block.HeadingLevel is not null).Select(block => block.Text), Does.Contain("一、适用范围"));
        Assert.That(preview.Blocks.Select(block => block.Text), Does.Contain("本办法适用于市区。"));
        Assert.That(
            preview.Blocks.Single(block => block.Rows is not null).Rows,
            Is.EqualTo(new[] { new[] { "车型", "收费" }, new[] { "小型车", "3 元" } }));
    }

    [Test]
    public async Task A_PDF_is_not_taken_apart_for_its_preview()
    {
        var id = await ADraft();
        await using var source = new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray());
        await using var spool = await Spool.FillAsync(source, CancellationToken.None);
        var file = await _office.Send(
            new AddFile.Command(id, null, FileRole.LegalityOpinion, "合法性审核意见.pdf", spool), by: "drafter.keji");

        var preview = await _office.Send(new PreviewFile.Query(id, file.Id), by: "drafter.keji");

        Assert.That(preview.IsPdf, Is.True);
        Assert.That(preview.Blocks, Is.Empty);
        Assert.That(preview.WhyNot!.Zh, Does.Contain("PDF"));
    }

    [Test]
    public async Task Two_versions_of_the_body_are_compared_word_by_word()
    {
        var id = await ADraft();
        var old = await _office.AddPaper(id, FileRole.Body, Body);
        var changed = await _office.AddPaper(id, FileRole.Body, Body.Replace("3 元", "5 元"));

        var compared = await _office.Send(new CompareFiles.Query(id, old.Id, changed.Id), by: "drafter.keji");

        var line = compared.Lines.Single(line => line.Change is not LineChange.Same);
        Assert.That(line.InTable, Is.True);
        Assert.That(line.NewLocation, Is.EqualTo("表 1 第 2 行第 2 列"));
        Assert.That(line.Runs.Single(run => run.Change is RunChange.Added).Text, Is.EqualTo("5"));
        Assert.That(compared.Totals.Changed, Is.EqualTo(1));
        Assert.That(compared.SameBytes, Is.False);
    }

    [Test]
    public async Task A_returned_draft_shows_each_file_as_it_came_back_and_as_it_is_now()
    {
        var id = await ADraft();
        var returned = await _office.AddPaper(id, FileRole.Body, Body);
        await _office.AddPaper(id, FileRole.LegalityOpinion, "# 合法性审核意见");
        await _office.Send(new SubmitDraft.Command(id, null, null), by: "drafter.keji");
        _office.Clock.Advance(TimeSpan.FromHours(2));
        var now = await _office.AddPaper(id, FileRole.Body, Body + "\n附则。");
        await _office.AddPaper(id, FileRole.InterpretationPlan, "# 解读方案");

        var corrections = await _office.Send(new ReadCorrections.Query(id), by: "drafter.keji");

        Assert.That(corrections.N, Is.EqualTo(1));
        Assert.That(
            corrections.Items.Select(item => (item.Role, item.Returned?.Id, item.Now?.Id, item.Changed)).Take(1),
            Is.EqualTo(new[] { (FileRole.Body, (Guid?)returned.Id, (Guid?)now.Id, true) }));
        Assert.That(
            corrections.Items.Select(item => (item.Role, item.Returned is null, item.Changed)),
            Is.EqualTo(new[]
            {
                (FileRole.Body, false, true),
                (FileRole.InterpretationPlan, true, true),
                (FileRole.LegalityOpinion, false, false),
            }));
    }

    [Test]
    public async Task What_another_department_may_not_see_it_cannot_compare_or_preview()
    {
        var id = await ADraft();
        var file = await _office.AddPaper(id, FileRole.Body, Body);

        Assert.That(
            () => _office.Send(new PreviewFile.Query(id, file.Id), by: "drafter.fagai"), Throws.TypeOf<NotFoundException>());
        Assert.That(
            () => _office.Send(new CompareFiles.Query(id, file.Id, file.Id), by: "drafter.fagai"), Throws.TypeOf<NotFoundException>());
        Assert.That(
            () => _office.Send(new ReadCorrections.Query(id), by: "drafter.fagai"), Throws.TypeOf<NotFoundException>());
        Assert.That(
            () => _office.Send(new PreviewFile.Query(id, file.Id), by: "admin"), Throws.TypeOf<RefusedException>());
    }

    private async Task<Guid> ADraft() => (await _office.Send(
        new CreateDraft.Command(new Draft
        {
            Title = "巴中市人民政府关于印发《巴中市停车收费办法》的通知",
            Kind = DocumentKind.Notice,
            IssuerLevel = IssuerLevel.Government,
            IssuingOrgan = "巴中市人民政府",
            Normative = true,
            Policy = true,
            Secrecy = "none",
            Attribute = new DisclosureAttribute(Disclosure.Proactive),
        }),
        by: "drafter.keji")).Id;
}
