using System.Globalization;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Setup;

namespace GovDocFlow.Web.Pages.Routes;

/// <summary>One route: drawn, with what is proven of it.</summary>
internal sealed class ShowModel : OfficePage
{
    /// <summary>The route.</summary>
    public ReadRoutes.DrawnRoute Drawn { get; private set; } = null!;

    /// <summary>Reads it.</summary>
    /// <exception cref="NotFoundException">There is no such route in force.</exception>
    public async Task OnGetAsync(string route)
    {
        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        Drawn = (await AskAsync(new ReadRoutes.Query(english))).Routes.FirstOrDefault(known => known.Route == route)
            ?? throw new NotFoundException("route");
    }
}
