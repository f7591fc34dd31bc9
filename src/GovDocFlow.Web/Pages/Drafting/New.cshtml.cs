using GovDocFlow.UseCases.Drafting;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Drafting;

/// <summary>Starts a draft.</summary>
internal sealed class NewModel : DraftPage
{
    /// <summary>Shows the empty form.</summary>
    public Task OnGetAsync() => LoadRulesAsync();

    /// <summary>Saves it for the first time; the script that saves by itself goes on with the document's own form.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            Draft = DraftForm.Read(Request.Form);
        }
        catch (MalformedException no)
        {
            await RefuseAsync(no);
            await LoadRulesAsync();
            return Page();
        }

        return await ActAsync(
            new CreateDraft.Command(Draft),
            made => IsScript ? new JsonResult(new { made.Id, made.Version }) : ToForm(made.Id),
            LoadRulesAsync);
    }
}
