using System.Text;

namespace GovDocFlow.Documents.Papers;

/// <summary>How much of an interpretation is the document over again.</summary>
public static class CopyRatio
{
    // Twelve characters are longer than the names and set phrases that both papers must share.
    private const int RunLength = 12;
    private const int CharactersCompared = 1_000_000;
    private const ulong Factor = 1_099_511_628_211;

    /// <summary>
    /// The share, from 0 to 1, of the interpretation's letters and digits that stand in the document in runs of at least twelve,
    /// white space and punctuation aside. Headers and footers do not count, nor does what follows the first million characters.
    /// An interpretation of fewer than twelve characters gives 0.
    /// </summary>
    public static double Of(Paper interpretation, Paper document)
    {
        var text = Letters(interpretation);
        if (text.Length < RunLength)
        {
            return 0;
        }

        var known = new HashSet<ulong>();
        foreach (var (_, run) in Runs(Letters(document)))
        {
            known.Add(run);
        }

        var copied = 0;
        var copiedUpTo = 0;
        foreach (var (start, run) in Runs(text))
        {
            if (known.Contains(run))
            {
                var end = start + RunLength;
                copied += end - Math.Max(start, copiedUpTo);
                copiedUpTo = end;
            }
        }

        return (double)copied / text.Length;
    }

    private static IEnumerable<(int Start, ulong Run)> Runs(string text)
    {
        var outgoing = 1UL;
        for (var power = 1; power < RunLength; power++)
        {
            outgoing = unchecked(outgoing * Factor);
        }

        var run = 0UL;
        for (var at = 0; at < text.Length; at++)
        {
            if (at >= RunLength)
            {
                run = unchecked(run - (text[at - RunLength] * outgoing));
            }

            run = unchecked((run * Factor) + text[at]);
            if (at >= RunLength - 1)
            {
                yield return (at - RunLength + 1, run);
            }
        }
    }

    private static string Letters(Paper paper)
    {
        var builder = new StringBuilder();
        foreach (var paragraph in paper.Paragraphs)
        {
            if (paragraph.Part is PaperPart.Header or PaperPart.Footer)
            {
                continue;
            }

            foreach (var character in Normalised.HalfWidth(paragraph.Text))
            {
                if (char.IsLetterOrDigit(character))
                {
                    builder.Append(char.ToLowerInvariant(character));
                }
            }

            if (builder.Length >= CharactersCompared)
            {
                return builder.ToString(0, CharactersCompared);
            }
        }

        return builder.ToString();
    }
}
