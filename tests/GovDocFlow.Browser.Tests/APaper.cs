using System.Text;
using GovDocFlow.Papers;
using Microsoft.Playwright;

namespace GovDocFlow.Browser.Tests;

/// <summary>Papers to upload.</summary>
internal static class APaper
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>A PDF of one empty page.</summary>
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """);

    /// <summary>A docx of these paragraphs, as a browser takes it from a file chooser.</summary>
    public static FilePayload Saying(string name, params string[] paragraphs) => new()
    {
        Name = name,
        MimeType = Docx,
        Buffer = DocxWriter.FromText(string.Join("\n\n", paragraphs)),
    };
}
