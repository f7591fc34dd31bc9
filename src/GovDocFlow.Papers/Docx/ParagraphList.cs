using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Papers.Docx;

/// <summary>Collects paragraphs by the part of the paper in which they stand, and numbers them there.</summary>
internal sealed class ParagraphList
{
    private readonly Dictionary<PaperPart, List<Paragraph>> _byPart = [];
    private int _tables;

    /// <summary>Grows with every letter; tells whether a stretch of the file said anything.</summary>
    public long LettersSeen { get; set; }

    public int NextTable() => ++_tables;

    public void Add(PaperPart part, string text, int? headingLevel, TableCell? cell)
    {
        if (!_byPart.TryGetValue(part, out var list))
        {
            _byPart[part] = list = [];
        }

        list.Add(new Paragraph(part, list.Count + 1, text, headingLevel, cell));
    }

    /// <summary>All of them: body, text boxes, headers, footers.</summary>
    public Paper ToPaper() => new(
    [
        .. _byPart.GetValueOrDefault(PaperPart.Body, []),
        .. _byPart.GetValueOrDefault(PaperPart.TextBox, []),
        .. _byPart.GetValueOrDefault(PaperPart.Header, []),
        .. _byPart.GetValueOrDefault(PaperPart.Footer, []),
    ]);
}
