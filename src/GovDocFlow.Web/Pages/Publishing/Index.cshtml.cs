using GovDocFlow.UseCases.Issuing;

namespace GovDocFlow.Web.Pages.Publishing;

/// <summary>公开发布台: what is still to be made public, the first due first.</summary>
internal sealed class IndexModel : OfficePage
{
    /// <summary>The documents with their open clocks.</summary>
    public ReadPublicationDesk.Answer Desk { get; private set; } = new([], true);

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync() => Desk = await AskAsync(new ReadPublicationDesk.Query());
}
