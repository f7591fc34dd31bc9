namespace GovDocFlow.Documents;

/// <summary>What the office reads: the same sentence in Chinese, which comes first, and in English.</summary>
public sealed record Sentence(string Zh, string En)
{
    /// <summary>The sentence in the language of <paramref name="culture"/>: English for <c>en*</c>, Chinese for all else.</summary>
    public string In(string culture) =>
        culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;

    /// <inheritdoc/>
    public override string ToString() => Zh;
}
