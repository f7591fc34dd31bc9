using System.Runtime.CompilerServices;
using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class InterpretationElementsTests
{
    private static readonly ElementCatalogue Catalogue = ElementCatalogue.Parse(File.ReadAllText(CatalogueFile()));

    [TestCase("一、背景依据/为了规范管理，制定本办法。", "background")]
    [TestCase("（一）目标任务/到2030年建成。", "objectives")]
    [TestCase("1、主要内容/共五章。", "mainContent")]
    [TestCase("1．涉及范围/全市。", "scope")]
    [TestCase("1.1 执行标准/每户两千元。", "criteria")]
    [TestCase("第一，执行口径/按月计算。", "criteria")]
    [TestCase("①新旧政策差异/提高了标准。", "differences")]
    [TestCase("第三部分　适用对象/小微企业。", "scope")]
    [TestCase("背景依据/为了规范管理。", "background")]
    [TestCase("注意事项：/请携带证件。", "cautions")]
    [TestCase("背 景 依 据/为了规范管理。", "background")]
    [TestCase("（三）适用范围。本办法适用于全市。", "scope")]
    [TestCase("适用范围：本办法适用于全市。", "scope")]
    [TestCase("【关键词诠释】一人公司是指只有一名员工的公司。", "keywords")]
    [TestCase("三、惠民利民举措 对困难家庭减免费用。", "benefits")]
    [TestCase("一、背景依据和目标任务/为了规范管理。", "background,objectives")]
    [TestCase("二、主要内容及适用范围/共五章。", "mainContent,scope")]
    [TestCase("一、《管理办法》的制定背景/为了规范管理。", "background")]
    [TestCase("五、与原政策的区别/提高了标准。", "differences")]
    [TestCase("六、明确适用范围/全市。", "scope")]
    [TestCase("六、执行口径的把握/按月计算。", "criteria")]
    [TestCase("二、主要内容/（一）总体要求/坚持原则。", "mainContent")]
    [TestCase("二、主要内容/（一）适用范围/全市。", "mainContent,scope")]
    [TestCase("六、注意事项/1.携带身份证/2.提前预约", "cautions")]
    [TestCase("问：本办法出台的背景是什么？/答：为了规范管理。", "background")]
    [TestCase("问：哪些企业可以申请？答：小微企业。", "scope")]
    [TestCase("3.与以往政策相比有哪些变化？/提高了标准。", "differences")]
    [TestCase("背景依据\n为了规范管理。", "background")]
    [TestCase("一、背景依据……1/二、主要内容……3/正文/一、背景依据/为了规范管理。", "background")]
    public void An_element_is_found_where_a_heading_names_it_and_text_follows(string lines, string codes)
    {
        var found = FoundIn(PaperOf(lines));

        Assert.That(found, Is.EqualTo(codes));
    }

    [TestCase("本办法明确了背景依据、目标任务、主要内容、涉及范围和执行口径。")]
    [TestCase("本通知的主要内容由市政府办公室负责解释/下一段。")]
    [TestCase("1.本通知的主要内容由市政府办公室负责解释/下一段。")]
    [TestCase("1.各单位要认真学习主要内容，做好宣传。/下一段。")]
    [TestCase("加强新旧政策差异的宣传工作/下一段。")]
    [TestCase("主要内容如下：/第一条。")]
    [TestCase("一、背景依据")]
    [TestCase("一、背景依据/  /")]
    [TestCase("一、背景依据/略")]
    [TestCase("一、背景依据/（待补充）")]
    [TestCase("一、背景依据/二、工作安排/各单位落实。")]
    [TestCase("问：适用范围是什么？/问：找谁咨询？/答：市科技局。")]
    [TestCase("问：如何申领《关于征税范围和执行标准的办法》的资料？/答：网上下载。")]
    [TestCase("一、背景依据\t1/二、主要内容\t3/市科技局")]
    public void A_word_in_running_text_or_a_heading_without_text_finds_nothing(string lines)
    {
        var found = FoundIn(PaperOf(lines));

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void A_heading_followed_at_once_by_its_equal_is_missing_and_the_equal_is_found()
    {
        var found = FoundIn(PaperOf("一、背景依据/二、目标任务/到2030年建成。"));

        Assert.That(found, Is.EqualTo("objectives"));
    }

    [Test]
    public void Headings_by_style_follow_their_levels()
    {
        var paper = new Paper(
        [
            Heading(1, "政策背景与依据", 1), Heading(2, "制定的由来", 2), Body(3, "为了规范管理。"),
            Heading(4, "目标任务", 1), Heading(5, "主要内容", 1), Body(6, "共五章。"),
            Heading(7, "涉及范围", 2), Heading(8, "附件", 1), Body(9, "表格。"),
        ]);

        Assert.That(FoundIn(paper), Is.EqualTo("background,mainContent"));
    }

    [Test]
    public void The_place_of_each_element_is_told()
    {
        var found = InterpretationElements.Find(PaperOf("标题/一、背景依据/为了规范管理。"), Catalogue);

        Assert.That(found.Select(one => one.Element), Is.EqualTo(Catalogue.Elements));
        Assert.That(found[0].At?.Location, Is.EqualTo("第 2 段"));
        Assert.That(found.Skip(1).Select(one => one.At), Is.All.Null);
    }

    [Test]
    public void A_form_names_elements_on_the_left_and_explains_them_on_the_right()
    {
        var paper = Grid(["要素", "内容"], ["背景依据", "为了规范管理。"], ["目标任务", ""], ["主要内容", "共五章。"], ["涉及范围", ""], ["联系人", "张三"]);

        Assert.That(FoundIn(paper), Is.EqualTo("background,mainContent"));
    }

    [Test]
    public void A_form_may_name_elements_in_one_row_and_explain_them_below()
    {
        var paper = Grid(["背景依据", "目标任务", "主要内容"], ["为了规范管理。", "", "共五章。"]);

        Assert.That(FoundIn(paper), Is.EqualTo("background,mainContent"));
    }

    [Test]
    public void Text_boxes_are_looked_at_and_headers_are_not()
    {
        var paper = new Paper(
        [
            new Paragraph(PaperPart.TextBox, 1, "执行口径"), new Paragraph(PaperPart.TextBox, 2, "按月计算。"),
            new Paragraph(PaperPart.Header, 1, "涉及范围"), new Paragraph(PaperPart.Header, 2, "全市"),
        ]);

        Assert.That(FoundIn(paper), Is.EqualTo("criteria"));
    }

    private static string FoundIn(Paper paper) =>
        string.Join(',', InterpretationElements.Find(paper, Catalogue).Where(one => one.At is not null).Select(one => one.Element.Code));

    private static Paper PaperOf(string lines) =>
        new([.. lines.Split('/').Select((line, index) => Body(index + 1, line))]);

    private static Paragraph Body(int index, string text) => new(PaperPart.Body, index, text);

    private static Paragraph Heading(int index, string text, int level) => new(PaperPart.Body, index, text, level);

    private static Paper Grid(params string[][] rows) =>
        new([.. rows.SelectMany((row, r) => row.Select((text, c) => new Paragraph(PaperPart.Body, (r * 10) + c + 1, text, TableCell: new TableCell(1, r + 1, c + 1))))]);

    private static string CatalogueFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../workflows/rules/interpretation-elements.json");
}
