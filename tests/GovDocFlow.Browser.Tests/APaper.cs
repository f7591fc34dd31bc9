using GovDocFlow.Papers;
using Microsoft.Playwright;

namespace GovDocFlow.Browser.Tests;

/// <summary>Papers to upload.</summary>
internal static class APaper
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>A docx of these paragraphs, as a browser takes it from a file chooser.</summary>
    public static FilePayload Saying(string name, params string[] paragraphs) => new()
    {
        Name = name,
        MimeType = Docx,
        Buffer = DocxWriter.FromText(string.Join("\n\n", paragraphs)),
    };
}
