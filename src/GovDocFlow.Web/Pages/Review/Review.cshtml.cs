using GovDocFlow.Documents;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Review;
using GovDocFlow.Web.Pages.Case;
using GovDocFlow.Web.Pages.Drafting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Review;

/// <summary>A step of a document, for who decides it: the papers side by side, and both ways on.</summary>
internal sealed class ReviewModel : OfficePage
{
    private Guid? _document;
    private IReadOnlyList<Phrase> _phrases = [];

    /// <summary>The task.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The file to show on the left; null: the body.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public Guid? Shown { get; set; }

    /// <summary>The file to show on the right; null: the interpretation.</summary>
    [BindProperty(SupportsGet = true, Name = "beside")]
    public Guid? Beside { get; set; }

    /// <summary>The version that the handler was looking at.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>What the handler says.</summary>
    [BindProperty]
    public string? Opinion { get; set; }

    /// <summary>Where a return goes.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>Whether it comes straight back afterwards.</summary>
    [BindProperty]
    public bool ThenBack { get; set; }

    /// <summary>The codes of the findings that were picked.</summary>
    [BindProperty]
    public List<string> Picked { get; set; } = [];

    /// <summary>What is wrong beside the findings, line by line.</summary>
    [BindProperty]
    public List<string?> Messages { get; set; } = [];

    /// <summary>Where it is, line by line.</summary>
    [BindProperty]
    public List<string?> Places { get; set; } = [];

    /// <summary>The phrase that was picked, where script did not put it in.</summary>
    [BindProperty]
    public string? Phrase { get; set; }

    /// <summary>The phrase of their own that was removed.</summary>
    [BindProperty]
    public Guid Removed { get; set; }

    /// <summary>Which form was sent; null where none was.</summary>
    [BindProperty]
    public DecisionVerb? Sent { get; set; }

    /// <summary>The attribute that was chosen instead; null leaves it.</summary>
    public DisclosureAttribute? Changed => Sent is DecisionVerb.Approve ? DraftForm.ReadAttribute(Request.Form) : null;

    /// <summary>What is wrong beside the findings.</summary>
    public FreeItems Free => new(Messages, Places);

    /// <summary>The task, and where each way of deciding it leads.</summary>
    public ReadTask.Answer Waiting { get; private set; } = null!;

    /// <summary>The document.</summary>
    public DocumentView Case { get; private set; } = null!;

    /// <summary>What the gates find now.</summary>
    public PrecheckDraft.Answer Findings { get; private set; } = null!;

    /// <summary>The files on the left.</summary>
    public FileTabs Left { get; private set; } = null!;

    /// <summary>The files on the right.</summary>
    public FileTabs Right { get; private set; } = null!;

    /// <summary>The file on the left as text.</summary>
    public PreviewFile.Answer? LeftPaper { get; private set; }

    /// <summary>The file on the right as text.</summary>
    public PreviewFile.Answer? RightPaper { get; private set; }

    /// <summary>What was corrected since the last return; null where there was none.</summary>
    public ReadCorrections.Answer? Corrections { get; private set; }

    /// <summary>Whether the reader may approve.</summary>
    public bool MayApprove => Waiting.AfterApproval is not null;

    /// <summary>Whether the reader may return it.</summary>
    public bool MayReturn => Case.MayDo.Any(may => may is { Verb: "return", Refusal: null } && may.TaskId == Id);

    /// <summary>Why an approval is refused; null where it is not, or is never theirs.</summary>
    public RefusalView? WhyNotApprove => Waiting.WhyNot
        ?? Case.MayDo.FirstOrDefault(may => may.Verb == "approve" && may.TaskId == Id)?.Refusal;

    /// <inheritdoc/>
    protected override Guid? ActsOn => _document;

