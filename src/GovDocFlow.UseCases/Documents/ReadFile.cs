using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>A file of a document, byte for byte.</summary>
public static class ReadFile
{
    /// <summary>Asks for it to be written to <paramref name="Target"/>.</summary>
    /// <param name="Begin">Told of the file before its first byte is written.</param>
    public sealed record Query(Guid DocumentId, Guid FileId, Stream Target, Action<Found> Begin) : IRequest<Found>;

    /// <summary>The file that is being read.</summary>
    public sealed record Found(string Name, string ContentType, long Size, string Sha256);

    internal sealed class Handler(Casework casework, FileStore files) : IRequestHandler<Query, Found>
    {
        public async Task<Found> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.DocumentId, DocumentParts.Files, cancellationToken);
            var file = document.Files.FirstOrDefault(known => known.Id == query.FileId) ?? throw new NotFoundException("file");
            var found = new Found(file.Name, file.ContentType, file.Size, file.Sha256);
            query.Begin(found);
            await files.CopyToAsync(file.Sha256, query.Target, cancellationToken);
            return found;
        }
    }
}
