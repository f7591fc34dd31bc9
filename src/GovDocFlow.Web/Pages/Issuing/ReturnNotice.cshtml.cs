using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Issuing;

/// <summary>退文单, to print or to keep as docx.</summary>
internal sealed class ReturnNoticeModel : OfficePage
{
    /// <summary>The document that came back.</summary>
    public DocumentView Document { get; private set; } = null!;

    /// <summary>The notice.</summary>
    public ReturnNoticeView Notice { get; private set; } = null!;

    /// <summary>Reads it.</summary>
    /// <exception cref="NotFoundException">The document has no such return.</exception>
    public async Task OnGetAsync(Guid id, int n)
    {
        Document = await AskAsync(new ReadDocument.Query(id));
        Notice = Document.Returns.FirstOrDefault(notice => notice.N == n) ?? throw new NotFoundException("returnNotice");
    }

    /// <summary>The same as docx.</summary>
    public async Task<IActionResult> OnGetDocxAsync(Guid id, int n) => DocxFile.Of(await AskAsync(new ReadReturnNotice.Query(id, n)));
}
