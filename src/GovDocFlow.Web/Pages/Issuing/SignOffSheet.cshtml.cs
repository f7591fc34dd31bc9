using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Issuing;

/// <summary>发文稿纸, to print or to keep as docx.</summary>
internal sealed class SignOffSheetModel : OfficePage
{
    /// <summary>The document.</summary>
    public DocumentView Document { get; private set; } = null!;

    /// <summary>Why it is not public in full; empty where it is.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync(Guid id)
    {
        Document = await AskAsync(new ReadDocument.Query(id));
        if (Document.Attribute is { Value: not Disclosure.Proactive } attribute)
        {
            var grounds = (await AskAsync(new ReadRules.Query())).Grounds;
            var ground = grounds.FirstOrDefault(known => known.Code == attribute.Ground);
            Ground = string.Join('；', new[] { ground is null ? null : $"{ground.Name.Zh}（{ground.Article}）", attribute.Explanation }
                .Where(text => !string.IsNullOrWhiteSpace(text)));
        }
    }

    /// <summary>The same as docx.</summary>
    public async Task<IActionResult> OnGetDocxAsync(Guid id) => DocxFile.Of(await AskAsync(new ReadSignOffSheet.Query(id)));
}
