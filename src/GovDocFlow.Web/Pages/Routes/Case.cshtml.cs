using System.Globalization;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Routes;

/// <summary>The route of one case: the way so far, where it is and with whom, and what is still to come.</summary>
internal sealed class CaseModel : OfficePage
{
    /// <summary>The picture.</summary>
    public ReadRoutePicture.Answer Picture { get; private set; } = null!;

    /// <summary>The document.</summary>
    public ReadTitles.Line? Document { get; private set; }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync(Guid id)
    {
        Id = id;
        Picture = await AskAsync(new ReadRoutePicture.Query(id, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"));
        Document = (await AskAsync(new ReadTitles.Query([id]))).GetValueOrDefault(id);
    }
}
