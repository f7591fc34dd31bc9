using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Drafting;

/// <summary>A page with the form of a draft.</summary>
internal abstract class DraftPage : OfficePage
{
    /// <summary>What the form shows.</summary>
    public Draft Draft { get; protected set; } = DraftForm.Empty;

    /// <summary>The document; null while it has not been saved for the first time.</summary>
    public DocumentView? Case { get; private set; }

    /// <summary>What a submission would meet now; null before the first saving.</summary>
    public PrecheckDraft.Answer? Check { get; private set; }

    /// <summary>Where a submission would go; null likewise.</summary>
    public ReadSubmission.Answer? Submission { get; private set; }

    /// <summary>The rules in force, for the lists of grounds and exemptions.</summary>
    public ReadRules.Answer Rules { get; private set; } = null!;

    /// <summary>The files before and after the last return; null where it is not a returned one.</summary>
    public ReadCorrections.Answer? Corrections { get; private set; }

    /// <summary>The notice that waits for its answers; null where there is none.</summary>
    public ReturnNoticeView? Notice => Case is { State: DocumentState.Returned, Returns: [.., var last] } ? last : null;

    /// <summary>Whether the form can be saved.</summary>
    public bool MayEdit => Case?.MayDo.Any(may => may.Verb == "edit" && may.Refusal is null) ?? true;

    /// <summary>The current files of a role.</summary>
    public IEnumerable<FileView> FilesOf(FileRole role) => Case!.Files.Where(file => file.Role == role && file.Current);

    /// <summary>The draft that a document shows.</summary>
    protected static Draft DraftOf(DocumentView shown) => new()
    {
        Title = shown.Title,
        Kind = shown.Kind,
        IssuerLevel = shown.IssuerLevel,
        IssuingOrgan = shown.IssuingOrgan,
        Urgency = shown.Urgency,
        Normative = shown.Normative,
        Policy = shown.Policy,
        MajorDecision = shown.MajorDecision,
        AffectsMarketActors = shown.AffectsMarketActors,
        Secrecy = shown.Secrecy,
        EffectiveOn = shown.EffectiveOn,
        JointIssuers = shown.JointIssuers,
        Forwards = shown.Forwards,
        Attribute = shown.Attribute,
        ResponsiblePerson = shown.ResponsiblePerson,
        InterpretationExemption = shown.InterpretationExemption,
        Interpretation = shown.Interpretation.NotApplicable.Count == 0
            ? null
            : new InterpretationDeclaration(shown.Interpretation.NotApplicable),
        MainRecipients = shown.MainRecipients,
        CopyRecipients = shown.CopyRecipients,
        Copies = shown.Copies,
        Phone = shown.Phone,
    };

    /// <summary>Reads what stands around the form of a document.</summary>
    protected async Task LoadAsync(Guid id)
    {
        Case = await AskAsync(new ReadDocument.Query(id));
        Check = await AskAsync(new PrecheckDraft.Query(id));
        Submission = await AskAsync(new ReadSubmission.Query(id));
        Corrections = Notice is null ? null : await AskAsync(new ReadCorrections.Query(id));
        await LoadRulesAsync();
    }

    /// <summary>Reads the lists of the form.</summary>
    protected async Task LoadRulesAsync() => Rules = await AskAsync(new ReadRules.Query());

    /// <summary>Whether the caller is the page's own script, which reads JSON.</summary>
    protected bool IsScript => Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    /// <summary>Leads to the form of a document.</summary>
    protected IActionResult ToForm(Guid id, string? fragment = null) =>
        Redirect($"/documents/{id}/edit{(fragment is null ? "" : "#" + fragment)}");
}
