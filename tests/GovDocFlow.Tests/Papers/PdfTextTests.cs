using System.Globalization;
using System.Text;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class PdfTextTests
{
    [Test]
    public async Task Lines_of_a_pdf_are_read_with_their_pages()
    {
        using var file = new MemoryStream(Pdf("First page line", "Second page"));

        var reading = await PaperReader.ReadAsync(file, "a.pdf", Installed(), CancellationToken.None);

        Assert.That(reading.ContentType, Is.EqualTo("application/pdf"));
        Assert.That(
            reading.Paper!.Body.Where(line => line.Text.Length > 0).Select(line => (line.Page, line.Text)),
            Is.EqualTo(new (int?, string)[] { (1, "First page line"), (2, "Second page") }));
    }

    [TestCase("%PDF-1.4\nnothing follows", TestName = "A damaged pdf has no text")]
    [TestCase("%PDF-", TestName = "A pdf of five bytes has no text")]
    public async Task A_pdf_that_cannot_be_opened_has_no_text(string bytes)
    {
        using var file = new MemoryStream(Encoding.Latin1.GetBytes(bytes));

        var pages = await Installed().ReadAsync(file, CancellationToken.None);

        Assert.That(pages, Is.Null);
    }

    [Test]
    public async Task Without_the_program_a_pdf_is_recognised_but_not_read()
    {
        var none = new PdfText("");
        using var file = new MemoryStream(Pdf("text"));

        var reading = await PaperReader.ReadAsync(file, "a.pdf", none, CancellationToken.None);

        Assert.That(none.IsInstalled, Is.False);
        Assert.That(reading, Is.EqualTo(new Reading(FileKind.Pdf, "application/pdf", null)));
    }

    [Test]
    public void Reading_stops_when_it_is_called_off()
    {
        using var file = new MemoryStream(Pdf("text"));

        Assert.That(async () => await Installed().ReadAsync(file, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_mark_counts_on_the_first_page_of_a_pdf_wherever_it_stands_and_not_on_the_second()
    {
        var lines = Enumerable.Range(1, 60).Select(line => new Paragraph(PaperPart.Body, line, $"第{line}行", Page: 1)).ToList();
        var first = new Paper([.. lines, new Paragraph(PaperPart.Body, 61, "机密★10年", Page: 1)]);
        var second = new Paper([.. lines, new Paragraph(PaperPart.Body, 1, "机密★10年", Page: 2)]);

        Assert.That(SecrecyMark.Find(first)?.Location, Is.EqualTo("第 1 页第 61 行"));
        Assert.That(SecrecyMark.Find(second), Is.Null);
    }

    private static PdfText Installed()
    {
        var pdf = new PdfText();
        Assume.That(pdf.IsInstalled, "pdftotext is not on the PATH.");
        return pdf;
    }

    private static byte[] Pdf(params string[] pages)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, page) => $"{4 + (2 * page)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        };
        foreach (var text in pages)
        {
            var drawing = $"BT /F1 12 Tf 72 720 Td ({text}) Tj ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var content in objects)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
