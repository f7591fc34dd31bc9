using System.Text;
using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Papers.Docx;

/// <summary>A stretch of paragraphs that belong together: the body, a header, one text box.</summary>
internal sealed class Story(PaperPart part, ParagraphList paragraphs, HeadingStyles styles)
{
    private readonly Stack<OpenTable> _tables = [];
    private readonly StringBuilder _text = new();
    private bool _runsIntoNext;

    public string? StyleId { get; set; }

    public int? Outline { get; set; }

    /// <summary>The mark at the paragraph's end is deleted, so that it runs into the next one.</summary>
    public bool IsMarkDeleted { get; set; }

    public void Append(string text)
    {
        _text.Append(text);
        paragraphs.LettersSeen += text.Length;
    }

    public void StartParagraph()
    {
        StyleId = null;
        Outline = null;
        IsMarkDeleted = false;
        if (!_runsIntoNext)
        {
            _text.Clear();
        }
    }

    public void EndParagraph()
    {
        _runsIntoNext = IsMarkDeleted;
        if (!_runsIntoNext)
        {
            Emit();
        }
    }

    public void StartTable() => _tables.Push(new OpenTable(paragraphs.NextTable()));

    public void StartRow()
    {
        if (_tables.TryPeek(out var table))
        {
            table.Row++;
            table.Column = 0;
        }
    }

    public void StartCell()
    {
        if (_tables.TryPeek(out var table))
        {
            table.Column++;
        }
    }

    public void EndTable() => _tables.TryPop(out _);

    /// <summary>A cell or the story ends: what was to run into a next paragraph has none to run into.</summary>
    public void End()
    {
        if (_runsIntoNext)
        {
            _runsIntoNext = false;
            Emit();
        }
    }

    private void Emit()
    {
        var cell = _tables.TryPeek(out var table) ? new TableCell(table.Number, table.Row, table.Column) : null;
        paragraphs.Add(part, _text.ToString(), styles.Level(StyleId, Outline), cell);
        _text.Clear();
    }

    private sealed class OpenTable(int number)
    {
        public int Number => number;

        public int Row { get; set; }

        public int Column { get; set; }
    }
}
