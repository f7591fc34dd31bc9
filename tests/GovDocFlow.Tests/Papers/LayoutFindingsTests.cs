using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class LayoutFindingsTests
{
    private const string Title = "巴中市人民政府关于印发《巴中市城市供水管理办法》的通知";

    [TestCase(Title)]
    [TestCase("巴中市人民政府文件/巴府规〔2026〕1号/巴中市人民政府/关于印发《巴中市城市供水管理办法》的通知/各县（区）人民政府：")]
    [TestCase("巴中市人民政府\n关于印发《巴中市城市供水管理办法》的通知（代拟稿）")]
    [TestCase("各单位要认真落实。/下面没有标题。")]
    [TestCase("")]
    public void A_heading_that_is_the_title_or_is_not_there_finds_nothing(string lines) =>
        Assert.That(LayoutFindings.Of(PaperOf(lines), Title, null), Is.Empty);

    [TestCase("巴中市人民政府关于印发《巴中市城镇供水管理办法》的通知/各县（区）人民政府：", "第 1 段")]
    [TestCase("巴府规〔2026〕1号/巴中市人民政府关于加强供水管理的通知/各县（区）人民政府：", "第 2 段")]
    public void Another_heading_is_pointed_out(string lines, string location)
    {
        var findings = LayoutFindings.Of(PaperOf(lines), Title, null);

        Assert.That(findings.Select(one => (one.Code, one.Location)), Is.EqualTo(new[] { ("TITLE_DIFFERS", location) }));
    }

    [TestCase("本办法自2026年3月1日起施行。")]
    [TestCase("本办法自 2026 年 3 月 1 日 起 正式施行，有效期5年。")]
    [TestCase("本办法自二〇二六年三月一日起施行。")]
    [TestCase("本办法自发布之日起施行。")]
    [TestCase("原办法自2020年1月1日起施行。/本办法自2026年3月1日起施行，原办法同时废止。")]
    [TestCase("本办法自2026年13月1日起施行。")]
    [TestCase("会议于2026年4月1日召开。")]
    public void A_date_of_effect_that_agrees_or_is_none_finds_nothing(string lines) =>
        Assert.That(LayoutFindings.Of(PaperOf(lines), Title, new DateOnly(2026, 3, 1)), Is.Empty);

    [TestCase("引言。/本办法自2026年4月1日起施行。", "2026年4月1日")]
    [TestCase("引言。/本办法自二〇二六年十二月三十一日起施行。", "2026年12月31日")]
    [TestCase("引言。/本办法自２０２６年１０月２０日起实施。", "2026年10月20日")]
    public void Another_date_of_effect_is_pointed_out(string lines, string day)
    {
        var finding = LayoutFindings.Of(PaperOf(lines), Title, new DateOnly(2026, 3, 1)).Single();

        Assert.That((finding.Code, finding.Location), Is.EqualTo(("EFFECT_DATE_DIFFERS", "第 2 段")));
        Assert.That(finding.Message.Zh, Does.Contain(day).And.Contain("2026年3月1日"));
    }

    [Test]
    public void Without_a_declared_day_no_date_is_a_finding() =>
        Assert.That(LayoutFindings.Of(PaperOf("本办法自2026年4月1日起施行。"), Title, null), Is.Empty);

    private static Paper PaperOf(string lines) =>
        new([.. lines.Split('/').Select((line, index) => new Paragraph(PaperPart.Body, index + 1, line))]);
}
