using System.Text.RegularExpressions;

namespace GovDocFlow.Browser.Tests;

/// <summary>What officers do on the pages of a case; works with and without script.</summary>
internal static partial class CasePages
{
    /// <summary>Starts a department's notice. Returns the document's key.</summary>
    public static async Task<string> StartDraftAsync(this Window window, string title)
    {
        await window.GoAsync("/documents/new");
        await window.Page.CheckAsync("#attribute_value-proactive");
        await window.Page.SelectOptionAsync("#issuerLevel", "department");
        await window.Page.FillAsync("#issuingOrgan", "巴中市科学技术局");
        await window.Page.FillAsync("#title", title);
        await window.Page.ClickAsync("#draft button[type=submit]");
        await window.Page.WaitForURLAsync(Edit());
        return window.Key();
    }

    /// <summary>Uploads a file of a role by its form.</summary>
    public static async Task UploadAsync(this Window window, string role, Microsoft.Playwright.FilePayload file)
    {
        await window.Page.SetInputFilesAsync($"#file-{role}", file);
        await window.Page.ClickAsync($"#files_{role} button[type=submit]");
    }

    /// <summary>Opens the task that waits on the page of the document.</summary>
    public static async Task OpenTaskAsync(this Window window, string document)
    {
        await window.GoAsync($"/documents/{document}");
        await window.Page.ClickAsync(".gf-title a.btn-primary");
    }

    /// <summary>Approves what waits on the page of the document.</summary>
    public static async Task ApproveAsync(this Window window, string document, string opinion)
    {
        await window.OpenTaskAsync(document);
        await window.Page.FillAsync("#approval", opinion);
        await window.Page.ClickAsync("form[action*=Approve] button.btn-primary");
    }

    /// <summary>The key of the document in the address.</summary>
    public static string Key(this Window window) => Document().Match(window.Page.Url).Groups[1].Value;

    /// <summary>The text of the page.</summary>
    public static Task<string> TextAsync(this Window window) => window.Page.InnerTextAsync("main");

    [GeneratedRegex("/documents/([0-9a-f-]{36})")]
    private static partial Regex Document();

    [GeneratedRegex("/documents/[0-9a-f-]{36}/edit")]
    private static partial Regex Edit();
}
