using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Web.Pages.Review;

/// <summary>What is wrong in a reviewer's own words, line by line, each with its place.</summary>
/// <param name="Messages">As typed; lines may be empty.</param>
/// <param name="Places">Where each is, in the same order; may be shorter.</param>
internal sealed record FreeItems(IReadOnlyList<string?> Messages, IReadOnlyList<string?> Places)
{
    private const int FewestRows = 3;

    /// <summary>How many lines the form shows: without script it cannot grow.</summary>
    public int Rows => Math.Max(FewestRows, Messages.Count);

    /// <summary>The lines that say something.</summary>
    public IEnumerable<ReturnItem> Filled => Messages
        .Select((message, at) => new ReturnItem(null, message?.Trim() ?? "", Places.ElementAtOrDefault(at)?.Trim()))
        .Where(item => item.Message.Length > 0);
}
