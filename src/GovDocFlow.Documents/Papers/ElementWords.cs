using System.Text.RegularExpressions;

namespace GovDocFlow.Documents.Papers;

/// <summary>Tells which elements a heading or a question names.</summary>
internal sealed partial class ElementWords
{
    private const int ShortestTellingWord = 4;
    private const int LongestWordsAround = 6;

    private static readonly string[] Fillers =
    [
        "本办法", "本规定", "本通知", "本意见", "本方案", "本细则", "本措施", "本通告", "本文件", "本政策", "本决定",
        "该办法", "该政策", "该文件", "此次", "本次",
        "文件", "政策", "制定", "出台", "起草", "编制", "修订", "关于", "主要", "相关", "有关", "具体", "重点", "基本", "总体", "核心", "工作", "实施", "执行",
        "情况", "说明", "解读", "介绍", "解释", "概述", "简介", "要点", "阐释", "分析",
        "等方面", "方面", "部分", "以及", "及其", "其", "的", "和", "及", "与", "暨", "、", "/", ",", "等", "—", "-", "(", ")", "+", "&",
    ];

    private readonly List<(string Word, InterpretationElement Element)> _words = [];
    private readonly List<(string Phrase, InterpretationElement Element)> _questions = [];

    public ElementWords(ElementCatalogue catalogue)
    {
        foreach (var element in catalogue.Elements)
        {
            foreach (var word in (IEnumerable<string>)[element.Name, .. element.Synonyms])
            {
                _words.Add((Normalised.WithoutSpaces(word), element));
                if (word.Length >= ShortestTellingWord)
                {
                    _questions.Add((WithoutParticles(word), element));
                }
            }

            _questions.AddRange(element.Questions.Select(phrase => (WithoutParticles(phrase), element)));
        }

        _words.Sort((one, other) => other.Word.Length.CompareTo(one.Word.Length));
    }

    /// <summary>The elements a line names as its heading; empty where it names none or is running text.</summary>
    public IReadOnlySet<InterpretationElement> NamedBy(OutlineLine line)
    {
        if (line.IsQuestion)
        {
            return AskedBy(line.Head);
        }

        var head = Titles().Replace(line.Head, "");
        if (head.Length is 0 or > 60)
        {
            return new HashSet<InterpretationElement>();
        }

        var named = new HashSet<InterpretationElement>();
        if (!IsMadeOfWords(head, named) && (line.IsStyled || line.IsNumberedHeading))
        {
            named = NamedAtAnEnd(head);
        }

        return named;
    }

    private HashSet<InterpretationElement> AskedBy(string head)
    {
        var question = WithoutParticles(Titles().Replace(head, ""));
        return [.. _questions.Where(asked => question.Contains(asked.Phrase, StringComparison.Ordinal)).Select(asked => asked.Element)];
    }

    private bool IsMadeOfWords(string head, HashSet<InterpretationElement> named) =>
        CanBeMadeFrom(0, head, named, []) && named.Count > 0;

    // Longest word first, then back: 背景依据 is one element, 背景和依据 the same one, 适用范围及标准 two.
    private bool CanBeMadeFrom(int from, string head, HashSet<InterpretationElement> named, HashSet<int> deadEnds)
    {
        if (from == head.Length)
        {
            return true;
        }

        if (deadEnds.Contains(from))
        {
            return false;
        }

        foreach (var (word, element) in _words)
        {
            if (StandsAt(from, head, word) && CanBeMadeFrom(from + word.Length, head, named, deadEnds))
            {
                named.Add(element);
                return true;
            }
        }

        if (Fillers.Any(filler => StandsAt(from, head, filler) && CanBeMadeFrom(from + filler.Length, head, named, deadEnds)))
        {
            return true;
        }

        deadEnds.Add(from);
        return false;
    }

    private static bool StandsAt(int from, string head, string word) =>
        string.CompareOrdinal(head, from, word, 0, word.Length) == 0;

    // 明确适用范围, 执行口径的把握: a real heading may say a few words more before or after, never on both sides.
    private HashSet<InterpretationElement> NamedAtAnEnd(string head)
    {
        for (var cut = 1; cut <= Math.Min(LongestWordsAround, head.Length - ShortestTellingWord); cut++)
        {
            foreach (var part in (IEnumerable<string>)[head[cut..], head[..^cut]])
            {
                var named = new HashSet<InterpretationElement>();
                if (HasTellingWord(part) && IsMadeOfWords(part, named))
                {
                    return named;
                }
            }
        }

        return [];
    }

    private bool HasTellingWord(string part) =>
        _words.Any(known => known.Word.Length >= ShortestTellingWord && part.Contains(known.Word, StringComparison.Ordinal));

    private static string WithoutParticles(string text) =>
        Normalised.WithoutSpaces(text).Replace("的", "", StringComparison.Ordinal);

    [GeneratedRegex("《[^》]*》", RegexOptions.CultureInvariant)]
    private static partial Regex Titles();
}
