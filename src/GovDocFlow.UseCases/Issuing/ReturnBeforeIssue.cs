using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The clerk sends a signed document back before it is issued; it must be signed again.</summary>
public static class ReturnBeforeIssue
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the clerk was looking at; null where they did not say.</param>
    /// <param name="To">The drafter, or a step; null is the drafter.</param>
    public sealed record Command(
        Guid DocumentId, int? Version, string Opinion, IReadOnlyList<ReturnItem>? Items, string? To, bool ThenBack)
        : IRequest<DocumentView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Opinion).IsReason();
            RuleForEach(command => command.Items).SetValidator(new ReturnItemFields()).When(command => command.Items is not null);
        }
    }

    internal sealed class Handler(Casework casework, DocumentViews views) : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Ledger.WhyNotKeep(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            RefusedException.ThrowIf(document.WhyNotReturnBeforeIssue(casework.By));

            var procedure = await casework.ProcedureAsync(document, cancellationToken);
            var order = new ReturnOrder(
                command.To ?? Document.ToDrafter,
                command.ThenBack,
                command.Opinion,
                ReturnItem.Lines(command.Items, procedure.Rules));
            var outcome = document.ReturnBeforeIssue(procedure, order, casework.By, casework.Now);
            await casework.KeepAsync(outcome, cancellationToken);
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }
}
