namespace GovDocFlow.Documents.Papers;

/// <summary>How a run of text stands to the other version of its paragraph.</summary>
public enum RunChange
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the old one.</summary>
    Removed,

    /// <summary>Only in the new one.</summary>
    Added,
}

/// <summary>A stretch of text that changed or stayed as one. Never empty.</summary>
public sealed record TextRun(RunChange Change, string Text);

/// <summary>Two versions of one paragraph: words of letters and digits are compared whole, Chinese character by character.</summary>
internal static class TextDiff
{
    /// <summary>The runs in reading order; what was removed stands before what took its place.</summary>
    public static IReadOnlyList<TextRun> Compare(string old, string @new)
    {
        var (oldWords, newWords) = (Words(old), Words(@new));
        var changes = new List<(string Removed, string Added, string Same)>();
        var (o, n) = (0, 0);
        foreach (var (oldAt, newAt) in CommonRuns.Of(oldWords, newWords).Append((oldWords.Count, newWords.Count)))
        {
            if (oldAt > o || newAt > n || changes.Count == 0)
            {
                changes.Add((string.Concat(oldWords[o..oldAt]), string.Concat(newWords[n..newAt]), ""));
            }

            if (oldAt < oldWords.Count)
            {
                changes[^1] = changes[^1] with { Same = changes[^1].Same + oldWords[oldAt] };
            }

            (o, n) = (oldAt + 1, newAt + 1);
        }

        return Runs(changes);
    }

    /// <summary>How alike two texts are, from 0 to 1, by the pairs of neighbouring characters that they share.</summary>
    public static double Likeness(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2)
        {
            return one == other ? 1 : 0;
        }

        var pairs = new Dictionary<(char, char), int>();
        for (var at = 1; at < one.Length; at++)
        {
            var pair = (one[at - 1], one[at]);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        var shared = 0;
        for (var at = 1; at < other.Length; at++)
        {
            var pair = (other[at - 1], other[at]);
            if (pairs.GetValueOrDefault(pair) is > 0 and var left)
            {
                pairs[pair] = left - 1;
                shared++;
            }
        }

        return 2.0 * shared / (one.Length + other.Length - 2);
    }

    // One character that both sides happen to share between two changes would only make the change hard to read.
    private static List<TextRun> Runs(List<(string Removed, string Added, string Same)> changes)
    {
        var runs = new List<TextRun>();
        var (removed, added) = ("", "");
        foreach (var (index, change) in changes.Index())
        {
            removed += change.Removed;
            added += change.Added;
            var isLast = index == changes.Count - 1;
            if (change.Same.Length == 1 && !isLast && removed.Length + added.Length > 0)
            {
                removed += change.Same;
                added += change.Same;
                continue;
            }

            Add(RunChange.Removed, removed);
            Add(RunChange.Added, added);
            Add(RunChange.Same, change.Same);
            (removed, added) = ("", "");
        }

        return runs;

        void Add(RunChange change, string text)
        {
            if (text.Length > 0)
            {
                runs.Add(new TextRun(change, text));
            }
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + (char.IsSurrogatePair(text, start) ? 2 : 1);
            if (char.IsAsciiLetterOrDigit(text[start]))
            {
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                {
                    end++;
                }
            }

            words.Add(text[start..end]);
            start = end;
        }

        return words;
    }
}
