using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Web.Pages.Review;

/// <summary>常用意见 below an opinion.</summary>
/// <param name="Field">The id of the opinion's field.</param>
/// <param name="Items">All of the reader's phrases and the office's.</param>
/// <param name="IsSent">Whether the form around it is the one that was sent.</param>
internal sealed record PhraseChoice(Guid TaskId, DecisionVerb Verb, string Field, IReadOnlyList<Phrase> Items, bool IsSent)
{
    /// <summary>Those for this decision.</summary>
    public IEnumerable<Phrase> Offered => Items.Where(phrase => phrase.Verb is null || phrase.Verb == Verb);

    /// <summary>Those that the reader may remove.</summary>
    public IReadOnlyList<Phrase> Own => [.. Offered.Where(phrase => phrase.Id is not null)];

    /// <summary>Where a button of this kind sends the form.</summary>
    public string Address(string handler) => $"/tasks/{TaskId}?handler={handler}";
}
