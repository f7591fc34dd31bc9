using GovDocFlow.Documents;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>A file as plain blocks of text, which a page can show without trusting anything in the file.</summary>
public static class PreviewFile
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid DocumentId, Guid FileId) : IRequest<Answer>;

    /// <summary>The preview.</summary>
    /// <param name="IsPdf">Whether a viewer of the reader's own can show the file itself.</param>
    /// <param name="Blocks">In reading order; empty for a PDF and for a file without text.</param>
    /// <param name="WhyNot">Why there are no blocks; null where there are.</param>
    public sealed record Answer(FileView File, bool IsPdf, IReadOnlyList<Block> Blocks, Sentence? WhyNot);

    /// <summary>A heading, a paragraph or a table.</summary>
    /// <param name="Part">Running text, header, footer or text box.</param>
    /// <param name="HeadingLevel">1–9 for a heading; null for all else.</param>
    /// <param name="Text">Its text; line breaks are <c>\n</c>. Null for a table.</param>
    /// <param name="Location">Where it stands, as findings name it; of a table the first cell.</param>
    /// <param name="Rows">The cells of a table, row by row; null for all else.</param>
    public sealed record Block(
        PaperPart Part, int? HeadingLevel, string? Text, string Location, IReadOnlyList<IReadOnlyList<string>>? Rows);

    internal sealed class Handler(Casework casework, PaperTextStore papers) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.DocumentId, DocumentParts.Files, cancellationToken);
            var file = CompareFiles.FileOf(document, query.FileId);
            if (file.ContentType == "application/pdf")
            {
                return new Answer(FileView.Of(file), true, [], IsPdf);
            }

            var paper = await papers.FindAsync(file.Sha256, cancellationToken);
            return paper is null
                ? new Answer(FileView.Of(file), false, [], NoText)
                : new Answer(FileView.Of(file), false, Blocks(paper), null);
        }

        private static List<Block> Blocks(Paper paper)
        {
            var blocks = new List<Block>();
            var paragraphs = paper.Paragraphs;
            for (var at = 0; at < paragraphs.Count;)
            {
                var paragraph = paragraphs[at];
                var end = at + 1;
                if (paragraph.TableCell is { Table: var table })
                {
                    while (end < paragraphs.Count && paragraphs[end].TableCell?.Table == table)
                    {
                        end++;
                    }

                    blocks.Add(new Block(paragraph.Part, null, null, paragraph.Location, Rows(paragraphs, at, end)));
                }
                else if (!string.IsNullOrWhiteSpace(paragraph.Text))
                {
                    blocks.Add(new Block(
                        paragraph.Part, paragraph.HeadingLevel, paragraph.Text, paragraph.Location, null));
                }

                at = end;
            }

            return blocks;
        }

        private static List<IReadOnlyList<string>> Rows(IReadOnlyList<Paragraph> paragraphs, int start, int end) =>
        [
            .. paragraphs.Skip(start).Take(end - start).GroupBy(cell => cell.TableCell!.Row).Select(row =>
                (IReadOnlyList<string>)
                [
                    .. row.GroupBy(cell => cell.TableCell!.Column)
                        .Select(cell => string.Join('\n', cell.Select(paragraph => paragraph.Text))),
                ]),
        ];

        private static readonly Sentence IsPdf = new("这是一份 PDF 文件，请打开原件查看。", "This is a PDF; open the file itself.");

        private static readonly Sentence NoText = new("该文件不能预览，请下载查看。", "The file cannot be previewed; download it.");
    }
}
