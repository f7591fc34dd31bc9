using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>A document with all that belongs to it.</summary>
public static class ReadDocument
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid Id) : IRequest<DocumentView>;

    internal sealed class Handler(Casework casework, DocumentViews views) : IRequestHandler<Query, DocumentView>
    {
        public async Task<DocumentView> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            return await views.OfAsync(
                await casework.OpenAsync(query.Id, DocumentParts.All, cancellationToken), cancellationToken);
        }
    }
}
