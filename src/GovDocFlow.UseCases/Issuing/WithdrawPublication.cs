using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The publisher takes a publication back; where nothing public is left, the clock runs again.</summary>
public static class WithdrawPublication
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the publisher was looking at; null where they did not say.</param>
    public sealed record Command(Guid DocumentId, Guid PublicationId, int? Version, string Reason) : IRequest<DocumentView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).IsReason();
    }

    internal sealed class Handler(Casework casework, Procedures procedures, DocumentViews views)
        : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(RecordPublication.WhyNever(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            var publication = document.Publications.FirstOrDefault(known => known.Id == command.PublicationId)
                ?? throw new NotFoundException("publication");
            var outcome = document.Withdraw(publication, command.Reason, procedures.Clocks, casework.By, casework.Now);
            await casework.KeepAsync(outcome, cancellationToken);
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }
}
