using GovDocFlow.UseCases.Documents;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Issuing;

/// <summary>A paper that the office writes, to keep.</summary>
internal static class DocxFile
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>It as an answer.</summary>
    public static FileContentResult Of(PaperFile paper) => new(paper.Content, Docx) { FileDownloadName = paper.Name };
}
