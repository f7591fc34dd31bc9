using System.Text.Json;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Drafting;

/// <summary>The form of a draft or a returned document, what would bring it back, and its submission.</summary>
internal sealed class EditModel : DraftPage
{
    /// <summary>The document.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the drafter was looking at.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <inheritdoc/>
    protected override Guid? ActsOn => Id;

    /// <summary>Shows the form; a document that cannot be changed now is only read.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return MayEdit ? Page() : Redirect($"/documents/{Id}");
    }

    /// <summary>What stands beside the form, and the files below it, after either has changed.</summary>
    public async Task<IActionResult> OnGetBesideAsync()
    {
        await ShowAsync();
        return Partial("_Fresh", this);
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            Draft = DraftForm.Read(Request.Form);
        }
        catch (MalformedException no)
        {
            await RefuseAsync(no);
            await ShowAsync();
            return Page();
        }

        return await ActAsync(
            new EditDraft.Command(Id, Version, Draft),
            saved =>
            {
                Tell(new("已保存。", "Saved."));
                return ToForm(Id);
            },
            () => LoadAsync(Id));
    }

    /// <summary>Saves what is typed, asked by the script of the page; what says the same makes no new version.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync()
    {
        var typed = DraftForm.Read(Request.Form);
        var kept = await AskAsync(new ReadDocument.Query(Id));
        if (kept.Version == Version && SaysTheSame(DraftOf(kept), typed))
        {
            return new JsonResult(new { kept.Version });
        }

        var saved = await AskAsync(new EditDraft.Command(Id, Version, typed));
        return new JsonResult(new { saved.Version });
    }

    /// <summary>Hands it in, with what the drafter says to the items of the last notice.</summary>
    public Task<IActionResult> OnPostSubmitAsync() => ActAsync(
        new SubmitDraft.Command(Id, Version, Answers()),
        submitted =>
        {
            if (submitted.ReturnNotice is { } notice)
            {
                Tell(new(
                    $"系统自检退回：共 {notice.Items.Count} 项，请逐项修改后重新报送。",
                    $"The self-check returned it with {notice.Items.Count} items; correct them and submit again."));
                return ToForm(Id);
            }

            Tell(new("已报送。", "Submitted."));
            return Redirect($"/documents/{Id}");
        },
        ShowAsync);

    /// <summary>What was typed as the answer to an item of the notice.</summary>
    public (string? Status, string? Text) AnswerTo(int item) => Request.HasFormContentType
        ? ((string?)Request.Form[$"answer-{item}.status"], (string?)Request.Form[$"answer-{item}.text"])
        : (null, null);

    private async Task ShowAsync()
    {
        await LoadAsync(Id);
        Draft = DraftOf(Case!);
    }

    private List<ItemAnswer> Answers()
    {
        var answers = new List<ItemAnswer>();
        foreach (var name in Request.Form.Keys.Where(key => key.StartsWith("answer-", StringComparison.Ordinal) && key.EndsWith(".status", StringComparison.Ordinal)))
        {
            if (int.TryParse(name["answer-".Length..^".status".Length], out var item)
                && OutsideName.Parse<ItemStatus>(Request.Form[name]) is { } status and not ItemStatus.Open)
            {
                answers.Add(new ItemAnswer(item, status, Request.Form[$"answer-{item}.text"].ToString().Trim() is { Length: > 0 } text ? text : null));
            }
        }

        return answers;
    }

    private static bool SaysTheSame(Draft one, Draft other) =>
        JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
