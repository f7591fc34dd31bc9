using GovDocFlow.Documents;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>Two files of a document side by side: what changed from the one to the other.</summary>
public static class CompareFiles
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid DocumentId, Guid OldFileId, Guid NewFileId) : IRequest<Answer>;

    /// <summary>The comparison.</summary>
    /// <param name="SameBytes">Whether both are the very same file content.</param>
    /// <param name="WhyNot">Why there are no lines; null where there are, or where both papers are empty.</param>
    public sealed record Answer(
        FileView Old, FileView New, bool SameBytes, IReadOnlyList<Line> Lines, Totals Totals, Sentence? WhyNot);

    /// <summary>One paragraph or table cell.</summary>
    /// <param name="OldLocation">Where it stood, in the office's words; null where it was added.</param>
    /// <param name="NewLocation">Where it stands; null where it was removed.</param>
    /// <param name="HeadingLevel">1–9 for a heading; null for running text.</param>
    /// <param name="InTable">Whether it is a cell of a table.</param>
    public sealed record Line(
        LineChange Change,
        string? OldLocation,
        string? NewLocation,
        int? HeadingLevel,
        bool InTable,
        IReadOnlyList<TextRun> Runs);

    /// <summary>How many lines of each sort there are.</summary>
    public sealed record Totals(int Same, int Changed, int Added, int Removed);

    internal sealed class Handler(Casework casework, PaperTextStore papers) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.DocumentId, DocumentParts.Files, cancellationToken);
            var (old, @new) = (FileOf(document, query.OldFileId), FileOf(document, query.NewFileId));
            var oldPaper = await papers.FindAsync(old.Sha256, cancellationToken);
            var newPaper = await papers.FindAsync(@new.Sha256, cancellationToken);
            var readable = oldPaper is not null && newPaper is not null;
            var lines = readable ? PaperDiff.Compare(oldPaper!, newPaper!) : [];
            return new Answer(
                FileView.Of(old),
                FileView.Of(@new),
                old.Sha256 == @new.Sha256,
                [.. lines.Select(Shown)],
                new Totals(
                    lines.Count(line => line.Change is LineChange.Same),
                    lines.Count(line => line.Change is LineChange.Changed),
                    lines.Count(line => line.Change is LineChange.Added),
                    lines.Count(line => line.Change is LineChange.Removed)),
                readable ? null : NoText);
        }

        private static Line Shown(DiffLine line)
        {
            var shown = line.New ?? line.Old!;
            return new Line(
                line.Change,
                line.Old?.Location,
                line.New?.Location,
                shown.HeadingLevel,
                shown.TableCell is not null,
                line.Runs);
        }

        private static readonly Sentence NoText = new(
            "至少有一份文件没有可比对的文字，请下载后核对。", "At least one of the files holds no text to compare; download both.");
    }

    /// <summary>The file of that key, of any version.</summary>
    /// <exception cref="NotFoundException">The document has no such file.</exception>
    internal static DocumentFile FileOf(Document document, Guid id) =>
        document.Files.FirstOrDefault(file => file.Id == id) ?? throw new NotFoundException("file");
}
