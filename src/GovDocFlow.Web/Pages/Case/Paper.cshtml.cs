using GovDocFlow.UseCases.Documents;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Case;

/// <summary>A paper that the office writes: 发文稿纸, or the n-th 退文单.</summary>
internal sealed class PaperModel : OfficePage
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Sends it to keep.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, int? n)
    {
        var paper = n is { } notice
            ? await AskAsync(new ReadReturnNotice.Query(id, notice))
            : await AskAsync(new ReadSignOffSheet.Query(id));
        return File(paper.Content, Docx, paper.Name);
    }
}
