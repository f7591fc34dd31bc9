using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class CopyRatioTests
{
    private const string Clause = "第一条为了规范城市供水管理保障生产生活用水安全根据有关法律法规结合本市实际制定本办法";
    private const string Words = "这份文件说的是自来水公司怎样修管道居民停水多久能够得到通知以及去哪里投诉";

    [Test]
    public void A_full_copy_counts_as_one_whatever_its_punctuation_and_width() =>
        Assert.That(CopyRatio.Of(PaperOf("第一条　为了规范城市供水管理，保障生产、生活用水安全，根据有关法律法规，", "结合本市实际，制定本办法。"), PaperOf(Clause)), Is.EqualTo(1));

    [Test]
    public void Words_of_ones_own_count_as_nothing() =>
        Assert.That(CopyRatio.Of(PaperOf(Words), PaperOf(Clause)), Is.Zero);

    [Test]
    public void Half_a_copy_counts_as_its_share()
    {
        var ratio = CopyRatio.Of(PaperOf(Clause, Words), PaperOf(Clause));

        Assert.That(ratio, Is.EqualTo((double)Clause.Length / (Clause.Length + Words.Length)).Within(1e-9));
    }

    [Test]
    public void Names_that_both_papers_must_share_are_no_copy() =>
        Assert.That(CopyRatio.Of(PaperOf("城市供水管理" + Words), PaperOf(Clause)), Is.Zero);

    [Test]
    public void Empty_papers_copy_nothing()
    {
        Assert.That(CopyRatio.Of(PaperOf(""), PaperOf(Clause)), Is.Zero);
        Assert.That(CopyRatio.Of(PaperOf(Words), PaperOf("")), Is.Zero);
    }

    private static Paper PaperOf(params string[] lines) =>
        new([.. lines.Select((line, index) => new Paragraph(PaperPart.Body, index + 1, line)), new Paragraph(PaperPart.Header, 1, Clause)]);
}
