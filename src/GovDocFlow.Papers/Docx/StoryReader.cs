using System.Globalization;
using System.Xml;
using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Papers.Docx;

/// <summary>Walks through one part of Word's XML, without recursion, and tells its stories.</summary>
internal sealed class StoryReader(XmlReader reader, ParagraphList paragraphs, HeadingStyles styles, CancellationToken ct)
{
    private readonly Stack<Story> _stories = [];
    private readonly Stack<Alternative> _alternatives = [];
    private bool _isInText;

    /// <summary>Reads to the end of the part.</summary>
    /// <param name="root">The name that its outermost element must have: <c>document</c>, <c>hdr</c>, <c>ftr</c>.</param>
    /// <exception cref="XmlException">It is not such a part, or not well-formed.</exception>
    /// <exception cref="Documents.RefusedException"><c>FILE_BOMB</c>: nested too deep.</exception>
    public void Read(string root, PaperPart part)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != root || !DocxNames.IsWord(reader))
        {
            throw new XmlException($"The part is no {root}.");
        }

        _stories.Push(new Story(part, paragraphs, styles));
        while (!reader.EOF)
        {
            ct.ThrowIfCancellationRequested();
            if (IsPassedOver())
            {
                reader.StepOver();
                continue;
            }

            Take();
            reader.Step();
        }

        _stories.Peek().End();
    }

    private Story Current => _stories.Peek();

    private bool IsPassedOver()
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return false;
        }

        // Deleted and moved-away text, the code of fields and pinyin above the line are not text.
        return DocxNames.IsWord(reader)
            ? reader.LocalName is "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "rt"
                or "rPr" or "tblPr" or "trPr" or "tcPr" or "sectPr"
            : reader.NamespaceURI == DocxNames.Compatibility && IsAlternativeNotTaken();
    }

    private void Take()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when DocxNames.IsWord(reader):
                OpenWord();
                break;
            case XmlNodeType.Element when reader.NamespaceURI == DocxNames.Compatibility:
                OpenAlternative();
                break;
            case XmlNodeType.Element when reader.NamespaceURI == DocxNames.Vml && reader.LocalName == "textpath":
                TakeWordArt(reader.GetAttribute("string"));
                break;
            case XmlNodeType.EndElement when DocxNames.IsWord(reader):
                Close(reader.LocalName);
                break;
            case XmlNodeType.EndElement when reader.NamespaceURI == DocxNames.Compatibility:
                CloseAlternative();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _isInText:
                Current.Append(reader.Value);
                break;
        }
    }

    private void OpenWord()
    {
        var name = reader.LocalName;
        switch (name)
        {
            case "p":
                Current.StartParagraph();
                break;
            case "pPr":
                ReadParagraphProperties();
                return;
            case "t":
                _isInText = !reader.IsEmptyElement;
                return;
            case "tab" or "ptab":
                Current.Append("\t");
                return;
            case "br" or "cr":
                Current.Append("\n");
                return;
            case "noBreakHyphen":
                Current.Append("-");
                return;
            case "sym":
                Current.Append(Symbol(reader.GetAttribute("font", reader.NamespaceURI), reader.GetAttribute("char", reader.NamespaceURI)));
                return;
            case "tbl":
                Current.StartTable();
                break;
            case "tr":
                Current.StartRow();
                return;
            case "tc":
                Current.StartCell();
                break;
            case "txbxContent":
                _stories.Push(new Story(PaperPart.TextBox, paragraphs, styles));
                break;
        }

        if (reader.IsEmptyElement)
        {
            Close(name);
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p":
                Current.EndParagraph();
                break;
            case "t":
                _isInText = false;
                break;
            case "tbl":
                Current.EndTable();
                break;
            case "tc":
                Current.End();
                break;
            case "txbxContent":
                _stories.Pop().End();
                break;
        }
    }

    // Stops on the closing tag, which Take passes by.
    private void ReadParagraphProperties()
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        reader.Step();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && DocxNames.IsWord(reader))
            {
                switch (reader.LocalName)
                {
                    case "pStyle":
                        Current.StyleId = DocxNames.Value(reader);
                        break;
                    case "outlineLvl":
                        Current.Outline = HeadingStyles.OutlineLevel(DocxNames.Value(reader));
                        break;
                    case "del":
                        Current.IsMarkDeleted = true;
                        break;
                    case "pPrChange" or "rPrChange" or "sectPr":
                        reader.StepOver();
                        continue;
                }
            }

            reader.Step();
        }
    }

    private void OpenAlternative()
    {
        if (reader.LocalName == "AlternateContent" && !reader.IsEmptyElement)
        {
            _alternatives.Push(new Alternative());
        }
        else if (reader.LocalName == "Choice" && _alternatives.TryPeek(out var alternative))
        {
            alternative.LettersBefore = paragraphs.LettersSeen;
        }
    }

    private void CloseAlternative()
    {
        if (reader.LocalName == "AlternateContent")
        {
            _alternatives.TryPop(out _);
        }
        else if (reader.LocalName == "Choice" && _alternatives.TryPeek(out var alternative))
        {
            alternative.IsTaken = paragraphs.LettersSeen > alternative.LettersBefore;
        }
    }

    // Word shows the first choice that it understands, and the fallback, which repeats it, otherwise.
    private bool IsAlternativeNotTaken() => reader.LocalName switch
    {
        "Choice" => _alternatives.TryPeek(out var alternative) && (alternative.IsTaken || !IsUnderstood()),
        "Fallback" => _alternatives.TryPeek(out var alternative) && alternative.IsTaken,
        _ => false,
    };

    private bool IsUnderstood() =>
        (reader.GetAttribute("Requires") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(prefix => reader.LookupNamespace(prefix)?.StartsWith("http://schemas.microsoft.com/office/", StringComparison.Ordinal) == true);

    private void TakeWordArt(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            paragraphs.LettersSeen += text.Length;
            paragraphs.Add(PaperPart.TextBox, text, headingLevel: null, cell: null);
        }
    }

    // Wingdings has its stars in the private area.
    private static string Symbol(string? font, string? code)
    {
        var isWingdings = font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true;
        return !ushort.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit) || char.IsSurrogate((char)unit) ? ""
            : isWingdings && unit is (0xF0AB or 0xF0B6) ? "★"
            : ((char)unit).ToString();
    }

    private sealed class Alternative
    {
        public long LettersBefore { get; set; }

        public bool IsTaken { get; set; }
    }
}
