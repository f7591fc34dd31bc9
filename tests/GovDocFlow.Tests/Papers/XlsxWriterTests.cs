using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using GovDocFlow.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class XlsxWriterTests
{
    private const int FirstOfItsOwn = 164;

    [Test]
    public void A_sheet_has_its_heads_in_the_first_row_and_stays_there()
    {
        using var book = Open(Written(["标题", "字号"], ["关于开展科普活动的通知", "巴科规〔2026〕1号"]));

        var rows = Rows(book);

        Assert.That(rows.Select(row => row.Select(Shown)), Is.EqualTo(new[]
        {
            new[] { "标题", "字号" },
            new[] { "关于开展科普活动的通知", "巴科规〔2026〕1号" },
        }));
        Assert.That(Sheet(book).Descendants<Pane>().Single().State!.Value, Is.EqualTo(PaneStateValues.Frozen));
        Assert.That(new OpenXmlValidator().Validate(book).Select(error => error.Description), Is.Empty);
    }

    [Test]
    public void A_day_is_a_date_and_a_moment_is_a_date_with_its_time()
    {
        var moment = DateTimeOffset.Parse("2026-02-13T16:20:00+08:00", CultureInfo.InvariantCulture);
        using var book = Open(Written(["日期", "时间"], [new DateOnly(2026, 2, 13), moment]));

        var cells = Rows(book)[1];

        Assert.That(
            cells.Select(cell => DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture))),
            Is.EqualTo(new[] { new DateTime(2026, 2, 13), new DateTime(2026, 2, 13, 16, 20, 0) }));
        Assert.That(cells.Select(cell => FormatOf(book, cell)), Is.EqualTo(new[] { "yyyy-mm-dd", "yyyy-mm-dd hh:mm" }));
    }

    [TestCase("20260213")]
    [TestCase("=HYPERLINK(\"https://example.com\")")]
    [TestCase("0827-5550505")]
    [TestCase("  两边有空格  ")]
    [TestCase("𠮷野镇与 <b> & \"引号\"")]
    public void What_is_text_stays_text_as_it_is(string text)
    {
        using var book = Open(Written(["标题"], [text]));

        var cell = Rows(book)[1].Single();

        Assert.That(cell.DataType!.Value, Is.EqualTo(CellValues.InlineString));
        Assert.That((cell.InlineString!.InnerText, cell.CellFormula), Is.EqualTo((text, (CellFormula?)null)));
    }

    [Test]
    public void What_no_spreadsheet_could_open_is_left_out()
    {
        using var book = Open(Written(["标题"], ["关于\u0001科普\uFFFF的𠮷通知"]));

        Assert.That(Shown(Rows(book)[1].Single()), Is.EqualTo("关于科普的𠮷通知"));
    }

    [Test]
    public void A_text_that_is_too_long_for_a_cell_is_cut_between_two_characters()
    {
        using var book = Open(Written(["标题"], [new string('文', 32_766) + "𠮷"]));

        Assert.That(Shown(Rows(book)[1].Single()), Is.EqualTo(new string('文', 32_766)));
    }

    [Test]
    public void What_a_cell_cannot_hold_is_refused()
    {
        using var writer = new XlsxWriter(new MemoryStream(), "公文", ["标题"]);

        Assert.That(() => writer.Row([42]), Throws.ArgumentException.With.Message.Contains("Int32"));
    }

    private static byte[] Written(IReadOnlyList<string> heads, params IReadOnlyList<object?>[] rows)
    {
        using var target = new MemoryStream();
        using (var writer = new XlsxWriter(target, "公文", heads))
        {
            foreach (var row in rows)
            {
                writer.Row(row);
            }
        }

        return target.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] book) => SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);

    private static Worksheet Sheet(SpreadsheetDocument book) => book.WorkbookPart!.WorksheetParts.Single().Worksheet;

    private static List<List<Cell>> Rows(SpreadsheetDocument book) =>
        [.. Sheet(book).Descendants<Row>().Select(row => row.Elements<Cell>().ToList())];

    private static string Shown(Cell cell) => cell.InlineString?.InnerText ?? "";

    private static string? FormatOf(SpreadsheetDocument book, Cell cell)
    {
        var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        Assert.That(format, Is.GreaterThanOrEqualTo(FirstOfItsOwn));
        return styles.NumberingFormats!.Elements<NumberingFormat>().Single(known => known.NumberFormatId!.Value == format).FormatCode;
    }
}
