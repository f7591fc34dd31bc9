using GovDocFlow.Documents;

namespace GovDocFlow.Web.Pages.Drafting;

/// <summary>What the fields of a disclosure attribute show.</summary>
/// <param name="Chosen">The value that is chosen; null: <paramref name="None"/>.</param>
/// <param name="Shown">What ground, explanation and list of passages are filled in with; null: nothing.</param>
/// <param name="None">What it is called to choose no value.</param>
internal sealed record AttributeChoice(Disclosure? Chosen, DisclosureAttribute? Shown, string None)
{
    private const int SpareRows = 2;

    /// <summary>The passages with a few empty lines below them, because without script a form cannot grow.</summary>
    public IReadOnlyList<Withheld> Passages =>
        [.. Shown?.Withheld ?? [], .. Enumerable.Repeat(new Withheld("", null), SpareRows)];
}
