using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.Workflows;
using MediatR;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>The drafter hands a draft in; the gates judge it at once.</summary>
public static class SubmitDraft
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the drafter was looking at; null where they did not say.</param>
    /// <param name="Answers">What the drafter says to the items of the last return notice; null: nothing.</param>
    public sealed record Command(Guid DocumentId, int? Version, IReadOnlyList<ItemAnswer>? Answers) : IRequest<Answer>;

    /// <summary>Where it stands now, and the notice where it came back.</summary>
    public sealed record Answer(DocumentState State, ReturnNoticeView? ReturnNotice);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(command => command.Answers)
            .Must(answer => answer.Status is not ItemStatus.Answered || !string.IsNullOrWhiteSpace(answer.Text))
            .Says("ANSWER_EMPTY", "答复的条目须写明答复内容。", "An answered item needs the text of its answer.")
            .Must(answer => answer.Text is null || answer.Text.Length <= 4000)
            .Says("TOO_LONG", "答复不超过 4000 字。", "An answer has at most 4,000 characters.")
            .When(command => command.Answers is not null);
    }

    internal sealed class Handler(Casework casework, Procedures procedures, ReturnNoticeStore notices)
        : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Document.WhyNotStart(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            RefusedException.ThrowIf(document.WhyNotSubmit(casework.By));

            var rules = await casework.RulesAsync(document, cancellationToken);
            var joint = await casework.KeysOfAsync(document.Draft.JointIssuers, cancellationToken);
            var body = await casework.TextAsync(document, FileRole.Body, cancellationToken);
            var interpretation = await casework.TextAsync(document, FileRole.InterpretationMaterial, cancellationToken);
            var route = await SelectedAsync(document, cancellationToken);
            var unknown = await casework.UnknownAmongAsync(document.Draft.JointIssuers, cancellationToken);
            if (route is null || unknown.Count > 0)
            {
                var found = document.Precheck(rules, body, interpretation, ChinaTime.DayOf(casework.Now));
                RefusedException.ThrowIf(found.Items.Count > 0 ? null : route is null ? NoRoute : UnknownOrgan(unknown));
                route ??= procedures.Folder.Routes.Count > 0 ? procedures.Folder.Routes[0] : throw new RefusedException(NoRoute);
            }

            if (document.RouteHash != route.Hash || document.RulesHash is null)
            {
                await casework.PinAsync(route, rules, cancellationToken);
            }

            var procedure = casework.Follow(route, rules, joint) with { Body = body, Interpretation = interpretation };
            var outcome = document.Submit(procedure, command.Answers ?? [], casework.By, casework.Now);
            await casework.KeepAsync(outcome, cancellationToken);
            return new Answer(outcome.After.State, await NoticeAsync(outcome, cancellationToken));
        }

        // A case stays on the content it started with, unless what it is now calls for another route.
        private async Task<Route?> SelectedAsync(Document document, CancellationToken cancellation)
        {
            var draft = document.Draft;
            var name = procedures.Selection.Select(new RouteFacts(
                OutsideName.Of(draft.IssuerLevel), draft.JointIssuers.Count > 0, draft.Normative));
            return name is null ? null
                : name == document.Route ? (await casework.ProcedureAsync(document, cancellation)).Route
                : procedures.Folder.Find(name);
        }

        private async Task<ReturnNoticeView?> NoticeAsync(Outcome outcome, CancellationToken cancellation) =>
            outcome.Returned is { } returned
                ? ReturnNoticeView.Of((await notices.FindAsync(outcome.After.Id, returned.N, cancellation))!)
                : null;

        private static readonly Refusal NoRoute = Refusal.Content(
            "NO_ROUTE",
            "没有适用于本件的办理流程，请管理员检查 route-selection.json。",
            "No route fits this document; ask the administrator to check route-selection.json.");

        private static Refusal UnknownOrgan(IReadOnlyList<string> unknown) => Refusal.Content(
            "UNKNOWN_ORGAN",
            $"联合发文机关中有本系统未登记的单位：{string.Join('、', unknown)}。请按登记名称填写。",
            $"These joint issuers are no departments of this office: {string.Join(", ", unknown)}. Write them as they are registered.");
    }
}
