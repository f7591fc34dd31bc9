namespace GovDocFlow.Documents.Papers;

/// <summary>Where in a paper a paragraph stands.</summary>
public enum PaperPart
{
    /// <summary>The running text, table cells included.</summary>
    Body,

    /// <summary>A page header.</summary>
    Header,

    /// <summary>A page footer.</summary>
    Footer,

    /// <summary>A text box or shape.</summary>
    TextBox,
}

/// <summary>One paragraph of a paper, in reading order.</summary>
/// <param name="Index">Its number in its part, from 1, or the line on its page in a PDF; empty paragraphs count.</param>
/// <param name="Text">Its text without formatting; line breaks within it are <c>\n</c>. Never null.</param>
/// <param name="HeadingLevel">1–9 for a heading by style or outline level; null for running text.</param>
/// <param name="TableCell">The table's number, row and column, each from 1; null outside tables.</param>
/// <param name="Page">The page of a PDF, from 1; null in a docx, which has no pages until it is printed.</param>
public sealed record Paragraph(
    PaperPart Part,
    int Index,
    string Text,
    int? HeadingLevel = null,
    TableCell? TableCell = null,
    int? Page = null)
{
    /// <summary>Where to look, in the office's words: 第 12 段, 表 1 第 2 行第 3 列, 页眉第 1 段, 第 2 页第 5 行.</summary>
    public string Location => Part switch
    {
        PaperPart.Body when Page is { } page => $"第 {page} 页第 {Index} 行",
        PaperPart.Body when TableCell is { } cell => $"表 {cell.Table} 第 {cell.Row} 行第 {cell.Column} 列",
        PaperPart.Body => $"第 {Index} 段",
        PaperPart.Header => $"页眉第 {Index} 段",
        PaperPart.Footer => $"页脚第 {Index} 段",
        PaperPart.TextBox => $"文本框第 {Index} 段",
    };
}

/// <summary>A cell's place: table, row and column, each from 1.</summary>
public sealed record TableCell(int Table, int Row, int Column);

/// <summary>A docx or PDF read once into plain paragraphs, which every check of its content uses.</summary>
/// <param name="Paragraphs">All paragraphs in reading order, body first; may be empty.</param>
public sealed record Paper(IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>The paragraphs of the running text, in order.</summary>
    public IEnumerable<Paragraph> Body => Paragraphs.Where(paragraph => paragraph.Part == PaperPart.Body);
}
