namespace GovDocFlow.Documents.Rules;

/// <summary>A rule's legal basis, and how far its text has been checked.</summary>
/// <param name="Mark">V read in full, E read as an excerpt, M not checked, D the system's own control rule.</param>
public sealed record Basis(string Text, string Mark)
{
    /// <summary>What a notice prints: an unchecked basis is never quoted to anybody.</summary>
    public string Printed => Mark == "M" ? "依据待核" : Text;
}

/// <summary>A rule by which a draft goes back, as the office keeps it: data, with its legal basis and its first day.</summary>
public sealed record ReturnRule
{
    /// <summary>R01…R20.</summary>
    public required string Code { get; init; }

    /// <summary>The gate that asks it: attribute, interpretation, materials or countersign.</summary>
    public required string Gate { get; init; }

    /// <summary>Its name on notices.</summary>
    public required Sentence Name { get; init; }

    /// <summary>Its legal basis.</summary>
    public required Basis Basis { get; init; }

    /// <summary>The first day of submission to which it applies.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Switched off, it never fires.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What is wrong; <c>{0}</c> stands for the detail that the check names.</summary>
    public required Sentence Message { get; init; }

    /// <summary>What to do.</summary>
    public required Sentence Fix { get; init; }

    /// <summary>Switches and limits of the rule, by name.</summary>
    public IReadOnlyDictionary<string, decimal> Limits { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Whether a switch of the rule is on; an absent one is off.</summary>
    public bool IsOn(string name) => Limits.TryGetValue(name, out var value) && value != 0;
}

/// <summary>An entry of the exemption catalogue: documents that owe no interpretation although they are issued in the name.</summary>
/// <remarks>Every condition that is given must hold. A normative document is never exempt.</remarks>
public sealed record ExemptionRule
{
    /// <summary>The code that a draft names.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required Sentence Name { get; init; }

    /// <summary>Its basis.</summary>
    public required Basis Basis { get; init; }

    /// <summary>The kinds it covers; empty: any.</summary>
    public IReadOnlyList<DocumentKind> Kinds { get; init; } = [];

    /// <summary>Words of which the title must hold one; empty: any title.</summary>
    public IReadOnlyList<string> TitleWords { get; init; } = [];

    /// <summary>Only for a document that forwards another.</summary>
    public bool OnlyForwards { get; init; }

    /// <summary>Only with this attribute; null: any.</summary>
    public Disclosure? Attribute { get; init; }

    /// <summary>Whether the entry covers this draft.</summary>
    public bool Covers(Draft draft) =>
        !draft.Normative
        && (Kinds.Count == 0 || Kinds.Contains(draft.Kind))
        && (TitleWords.Count == 0 || TitleWords.Any(word => draft.Title.Contains(word, StringComparison.Ordinal)))
        && (!OnlyForwards || draft.Forwards is not null)
        && (Attribute is null || draft.Attribute?.Value == Attribute);
}
