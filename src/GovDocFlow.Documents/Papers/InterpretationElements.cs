namespace GovDocFlow.Documents.Papers;

/// <summary>An element of the catalogue and the heading under which an interpretation explains it.</summary>
/// <param name="At">The paragraph that names it and has text under it; null where it is missing.</param>
public sealed record FoundElement(InterpretationElement Element, Paragraph? At);

/// <summary>Looks for the elements that an interpretation has to explain.</summary>
public static class InterpretationElements
{
    // No interpretation is longer, and looking for the text under a heading costs time with every line.
    private const int LinesRead = 10_000;

    /// <summary>
    /// Every element of the catalogue, in its order. One is found where a heading, a question or a label at the head of a
    /// paragraph names it and text stands under it; a word within running text finds nothing. One heading may name several.
    /// Headers, footers and all after the first 10,000 lines are not looked at.
    /// </summary>
    public static IReadOnlyList<FoundElement> Find(Paper paper, ElementCatalogue catalogue)
    {
        var words = new ElementWords(catalogue);
        var found = new Dictionary<InterpretationElement, Paragraph>();
        foreach (var part in (IEnumerable<PaperPart>)[PaperPart.Body, PaperPart.TextBox])
        {
            var lines = Outline(paper, part, words);
            for (var at = 0; at < lines.Count; at++)
            {
                if (lines[at].Named.Count == 0 || lines[at].Named.All(found.ContainsKey) || !HasTextUnder(lines, at))
                {
                    continue;
                }

                foreach (var element in lines[at].Named)
                {
                    found.TryAdd(element, lines[at].Line.At);
                }
            }
        }

        return [.. catalogue.Elements.Select(element => new FoundElement(element, found.GetValueOrDefault(element)))];
    }

    private static List<OutlineEntry> Outline(Paper paper, PaperPart part, ElementWords words)
    {
        var entries = new List<OutlineEntry>();
        foreach (var paragraph in paper.Paragraphs.Where(paragraph => paragraph.Part == part))
        {
            foreach (var text in Normalised.Lines(paragraph.Text))
            {
                if (entries.Count < LinesRead && !OutlineLine.IsContentsEntry(text))
                {
                    var line = OutlineLine.Read(paragraph, text);
                    entries.Add(new OutlineEntry(line, words.NamedBy(line)));
                }
            }
        }

        return entries;
    }

    private static bool HasTextUnder(List<OutlineEntry> lines, int at)
    {
        var heading = lines[at].Line;
        if (OutlineLine.SaysSomething(heading.Rest))
        {
            return true;
        }

        return heading.At.TableCell is { } cell ? HasTextInTable(lines, at, cell) : HasTextBelow(lines, at);
    }

    private static bool HasTextBelow(List<OutlineEntry> lines, int at)
    {
        var heading = lines[at].Line;
        for (var below = at + 1; below < lines.Count; below++)
        {
            var (line, named) = lines[below];
            if (!line.HasSubstance)
            {
                continue;
            }

            var isElement = named.Count > 0;
            var isHeading = isElement
                || line.IsStyled
                || (line.IsQuestion && heading.IsQuestion)
                || (line.IsNumberedHeading && !line.IsDeeperThan(heading, isElement: false));
            if (!isHeading)
            {
                return true;
            }

            if (!line.IsDeeperThan(heading, isElement))
            {
                return false;
            }

            if (OutlineLine.SaysSomething(line.Rest))
            {
                return true;
            }
        }

        return false;
    }

    // A form names the element on the left and explains it on the right, or names several in one row and explains them below.
    private static bool HasTextInTable(List<OutlineEntry> lines, int at, TableCell cell)
    {
        var row = lines.Where(entry => entry.Line.At.TableCell is { } other && other.Table == cell.Table && other.Row == cell.Row).ToList();
        var sameCellAndRight = row.SkipWhile(entry => !ReferenceEquals(entry, lines[at])).Skip(1).TakeWhile(entry => entry.Named.Count == 0);
        if (sameCellAndRight.Any(entry => entry.Line.HasSubstance))
        {
            return true;
        }

        var isHeadRow = row.Count == 1 || row.Count(entry => entry.Named.Count > 0) > 1;
        return isHeadRow
            && lines.Any(entry => entry.Named.Count == 0
                && entry.Line.At.TableCell == cell with { Row = cell.Row + 1 }
                && entry.Line.HasSubstance);
    }

    private sealed record OutlineEntry(OutlineLine Line, IReadOnlySet<InterpretationElement> Named);
}
