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

    /// <summary>Submits a department's public notice, with a body and perhaps more. Returns the document's key.</summary>
    public static async Task<string> SubmittedAsync(string title, params string[] moreRoles)
    {
        await using var drafter = await TheOffice.SignedIn("drafter.keji");
        var document = await drafter.StartDraftAsync(title);
        foreach (var role in moreRoles.Prepend("body"))
        {
            await drafter.UploadAsync(role, APaper.Saying($"{role}.docx", $"# {title}", "各有关单位：", "自四月起开放。"), script: true);
        }

        await drafter.Page.ClickAsync("#submission button");
        await drafter.Page.WaitForURLAsync($"**/documents/{document}");
        return document;
    }

    /// <summary>Brings a department's public notice to 核稿. Returns the document's key.</summary>
    public static async Task<string> AtOfficeReviewAsync(string title, params string[] moreRoles)
    {
        var document = await SubmittedAsync(title, moreRoles);
        await ApprovedByAsync(document, "head.keji");
        return document;
    }

    /// <summary>Brings a department's public notice to its issue. Returns the document's key.</summary>
    public static async Task<string> SignedOffAsync(string title)
    {
        var document = await AtOfficeReviewAsync(title);
        await ApprovedByAsync(document, "reviewer", "head.keji", "clerk");
        return document;
    }

    /// <summary>Each approves what waits for them, in this order.</summary>
    public static async Task ApprovedByAsync(string document, params string[] userNames)
    {
        foreach (var userName in userNames)
        {
            await using var window = await TheOffice.SignedIn(userName);
            await window.ApproveAsync(document, "同意。");
            await window.Page.WaitForURLAsync($"**/documents/{document}");
        }
    }

    /// <summary>Uploads a file of a role by its form; with script it goes as soon as it is chosen.</summary>
    public static async Task UploadAsync(this Window window, string role, Microsoft.Playwright.FilePayload file, bool script)
    {
        await window.Page.SetInputFilesAsync($"#file-{role}", file);
        if (script)
        {
            await window.Page.WaitForSelectorAsync($"#files_{role} [data-progress]:has-text('SHA-256')");
        }
        else
        {
            await window.Page.ClickAsync($"#files_{role} button[type=submit]");
        }
    }

    /// <summary>Checks the page by axe where there is script, which axe needs; takes its picture in any case.</summary>
    public static Task LookAsync(this Window window, string name, bool script) =>
        script ? window.ShouldBeFineAsync(name) : window.ShootAsync(name + "-plain");

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
