using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>The drafting department ends a document without issue (撤件), or gives up a draft.</summary>
public static class CancelDocument
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that they were looking at; null where they did not say.</param>
    public sealed record Command(Guid DocumentId, int? Version, string Reason) : IRequest<DocumentView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).IsReason();
    }

    internal sealed class Handler(Casework casework, Procedures procedures, DocumentViews views)
        : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Document.WhyNotStart(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            var outcome = document.Cancel(command.Reason, procedures.Clocks, casework.By, casework.Now);
            await casework.KeepAsync(outcome, cancellationToken);
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }
}
