using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>What the files of a document were when it was returned, and what they are now.</summary>
public static class ReadCorrections
{
    /// <summary>Asks for it.</summary>
    /// <param name="N">The return meant, counted from 1; null: the last one.</param>
    public sealed record Query(Guid DocumentId, int? N = null) : IRequest<Answer>;

    /// <summary>The files by role, in the order of the roles.</summary>
    /// <param name="N">The return they are compared with; null where the document was never returned.</param>
    /// <param name="ReturnedAt">When it came back; null likewise.</param>
    public sealed record Answer(int? N, DateTimeOffset? ReturnedAt, IReadOnlyList<Correction> Items);

    /// <summary>One file then and now.</summary>
    /// <param name="Returned">As it was returned; null where there was none.</param>
    /// <param name="Now">As it is now; null where it counts no more.</param>
    public sealed record Correction(FileRole Role, FileView? Returned, FileView? Now, bool Changed);

    internal sealed class Handler(Casework casework, ReturnNoticeStore notices) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.DocumentId, DocumentParts.Files, cancellationToken);
            if (document.Returns == 0 && query.N is null)
            {
                return new Answer(null, null, []);
            }

            var notice = await notices.FindAsync(query.DocumentId, query.N ?? document.Returns, cancellationToken)
                ?? throw new NotFoundException("returnNotice");
            return new Answer(
                notice.N,
                notice.At,
                [.. Enum.GetValues<FileRole>().SelectMany(role => Of(role, document.Files, notice))]);
        }

        private static IEnumerable<Correction> Of(FileRole role, IReadOnlyList<DocumentFile> files, ReturnNotice notice)
        {
            var ofRole = files.Where(file => file.Role == role).ToList();
            var returned = ofRole.Where(file => file.At <= notice.At);
            if (DocumentFile.MayBeMany(role))
            {
                // Side by side there is nothing but the name by which an annex could replace another.
                return ofRole.GroupBy(file => file.Name).Select(named => Pair(
                    role, named.LastOrDefault(file => file.At <= notice.At), named.LastOrDefault(file => file.Current)));
            }

            return ofRole.Count == 0 ? [] : [Pair(role, returned.LastOrDefault(), ofRole.Find(file => file.Current))];
        }

        private static Correction Pair(FileRole role, DocumentFile? returned, DocumentFile? now) => new(
            role,
            returned is null ? null : FileView.Of(returned),
            now is null ? null : FileView.Of(now),
            returned?.Sha256 != now?.Sha256);
    }
}
