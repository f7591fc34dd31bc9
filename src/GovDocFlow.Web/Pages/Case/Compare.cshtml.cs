using GovDocFlow.Documents.Papers;
using GovDocFlow.UseCases.Documents;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Case;

/// <summary>Two versions of a file side by side, with the changed words marked.</summary>
internal sealed class CompareModel : OfficePage
{
    /// <summary>The document.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Whether what stayed the same is shown as well.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The comparison.</summary>
    public CompareFiles.Answer Answer { get; private set; } = null!;

    /// <summary>The document's title.</summary>
    public string DocumentTitle { get; private set; } = "";

    /// <summary>The lines to show.</summary>
    public IEnumerable<CompareFiles.Line> Lines => All ? Answer.Lines : Answer.Lines.Where(line => line.Change is not LineChange.Same);

    /// <summary>Compares them.</summary>
    public async Task OnGetAsync(Guid old, Guid @new)
    {
        DocumentTitle = (await AskAsync(new ReadDocument.Query(Id))).Title;
        Answer = await AskAsync(new CompareFiles.Query(Id, old, @new));
    }
}
