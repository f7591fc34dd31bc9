using System.Globalization;
using GovDocFlow.UseCases.Setup;

namespace GovDocFlow.Web.Pages.Routes;

/// <summary>流程: the routes with what is proven of them, and what is wrong with the others.</summary>
internal sealed class IndexModel : OfficePage
{
    /// <summary>All of them.</summary>
    public ReadRoutes.Answer Answer { get; private set; } = new([], []);

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync() =>
        Answer = await AskAsync(new ReadRoutes.Query(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"));
}
