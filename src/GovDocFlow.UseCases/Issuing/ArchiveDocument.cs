using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The clerk closes a case of which nothing is still to be made public (归档).</summary>
public static class ArchiveDocument
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the clerk was looking at; null where they did not say.</param>
    public sealed record Command(Guid DocumentId, int? Version) : IRequest<DocumentView>;

    internal sealed class Handler(Casework casework, DocumentViews views) : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Ledger.WhyNotKeep(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            var rules = await casework.RulesAsync(document, cancellationToken);
            var outcome = document.Archive(casework.By, rules.OwesInterpretation(document.Draft));
            await casework.KeepAsync(outcome, cancellationToken);
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }
}
