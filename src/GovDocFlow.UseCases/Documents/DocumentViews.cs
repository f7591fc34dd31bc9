using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Documents.Rules;
using GovDocFlow.Storage.Documents;

namespace GovDocFlow.UseCases.Documents;

/// <summary>Shows a document to the officer who asks: one shape for reading it and for the answer of every act on it.</summary>
internal sealed class DocumentViews(
    Casework casework, DocumentStore documents, ReturnNoticeStore notices, ClockViews clocks, Staff staff)
{
    /// <summary>Shows a document that was loaded, or left behind by a verb, with all its parts.</summary>
    public async Task<DocumentView> OfAsync(Document document, CancellationToken cancellation)
    {
        var draft = document.Draft;
        var rules = await casework.RulesAsync(document, cancellation);
        var material = await casework.TextAsync(document, FileRole.InterpretationMaterial, cancellation);
        var opinions = await documents.OpinionsAsync(document.Id, cancellation);
        var departments = await staff.DepartmentsAsync(cancellation);
        return new DocumentView
        {
            Id = document.Id,
            Version = document.Version,
            State = document.State,
            Title = draft.Title,
            Kind = draft.Kind,
            IssuerLevel = draft.IssuerLevel,
            IssuingOrgan = draft.IssuingOrgan,
            Urgency = draft.Urgency,
            Normative = draft.Normative,
            Policy = draft.Policy,
            MajorDecision = draft.MajorDecision,
            AffectsMarketActors = draft.AffectsMarketActors,
            Secrecy = draft.Secrecy,
            EffectiveOn = draft.EffectiveOn,
            JointIssuers = draft.JointIssuers,
            Forwards = draft.Forwards,
            Attribute = draft.Attribute,
            AttributeFinal = document.FormedOn is not null,
            ResponsiblePerson = draft.ResponsiblePerson,
            InterpretationExemption = draft.InterpretationExemption,
            MainRecipients = draft.MainRecipients,
            CopyRecipients = draft.CopyRecipients,
            Copies = draft.Copies,
            Phone = draft.Phone,
            Department = document.Department,
            DepartmentName = departments.FirstOrDefault(known => known.Key == document.Department)?.Name ?? document.Department,
            Drafter = await NameOfAsync(document.StartedBy, cancellation),
            CreatedAt = document.CreatedAt,
            SubmittedAt = document.SubmittedAt,
            Route = document.Route,
            Interpretation = Interpretation(document, rules, material),
            Files = [.. document.Files.Select(FileView.Of)],
            Returns = document.Returns == 0
                ? []
                : [.. (await notices.OfDocumentAsync(document.Id, cancellation)).Select(ReturnNoticeView.Of)],
            Opinions = [.. opinions.Select(Shown)],
            Waiting = [.. document.Tasks.Select(Shown)],
            Number = document.Number,
            FormedOn = document.FormedOn,
            Signer = document.SignedOffBy is { } signer ? opinions.LastOrDefault(opinion => opinion.By == signer)?.ByName : null,
            SignedOn = document.SignedOffAt is { } signedAt ? ChinaTime.DayOf(signedAt) : null,
            IssuedOn = document.IssuedAt is { } issuedAt ? ChinaTime.DayOf(issuedAt) : null,
            Publications = [.. document.Publications.Select(PublicationView.Of)],
            Clocks = await clocks.OfAsync(document.Clocks, cancellation),
            MayDo = await MayDoAsync(document, rules, cancellation),
        };
    }

    private static InterpretationView Interpretation(Document document, RuleSet rules, Paper? material) => new(
        rules.OwesInterpretation(document.Draft),
        document.Draft.InterpretationExemption,
        [
            .. rules.Elements(document.Draft, material).Select(element => new ElementView(
                element.Name, element.Code, element.Required, element.Status, element.Location)),
        ],
        document.Draft.Interpretation?.NotApplicable ?? []);

    private static OpinionView Shown(Opinion opinion) => new(
        opinion.Step, opinion.StepName, opinion.ByName, opinion.ByTitle, opinion.Verb, opinion.Text, opinion.At);

    private static WaitingView Shown(WorkTask task) => new(
        task.Id, task.Step, task.StepName, task.Role, task.Department, task.ReceivedAt, task.DueOn);

    private async Task<string> NameOfAsync(Guid officer, CancellationToken cancellation) =>
        (await staff.FindAsync(officer, cancellation))?.Name ?? "";

    // What a role never does is not listed; what is theirs but not now carries its reason.
    private async Task<IReadOnlyList<MayDoView>> MayDoAsync(
        Document document, RuleSet rules, CancellationToken cancellation)
    {
        var by = casework.By;
        var owesInterpretation = rules.OwesInterpretation(document.Draft);
        var verbs = new List<MayDoView>();
        Add("edit", document.WhyNotEdit(by));
        Add("submit", document.WhyNotSubmit(by));
        Add("recall", document.WhyNotRecall(by, await FirstActAsync(document, cancellation)));
        Add("cancel", document.WhyNotCancel(by));
        foreach (var task in document.Tasks)
        {
            var procedure = await casework.ProcedureAsync(document, cancellation);
            Add("approve", document.WhyNotApprove(task, procedure.Route, by), task.Id);
            Add("return", document.WhyNotReturn(task, procedure.Route, Document.ToDrafter, by), task.Id);
        }

        if (document.State is DocumentState.SignedOff)
        {
            Add("return", document.WhyNotReturnBeforeIssue(by));
        }

        Add("issue", document.WhyNotIssue(by));
        Add("publish", document.WhyNotPublish(by));
        foreach (var publication in document.Publications.Where(publication => publication.WithdrawnAt is null))
        {
            Add("withdraw", document.WhyNotWithdraw(publication, by), publication.Id);
        }

        Add("archive", document.WhyNotArchive(by, owesInterpretation));
        return verbs;

        void Add(string verb, Refusal? refusal, Guid? subject = null)
        {
            if (refusal?.Kind is not RefusalKind.Never)
            {
                verbs.Add(new MayDoView(verb, refusal is null ? null : new RefusalView(refusal.Code, refusal.Why), subject));
            }
        }
    }

    // Asked only for those who could recall it at all.
    private async Task<Opinion?> FirstActAsync(Document document, CancellationToken cancellation) =>
        document.State is DocumentState.UnderReview
        && document.SubmittedVersion is { } submitted
        && document.WhyNotRecall(casework.By, null) is null
            ? await documents.FirstOpinionSinceAsync(document.Id, submitted, cancellation)
            : null;
}
