using GovDocFlow.Documents;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Papers.Docx;

namespace GovDocFlow.Papers;

/// <summary>Takes an uploaded file in: is it what it claims to be, is it safe to open, and what does it say?</summary>
public static class PaperReader
{
    /// <summary>
    /// Reads a seekable stream from its start, piece by piece; the stream stays open and its position is left anywhere.
    /// </summary>
    /// <param name="fileName">As the uploader named it; only its extension counts.</param>
    /// <exception cref="RefusedException">
    /// <c>FILE_EMPTY</c>: no bytes. <c>FILE_KIND</c>: the extension is not taken, or the bytes contradict it. <c>FILE_DAMAGED</c>: it
    /// cannot be opened. <c>FILE_BOMB</c>: it unpacks to more than 512 MB, 64 MB of text or 200 times its size, or has more than
    /// 10,000 parts, or nests too deep; judged on what really unpacks.
    /// </exception>
    public static async Task<Reading> ReadAsync(Stream content, string fileName, PdfText pdf, CancellationToken ct)
    {
        if (content.Length == 0)
        {
            throw FileRefusals.Empty();
        }

        var extension = Path.GetExtension(fileName.Trim());
        var format = FileFormat.Claimed(extension) ?? throw FileRefusals.NotTaken(extension);
        content.Position = 0;
        var first = new byte[FileFormat.BytesToJudge];
        var count = await content.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, ct);
        if (!first.AsSpan(0, count).StartsWith(format.Magic))
        {
            throw FileRefusals.Contradicted(extension);
        }

        content.Position = 0;
        var paper = format.Kind switch
        {
            FileKind.Docx => ReadDocx(content, extension, ct),
            FileKind.Pdf => await ReadPdfAsync(content, pdf, ct),
            FileKind.Image => null,
            FileKind.Other => CheckPackage(content, extension, format.Part!, ct),
        };
        return new Reading(format.Kind, format.ContentType, paper);
    }

    private static Paper ReadDocx(Stream content, string extension, CancellationToken ct)
    {
        using var package = Package.Open(content, ct);
        if (package.Holds("xl/workbook.xml") || package.Holds("ppt/presentation.xml") || package.Holds("OFD.xml"))
        {
            throw FileRefusals.Contradicted(extension);
        }

        return DocxReader.Read(package, ct);
    }

    private static Paper? CheckPackage(Stream content, string extension, string part, CancellationToken ct)
    {
        using var package = Package.Open(content, ct);
        return package.Holds(part) ? null : throw FileRefusals.Contradicted(extension);
    }

    private static async Task<Paper?> ReadPdfAsync(Stream content, PdfText pdf, CancellationToken ct)
    {
        var pages = await pdf.ReadAsync(content, ct);
        if (pages is null)
        {
            return null;
        }

        return new Paper(
        [
            .. pages.SelectMany((page, pageIndex) => page.Split('\n').Select((line, lineIndex) =>
                new Paragraph(PaperPart.Body, lineIndex + 1, line.TrimEnd('\r'), Page: pageIndex + 1))),
        ]);
    }
}
