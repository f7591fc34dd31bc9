using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>规则: what is in force, since when, and on which legal basis.</summary>
internal sealed class RulesModel : OfficePage
{
    /// <summary>All of them.</summary>
    public ReadRules.Answer Rules { get; private set; } = null!;

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync() => Rules = await AskAsync(new ReadRules.Query());
}
