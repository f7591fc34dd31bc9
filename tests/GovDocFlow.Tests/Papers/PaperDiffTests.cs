using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class PaperDiffTests
{
    [Test]
    public void A_changed_word_is_marked_inside_its_paragraph()
    {
        var line = Compare(["停车收费每小时 3 元，夜间免费。"], ["停车收费每小时 5 元，夜间免费。"]).Single();

        Assert.That(line.Change, Is.EqualTo(LineChange.Changed));
        Assert.That(line.Runs, Is.EqualTo(new TextRun[]
        {
            new(RunChange.Same, "停车收费每小时 "),
            new(RunChange.Removed, "3"),
            new(RunChange.Added, "5"),
            new(RunChange.Same, " 元，夜间免费。"),
        }));
    }

    [Test]
    public void Words_of_letters_and_digits_change_as_a_whole_and_Chinese_by_the_character()
    {
        var runs = Compare(["根据 version2025 修订本办法"], ["根据 version2026 修改本办法"]).Single().Runs;

        Assert.That(
            runs.Where(run => run.Change is not RunChange.Same).Select(run => run.Text),
            Is.EqualTo(new[] { "version2025", "version2026", "订", "改" }));
    }

    [Test]
    public void A_new_paragraph_before_a_changed_one_does_not_take_its_place()
    {
        var lines = Compare(
            ["第一条 为规范停车收费，制定本办法。", "第二条 本办法自发布之日起施行。"],
            ["第一条 为规范停车收费，制定本办法。", "新增一段与前后都毫不相干的文字", "第二条 本办法自 2026 年 10 月 1 日起施行。"]);

        Assert.That(
            lines.Select(line => line.Change),
            Is.EqualTo(new[] { LineChange.Same, LineChange.Added, LineChange.Changed }));
        Assert.That(lines[2].Old!.Index, Is.EqualTo(2));
        Assert.That(lines[2].New!.Index, Is.EqualTo(3));
    }

    [Test]
    public void A_paragraph_that_took_the_place_of_another_is_not_its_new_version()
    {
        var lines = Compare(["收费标准由价格部门制定。"], ["违反本办法的，依法处罚！"]);

        Assert.That(lines.Select(line => line.Change), Is.EqualTo(new[] { LineChange.Removed, LineChange.Added }));
    }

    [Test]
    public void What_was_removed_stands_where_it_stood()
    {
        var lines = Compare(["甲段完整保留", "乙段将被删去", "丙段完整保留"], ["甲段完整保留", "丙段完整保留"]);

        Assert.That(
            lines.Select(line => (line.Change, line.Runs[0].Text)),
            Is.EqualTo(new[]
            {
                (LineChange.Same, "甲段完整保留"), (LineChange.Removed, "乙段将被删去"), (LineChange.Same, "丙段完整保留"),
            }));
    }

    [Test]
    public void Cells_of_tables_are_compared_like_paragraphs_and_keep_their_place()
    {
        var old = new Paper([new(PaperPart.Body, 1, "小型车每小时三元", TableCell: new(1, 1, 1))]);
        var changed = new Paper([new(PaperPart.Body, 1, "小型车每小时四元", TableCell: new(1, 2, 1))]);

        var line = PaperDiff.Compare(old, changed).Single();

        Assert.That(line.Change, Is.EqualTo(LineChange.Changed));
        Assert.That((line.Old!.Location, line.New!.Location), Is.EqualTo(("表 1 第 1 行第 1 列", "表 1 第 2 行第 1 列")));
    }

    [Test]
    public void Empty_paragraphs_and_white_space_at_the_ends_are_no_change()
    {
        var lines = Compare(["  通知  ", "", "正文"], ["通知", "正文 ", "  "]);

        Assert.That(lines.Select(line => line.Change), Is.All.EqualTo(LineChange.Same));
        Assert.That(lines, Has.Count.EqualTo(2));
    }

    [Test]
    public void Every_line_of_both_papers_is_told_once_whatever_was_done_to_it()
    {
        var dice = new Random(20260309);
        for (var round = 0; round < 200; round++)
        {
            var (old, changed) = (Shuffled(dice), Shuffled(dice));

            var lines = Compare(old, changed);

            Assert.That(lines.Select(line => line.Old?.Text).OfType<string>(), Is.EqualTo(old));
            Assert.That(lines.Select(line => line.New?.Text).OfType<string>(), Is.EqualTo(changed));
            foreach (var line in lines)
            {
                Assert.That(Side(line, RunChange.Added), Is.EqualTo(line.Old?.Text ?? ""));
                Assert.That(Side(line, RunChange.Removed), Is.EqualTo(line.New?.Text ?? ""));
            }
        }
    }

    [Test]
    public void As_many_lines_as_can_be_are_the_same()
    {
        var same = Compare([.. "ABCABBA".Select(each => $"{each}")], [.. "CBABAC".Select(each => $"{each}")])
            .Count(line => line.Change is LineChange.Same);

        Assert.That(same, Is.EqualTo(4));
    }

    [Test]
    public void Two_big_papers_with_nothing_in_common_are_told_apart_in_bounded_memory()
    {
        var old = Enumerable.Range(0, 6000).Select(at => $"旧 {at}").ToArray();
        var changed = Enumerable.Range(0, 6000).Select(at => $"新 {at}").ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var lines = Compare(old, changed);

        Assert.That(lines, Has.Count.EqualTo(12_000));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100_000_000));
    }

    private static string Side(DiffLine line, RunChange without) =>
        string.Concat(line.Runs.Where(run => run.Change != without).Select(run => run.Text));

    private static string[] Shuffled(Random dice) =>
    [
        .. Enumerable.Range(0, dice.Next(0, 9)).Select(_ =>
            string.Concat(Enumerable.Range(0, dice.Next(1, 9)).Select(_ => "甲乙丙丁ab1，"[dice.Next(8)]))),
    ];

    private static IReadOnlyList<DiffLine> Compare(string[] old, string[] changed) =>
        PaperDiff.Compare(PaperOf(old), PaperOf(changed));

    private static Paper PaperOf(string[] lines) =>
        new([.. lines.Select((text, at) => new Paragraph(PaperPart.Body, at + 1, text))]);
}
