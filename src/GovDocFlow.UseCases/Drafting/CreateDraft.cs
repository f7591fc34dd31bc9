using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>A drafting department starts a draft (代拟稿).</summary>
public static class CreateDraft
{
    /// <summary>Asks for it; complete or not.</summary>
    public sealed record Command(Draft Draft) : IRequest<DocumentView>, IBearsDraft;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Draft).SetValidator(new DraftFields()).OverridePropertyName("");
    }

    internal sealed class Handler(Casework casework, DocumentViews views) : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            var outcome = Document.Start(command.Draft, casework.By, casework.Now);
            await casework.KeepAsync(
                outcome, cancellationToken, await casework.KeysOfAsync(command.Draft.JointIssuers, cancellationToken));
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }
}
