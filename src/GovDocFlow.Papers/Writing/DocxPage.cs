using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GovDocFlow.Papers;

/// <summary>An A4 page in the making: its paragraphs and tables, in order.</summary>
internal sealed class DocxPage
{
    // A4 in twentieths of a point, with margins of 2.5 cm.
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 1418;
    private const int TextWidth = PageWidth - (2 * Margin);

    private readonly Body _body = new();

    public void Title(string text) => _body.Append(Styled(text, "Title"));

    public void Heading(string text, int level) => _body.Append(Styled(text, level == 1 ? "Heading1" : "Heading2"));

    public void Paragraph(string text) => _body.Append(Styled(text, "BodyText"));

    public void Centred(string text) => _body.Append(Aligned(text, JustificationValues.Center));

    public void Right(string text) => _body.Append(Aligned(text, JustificationValues.Right));

    /// <summary>A form of boxes: rows of label and value, or of two labels with a value each.</summary>
    public void Form(IReadOnlyList<string?[]> rows)
    {
        const int label = 1800;
        const int value = (TextWidth - (2 * label)) / 2;
        var table = Grid([label, value, label, value]);
        foreach (var row in rows)
        {
            var cells = row.Length == 4
                ? new[] { Cell(row[0], label, "TableHead"), Cell(row[1], value), Cell(row[2], label, "TableHead"), Cell(row[3], value) }
                : [Cell(row[0], label, "TableHead"), Cell(row[1], value + label + value, span: 3)];
            table.Append(new TableRow(cells));
        }

        Append(table);
    }

    /// <summary>A table whose head is repeated on every page.</summary>
    /// <param name="shares">The widths of the columns in proportion to each other.</param>
    public void Table(IReadOnlyList<int> shares, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var sum = shares.Sum();
        int[] widths = [.. shares.Select(share => TextWidth * share / sum)];
        var table = Grid(widths);
        table.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. Cells(head, "TableHead")]));
        foreach (var row in rows)
        {
            table.Append(new TableRow(Cells(row, "TableText")));
        }

        Append(table);

        IEnumerable<TableCell> Cells(IReadOnlyList<string> texts, string style) =>
            widths.Select((width, column) => Cell(column < texts.Count ? texts[column] : "", width, style));
    }

    /// <summary>The finished file.</summary>
    public byte[] ToBytes(string title, string? author)
    {
        _body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = DocxPackage.FooterId },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 851, Footer = 992, Gutter = 0 }));
        return DocxPackage.Zip(new Document(_body), Printable(title), Printable(author ?? ""));
    }

    // Two tables in a row would become one, and a document may not end in a table.
    private void Append(Table table) => _body.Append(table, Styled("", "TableText"));

    private static Table Grid(IReadOnlyList<int> widths) => new(
        new TableProperties(
            new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                Border<TopBorder>(),
                Border<LeftBorder>(),
                Border<BottomBorder>(),
                Border<RightBorder>(),
                Border<InsideHorizontalBorder>(),
                Border<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));

    private static T Border<T>()
        where T : BorderType, new() =>
        new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static TableCell Cell(string? text, int width, string style = "TableText", int span = 1)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, Styled(text ?? "", style));
    }

    private static Paragraph Aligned(string text, JustificationValues alignment) =>
        new(new ParagraphProperties(new Justification { Val = alignment }), TextRun(text));

    private static Paragraph Styled(string text, string style)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0)
        {
            paragraph.Append(TextRun(text));
        }

        return paragraph;
    }

    private static Run TextRun(string text)
    {
        var run = new Run();
        foreach (var line in Printable(text.ReplaceLineEndings("\n")).Split('\n'))
        {
            if (run.HasChildren)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    // What people paste may hold characters that XML cannot; a notice must not fail for that.
    private static string Printable(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
            {
                builder.Append(rune);
            }
        }

        return builder.ToString();
    }
}