    /// <summary>常用意见 for one of the decisions.</summary>
    public PhraseChoice Phrases(DecisionVerb verb, string field) => new(Id, verb, field, _phrases, Sent == verb);

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync()
    {
        Waiting = await AskAsync(new ReadTask.Query(Id));
        _document = Waiting.DocumentId;
        Case = await AskAsync(new ReadDocument.Query(Waiting.DocumentId));
        Findings = await AskAsync(new PrecheckDraft.Query(Case.Id));
        Corrections = Case.Returns.Count == 0 ? null : await AskAsync(new ReadCorrections.Query(Case.Id));
        _phrases = (await AskAsync(new ReadPhrases.Query())).Items;
        Left = FileTabs.Of(Case, Shown, Beside is { } beside ? $"/tasks/{Id}?beside={beside}" : $"/tasks/{Id}");
        Right = FileTabs.Of(
            Case,
            Beside ?? Case.Files.FirstOrDefault(file => file is { Current: true, Role: FileRole.InterpretationMaterial })?.Id,
            Shown is { } shown ? $"/tasks/{Id}?file={shown}" : $"/tasks/{Id}") with
        { Field = "beside" };
        LeftPaper = await PaperAsync(Left.Shown);
        RightPaper = Right.Shown?.Id == Left.Shown?.Id ? null : await PaperAsync(Right.Shown);
    }

    /// <summary>同意</summary>
    public async Task<IActionResult> OnPostApproveAsync()
    {
        Sent = DecisionVerb.Approve;
        _document = (await AskAsync(new ReadTask.Query(Id))).DocumentId;
        return await DecideAsync(
            new DecideTask.Command(Id, Version, DecisionVerb.Approve, Opinion ?? "", Attribute: Changed),
            new("已办理：同意。", "Approved."));
    }

    /// <summary>退回</summary>
    public async Task<IActionResult> OnPostReturnAsync()
    {
        Sent = DecisionVerb.Return;
        _document = (await AskAsync(new ReadTask.Query(Id))).DocumentId;
        return await DecideAsync(
            new DecideTask.Command(Id, Version, DecisionVerb.Return, Opinion ?? "", await ItemsAsync(), To, ThenBack),
            new("已退回。", "Returned."));
    }

    /// <summary>Puts a phrase at the end of the opinion.</summary>
    public async Task<IActionResult> OnPostUsePhraseAsync()
    {
        Opinion += Phrase;
        await OnGetAsync();
        return Page();
    }

    /// <summary>Keeps the opinion as a phrase of the reader's own.</summary>
    public Task<IActionResult> OnPostKeepPhraseAsync() => StayAsync(
        new SavePhrase.Command(null, Sent, Opinion ?? ""), new("已存为常用意见。", "Kept as a phrase."));

    /// <summary>Removes a phrase of the reader's own.</summary>
    public Task<IActionResult> OnPostRemovePhraseAsync() => StayAsync(
        new RemovePhrase.Command(Removed), new("已删除该常用意见。", "The phrase is removed."));

    /// <summary>Shows the form with more empty lines.</summary>
    public async Task<IActionResult> OnPostMoreRowsAsync()
    {
        await OnGetAsync();
        return Page();
    }

    // What is typed stays in the form; what stands around it is read after the act.
    private async Task<IActionResult> StayAsync<T>(IRequest<T> command, Sentence told)
    {
        var result = await ActAsync(
            command,
            _ =>
            {
                Tell(told);
                return Page();
            },
            () => Task.CompletedTask);
        await OnGetAsync();
        return result;
    }

    private Task<IActionResult> DecideAsync(DecideTask.Command command, Sentence told) => ActAsync(
        command,
        after =>
        {
            Tell(told);
            return Redirect($"/documents/{after.Id}");
        },
        OnGetAsync);

    private async Task<List<ReturnItem>> ItemsAsync()
    {
        var found = (await AskAsync(new PrecheckDraft.Query(_document!.Value))).Items
            .Where(finding => Picked.Contains(finding.Code))
            .Select(finding => new ReturnItem(finding.Code, finding.Message.Zh, finding.Location));
        return [.. found, .. Free.Filled];
    }

    private async Task<PreviewFile.Answer?> PaperAsync(FileView? file) =>
        file is null ? null : await AskAsync(new PreviewFile.Query(Case.Id, file.Id));
}
