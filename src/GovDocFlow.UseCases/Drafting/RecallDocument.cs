using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>The drafting department takes a document back before the first handler has acted (撤回).</summary>
public static class RecallDocument
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that they were looking at; null where they did not say.</param>
    public sealed record Command(Guid DocumentId, int? Version) : IRequest<DocumentView>;

    internal sealed class Handler(Casework casework, DocumentStore documents, DocumentViews views)
        : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Document.WhyNotStart(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            var firstAct = document.SubmittedVersion is { } submitted
                ? await documents.FirstOpinionSinceAsync(document.Id, submitted, cancellationToken)
                : null;
            var outcome = document.Recall(casework.By, casework.Now, firstAct);
            await casework.KeepAsync(outcome, cancellationToken);
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }
}
