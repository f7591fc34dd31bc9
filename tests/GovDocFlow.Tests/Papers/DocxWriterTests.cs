using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class DocxWriterTests
{
    private static readonly ReturnNoticeSheet Notice = new()
    {
        Title = "巴中市人民政府办公室退文单",
        Kind = "退文",
        Number = "退文〔2026〕1号",
        N = 2,
        DocumentTitle = "关于<供水>&管理的通知",
        Department = "市住建局",
        By = "核稿员",
        AtText = "2026年2月13日 16:20",
        Items = [new(1, "R06", "缺少解读方案", "巴委办〔2017〕28号", "上传解读方案", null, "已改正"), new(2, null, "措辞不当\u0001\uD800", null, null, "第 12 段", null)],
        Warnings = [new(1, "TITLE_DIFFERS", "标题不一致", null, null, "第 1 段", null)],
        Files = [new("正文.docx", new string('a', 64), 1)],
        Opinion = "请补齐。\n谢谢。",
    };

    private static readonly SignOffSheet Sheet = new()
    {
        Heading = "巴中市人民政府发文稿纸",
        Title = "关于供水管理的通知",
        Attribute = "部分公开",
        AttributeGround = "G3 三安全一稳定：附件2 库点",
        Attachments = ["解读方案", "解读材料"],
        Opinions = [new("签发", "李四", "副市长", "同意。", "2026年2月13日"), new("核稿", "张三", null, "已核。", "2026年2月12日")],
    };

    private const string Markup = "# 通知\n\n## 一、背景依据\n为了规范管理。\n### （一）依据\n正文\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n> 市住建局";

    private static IEnumerable<TestCaseData<Func<byte[]>>> Papers =>
    [
        new(() => DocxWriter.ReturnNotice(Notice)) { TestName = "{m}(return notice)" },
        new(() => DocxWriter.ReturnNotice(Notice with { Number = null, Opinion = null, Items = [], Warnings = [], Files = [] })) { TestName = "{m}(bare notice)" },
        new(() => DocxWriter.SignOffSheet(Sheet)) { TestName = "{m}(sign-off sheet)" },
        new(() => DocxWriter.SignOffSheet(new SignOffSheet { Heading = "稿纸", Title = "题" })) { TestName = "{m}(bare sheet)" },
        new(() => DocxWriter.FromText(Markup)) { TestName = "{m}(marked-up text)" },
        new(() => DocxWriter.FromText("")) { TestName = "{m}(no text)" },
    ];

    [TestCaseSource(nameof(Papers))]
    public void A_written_paper_has_no_fault_by_the_standard(Func<byte[]> write)
    {
        using var file = new MemoryStream(write());
        using var word = WordprocessingDocument.Open(file, isEditable: false);

        var faults = new OpenXmlValidator().Validate(word).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");

        Assert.That(faults, Is.Empty);
    }

    [TestCaseSource(nameof(Papers))]
    public void The_same_input_gives_the_same_bytes(Func<byte[]> write)
    {
        var bytes = write();

        Assert.That(write(), Is.EqualTo(bytes));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.That(zip.Entries.Select(part => part.LastWriteTime.Year), Is.All.EqualTo(1980));
    }

    [Test]
    public async Task A_return_notice_says_all_that_was_put_into_it()
    {
        var text = string.Join('\n', (await PaperOf(DocxWriter.ReturnNotice(Notice))).Paragraphs.Select(one => one.Text));

        foreach (var said in (string[])["退文〔2026〕1号", "第 2 次", "关于<供水>&管理的通知", "市住建局", "核稿员", "2026年2月13日 16:20", "R06", "缺少解读方案", "巴委办〔2017〕28号", "上传解读方案", "已改正", "措辞不当", "（第 12 段）", "标题不一致", "正文.docx", new string('a', 64), "请补齐。\n谢谢。"])
        {
            Assert.That(text, Does.Contain(said));
        }
    }

    [Test]
    public async Task A_sign_off_sheet_says_attribute_ground_and_opinions()
    {
        var text = string.Join('\n', (await PaperOf(DocxWriter.SignOffSheet(Sheet))).Paragraphs.Select(one => one.Text));

        foreach (var said in (string[])["非涉密公文专用", "部分公开", "G3 三安全一稳定：附件2 库点", "解读方案\n解读材料", "李四\n副市长", "同意。", "2026年2月13日"])
        {
            Assert.That(text, Does.Contain(said));
        }
    }

    [Test]
    public async Task Marked_up_text_is_read_back_as_it_was_meant()
    {
        var paper = await PaperOf(DocxWriter.FromText(Markup));

        Assert.That(paper.Body.Where(one => one.Text.Length > 0).Select(one => (one.Text, one.HeadingLevel, one.TableCell)), Is.EqualTo(new (string, int?, GovDocFlow.Documents.Papers.TableCell?)[]
        {
            ("通知", 1, null), ("一、背景依据", 1, null), ("为了规范管理。", null, null), ("（一）依据", 2, null), ("正文", null, null),
            ("甲", null, new(1, 1, 1)), ("乙", null, new(1, 1, 2)), ("1", null, new(1, 2, 1)), ("2", null, new(1, 2, 2)), ("市住建局", null, null),
        }));
    }

    [Test]
    public void A_page_is_A4_and_the_heads_of_its_tables_repeat()
    {
        using var file = new MemoryStream(DocxWriter.ReturnNotice(Notice));
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        var body = word.MainDocumentPart!.Document.Body!;

        Assert.That(body.Descendants<PageSize>().Select(size => (size.Width!.Value, size.Height!.Value)), Is.EqualTo(new[] { (11906u, 16838u) }));
        Assert.That(body.Descendants<TableHeader>().Count(), Is.EqualTo(3));
    }

    private static async Task<Paper> PaperOf(byte[] docx)
    {
        using var file = new MemoryStream(docx);
        return (await PaperReader.ReadAsync(file, "单.docx", new PdfText(""), CancellationToken.None)).Paper!;
    }
}
