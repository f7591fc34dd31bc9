using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Rules;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using MediatR;

namespace GovDocFlow.UseCases.Review;

/// <summary>A handler approves at a step, or sends the document back.</summary>
public static class DecideTask
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the handler was looking at; null where they did not say.</param>
    /// <param name="Items">What is wrong, for a return.</param>
    /// <param name="To">For a return: the drafter, or an earlier step; null is the drafter.</param>
    /// <param name="ThenBack">For a return: straight back to this step afterwards.</param>
    /// <param name="Attribute">For an approval: the changed attribute, with the opinion as its reason.</param>
    public sealed record Command(
        Guid TaskId,
        int? Version,
        DecisionVerb Verb,
        string Opinion,
        IReadOnlyList<ReturnItem>? Items = null,
        string? To = null,
        bool ThenBack = false,
        DisclosureAttribute? Attribute = null) : IRequest<DocumentView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Opinion)
                .MaximumLength(4000).Says("TOO_LONG", "意见不超过 4000 字。", "An opinion has at most 4,000 characters.");
            RuleFor(command => command)
                .Must(command => !string.IsNullOrWhiteSpace(command.Opinion) || command.Items is { Count: > 0 })
                .When(command => command.Verb is DecisionVerb.Return)
                .OverridePropertyName("opinion")
                .Says("REQUIRED", "退回须写明意见或逐项列出问题。", "A return needs an opinion or items.");
            RuleForEach(command => command.Items).SetValidator(new ReturnItemFields()).When(command => command.Items is not null);
            RuleFor(command => command.Attribute!).SetValidator(new AttributeFields()).When(command => command.Attribute is not null);
        }
    }

    internal sealed class Handler(Casework casework, DocumentStore documents, DocumentViews views)
        : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(WhyNever(casework.By));
            var found = await documents.FindTaskAsync(command.TaskId, cancellationToken) ?? throw new NotFoundException("task");
            var document = await casework.OpenToActAsync(
                found.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            var task = document.Tasks.FirstOrDefault(open => open.Id == command.TaskId)
                ?? (await documents.FindTaskAsync(command.TaskId, cancellationToken))!;
            RefusedException.ThrowIf(document.WhyNotDecide(task, casework.By));

            var procedure = await casework.ProcedureAsync(document, cancellationToken);
            var outcome = command.Verb is DecisionVerb.Approve
                ? document.Approve(
                    task,
                    await WithPapersAsync(procedure, document, task, command.Attribute is not null, cancellationToken),
                    command.Opinion,
                    command.Attribute,
                    casework.By,
                    casework.Now)
                : document.Return(task, procedure, Order(command, procedure.Rules), casework.By, casework.Now);
            await casework.KeepAsync(outcome, cancellationToken);
            return await views.OfAsync(outcome.After, cancellationToken);
        }

        // Papers are read only where the way on leads through a gate, or the rules judge a changed attribute.
        private async Task<Procedure> WithPapersAsync(
            Procedure procedure, Document document, WorkTask task, bool isJudged, CancellationToken cancellation) =>
            isJudged || procedure.Route.Connections.Any(connection =>
                connection.Source == task.Step && procedure.Route[connection.Target].Type == Gate.Type)
                ? await casework.WithPapersAsync(procedure, document, cancellation)
                : procedure;

        private static ReturnOrder Order(Command command, RuleSet rules) => new(
            command.To ?? Document.ToDrafter, command.ThenBack, command.Opinion, ReturnItem.Lines(command.Items, rules));

        private static Refusal? WhyNever(Officer by) =>
            by.IsAny(Role.Head, Role.OfficeReviewer, Role.DisclosureOfficer, Role.LegalReviewer, Role.Signer, Role.Clerk)
                ? null
                : Refusal.Never("NOT_A_HANDLER", "您的岗位不办理审核环节。", "Your role decides no step.");
    }
}

/// <summary>What a handler may do with a task.</summary>
public enum DecisionVerb
{
    /// <summary>同意</summary>
    Approve,

    /// <summary>退回</summary>
    Return,
}

/// <summary>One thing that is wrong, as a reviewer writes it: picked from the findings, or free.</summary>
/// <param name="Code">The rule it was picked from; null for a free one.</param>
public sealed record ReturnItem(string? Code, string Message, string? Location = null)
{
    internal static IReadOnlyList<NoticeItem> Lines(IReadOnlyList<ReturnItem>? items, RuleSet rules) =>
    [
        .. (items ?? []).Select((item, index) =>
        {
            var rule = rules.Rules.FirstOrDefault(rule => rule.Code == item.Code);
            return new NoticeItem(
                index + 1,
                rule?.Code,
                rule?.Name,
                rule?.Basis.Printed,
                new(item.Message, item.Message),
                rule?.Fix,
                item.Location,
                null);
        }),
    ];
}

/// <summary>The limits of an item's fields.</summary>
internal sealed class ReturnItemFields : AbstractValidator<ReturnItem>
{
    public ReturnItemFields()
    {
        RuleFor(item => item.Message)
            .Must(message => !string.IsNullOrWhiteSpace(message) && message.Length <= 2000)
            .Says("WRONG_VALUE", "请写明问题，不超过 2000 字。", "Say what is wrong, in at most 2,000 characters.");
        RuleFor(item => item.Location).MaximumLength(300).Says("TOO_LONG", "位置不超过 300 字。", "At most 300 characters.");
        RuleFor(item => item.Code).MaximumLength(20).Says("TOO_LONG", "代码不超过 20 字。", "At most 20 characters.");
    }
}
