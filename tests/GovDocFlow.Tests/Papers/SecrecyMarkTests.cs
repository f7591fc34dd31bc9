using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class SecrecyMarkTests
{
    [TestCase("机密★10年")]
    [TestCase("绝密★30年")]
    [TestCase("秘密★")]
    [TestCase("机密★")]
    [TestCase("秘密★长期")]
    [TestCase("  机 密 ★ １０ 年　")]
    [TestCase("机密☆10年")]
    [TestCase("机密★6个月")]
    [TestCase("秘密★二十年")]
    [TestCase("绝密★启用前")]
    [TestCase("【机密★10年】")]
    [TestCase("（机密★20年）")]
    [TestCase("密级：机密★10年")]
    [TestCase("000123\t机密★10年\t特急")]
    [TestCase("巴中市人民政府文件\n机密★10年\n巴府发〔2026〕1号")]
    public void A_line_of_its_own_that_bears_a_mark_is_found(string text)
    {
        var paper = new Paper([new Paragraph(PaperPart.Body, 1, text)]);

        var found = SecrecyMark.Find(paper);

        Assert.That(found, Is.EqualTo(paper.Paragraphs[0]));
    }

    [TestCase("标有机密★10年的文件不得在本系统办理。")]
    [TestCase("机密★10年标志的使用")]
    [TestCase("机密★10年。")]
    [TestCase("机密")]
    [TestCase("保密")]
    [TestCase("★★★")]
    [TestCase("特急")]
    [TestCase("商业秘密★")]
    [TestCase("工作秘密★5年")]
    [TestCase("机密级文件管理办法")]
    public void A_sentence_that_only_speaks_of_secrets_bears_no_mark(string text)
    {
        var paper = new Paper([new Paragraph(PaperPart.Body, 1, text), new Paragraph(PaperPart.Header, 1, text)]);

        Assert.That(SecrecyMark.Find(paper), Is.Null);
    }

    [TestCase(29, true)]
    [TestCase(30, false)]
    public void In_the_body_a_mark_counts_within_the_first_thirty_paragraphs(int paragraphsBefore, bool counts)
    {
        var paper = new Paper(
        [
            .. Enumerable.Range(1, paragraphsBefore).Select(index => new Paragraph(PaperPart.Body, index, "正文。")),
            new Paragraph(PaperPart.Body, paragraphsBefore + 1, "机密★10年"),
        ]);

        Assert.That(SecrecyMark.Find(paper) is not null, Is.EqualTo(counts));
    }

    [Test]
    public void Empty_lines_do_not_push_a_mark_out_of_sight()
    {
        var paper = new Paper(
        [
            .. Enumerable.Range(1, 40).Select(index => new Paragraph(PaperPart.Body, index, " ")),
            new Paragraph(PaperPart.Body, 41, "机密★10年"),
        ]);

        Assert.That(SecrecyMark.Find(paper)?.Index, Is.EqualTo(41));
    }

    [TestCase(PaperPart.Header)]
    [TestCase(PaperPart.Footer)]
    [TestCase(PaperPart.TextBox)]
    public void In_headers_footers_and_text_boxes_a_mark_counts_anywhere(PaperPart part)
    {
        var paper = new Paper([.. Enumerable.Range(1, 50).Select(index => new Paragraph(part, index, "字")), new Paragraph(part, 51, "秘密★1年")]);

        Assert.That(SecrecyMark.Find(paper)?.Part, Is.EqualTo(part));
    }
}
