using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>The drafting department changes a draft or a returned document.</summary>
public static class EditDraft
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the drafter was looking at.</param>
    public sealed record Command(Guid DocumentId, int Version, Draft Draft) : IRequest<DocumentView>, IBearsDraft;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Draft).SetValidator(new DraftFields()).OverridePropertyName("");
    }

    internal sealed class Handler(Casework casework, DocumentViews views) : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Document.WhyNotStart(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            var outcome = document.Edit(command.Draft, casework.By);
            await casework.KeepAsync(
                outcome, cancellationToken, await casework.KeysOfAsync(command.Draft.JointIssuers, cancellationToken));
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }
}
