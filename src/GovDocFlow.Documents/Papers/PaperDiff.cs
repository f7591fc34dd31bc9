namespace GovDocFlow.Documents.Papers;

/// <summary>What became of a paragraph or table cell from one paper to the other.</summary>
public enum LineChange
{
    /// <summary>In both, word for word.</summary>
    Same,

    /// <summary>In both, with other words.</summary>
    Changed,

    /// <summary>Only in the new paper.</summary>
    Added,

    /// <summary>Only in the old paper.</summary>
    Removed,
}

/// <summary>One paragraph or table cell of the comparison.</summary>
/// <param name="Old">Where it stands in the old paper; null where it was added.</param>
/// <param name="New">Where it stands in the new paper; null where it was removed.</param>
/// <param name="Runs">Its text with the changed words marked.</param>
public sealed record DiffLine(LineChange Change, Paragraph? Old, Paragraph? New, IReadOnlyList<TextRun> Runs);

/// <summary>Compares two papers paragraph by paragraph and cell by cell.</summary>
/// <remarks>Papers that differ in more than some 1,500 paragraphs are compared only at their common beginning and end.</remarks>
public static class PaperDiff
{
    private const double Alike = 0.4;
    private const int MostPairsWeighed = 2500;

    /// <summary>The lines in reading order, removed ones where they stood. Empty paragraphs and white space at their ends do not count.</summary>
    public static IReadOnlyList<DiffLine> Compare(Paper old, Paper @new)
    {
        var (oldLines, newLines) = (Lines(old), Lines(@new));
        var texts = (Old: Texts(oldLines), New: Texts(newLines));
        var lines = new List<DiffLine>();
        var (o, n) = (0, 0);
        foreach (var (oldAt, newAt) in CommonRuns.Of(texts.Old, texts.New).Append((oldLines.Count, newLines.Count)))
        {
            AddGap(lines, oldLines[o..oldAt], newLines[n..newAt]);
            if (oldAt < oldLines.Count)
            {
                lines.Add(new DiffLine(
                    LineChange.Same, oldLines[oldAt], newLines[newAt], [new TextRun(RunChange.Same, texts.Old[oldAt])]));
            }

            (o, n) = (oldAt + 1, newAt + 1);
        }

        return lines;
    }

    private static void AddGap(List<DiffLine> lines, List<Paragraph> removed, List<Paragraph> added)
    {
        var (o, n) = (0, 0);
        foreach (var (oldAt, newAt) in Partners(Texts(removed), Texts(added)).Append((removed.Count, added.Count)))
        {
            lines.AddRange(removed[o..oldAt].Select(line => new DiffLine(
                LineChange.Removed, line, null, [new TextRun(RunChange.Removed, line.Text.Trim())])));
            lines.AddRange(added[n..newAt].Select(line => new DiffLine(
                LineChange.Added, null, line, [new TextRun(RunChange.Added, line.Text.Trim())])));
            if (oldAt < removed.Count)
            {
                var (before, after) = (removed[oldAt], added[newAt]);
                lines.Add(new DiffLine(
                    LineChange.Changed, before, after, TextDiff.Compare(before.Text.Trim(), after.Text.Trim())));
            }

            (o, n) = (oldAt + 1, newAt + 1);
        }
    }

    // Of two paragraphs that are alike one is the other's new version, in the order that makes the most of the gap alike.
    private static List<(int Old, int New)> Partners(List<string> removed, List<string> added)
    {
        var partners = new List<(int, int)>();
        if (removed.Count == 0 || added.Count == 0 || (long)removed.Count * added.Count > MostPairsWeighed)
        {
            return partners;
        }

        var likeness = new double[removed.Count, added.Count];
        var best = new double[removed.Count + 1, added.Count + 1];
        for (var o = removed.Count - 1; o >= 0; o--)
        {
            for (var n = added.Count - 1; n >= 0; n--)
            {
                likeness[o, n] = TextDiff.Likeness(removed[o], added[n]);
                var paired = likeness[o, n] >= Alike ? likeness[o, n] + best[o + 1, n + 1] : 0;
                best[o, n] = Math.Max(paired, Math.Max(best[o + 1, n], best[o, n + 1]));
            }
        }

        for (var (o, n) = (0, 0); o < removed.Count && n < added.Count;)
        {
            if (likeness[o, n] >= Alike && best[o, n] <= likeness[o, n] + best[o + 1, n + 1])
            {
                partners.Add((o++, n++));
            }
            else if (best[o + 1, n] >= best[o, n + 1])
            {
                o++;
            }
            else
            {
                n++;
            }
        }

        return partners;
    }

    private static List<Paragraph> Lines(Paper paper) =>
        [.. paper.Paragraphs.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph.Text))];

    private static List<string> Texts(List<Paragraph> lines) => [.. lines.Select(line => line.Text.Trim())];
}
