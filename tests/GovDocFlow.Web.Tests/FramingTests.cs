using System.Text;

namespace GovDocFlow.Web.Tests;

internal sealed class FramingTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """);

    [Test]
    public async Task Only_the_preview_of_a_pdf_may_stand_in_a_frame_of_this_host()
    {
        var drafter = await TheHost.As("drafter.keji");
        var file = await FileAsync(drafter, Pdf, "附图.pdf");

        var looked = await drafter.GetAsync(file + "?look=true");
        var kept = await drafter.GetAsync(file);

        Assert.That(looked.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/pdf"));
        Assert.That(looked.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("inline"));
        Assert.That(Framing(looked), Is.EqualTo(("SAMEORIGIN", "frame-ancestors 'self'")));
        Assert.That(kept.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        Assert.That(Framing(kept), Is.EqualTo(("DENY", "frame-ancestors 'none'")));
    }

    [Test]
    public async Task A_word_file_is_never_looked_at_in_a_frame()
    {
        var drafter = await TheHost.As("drafter.keji");
        var file = await FileAsync(drafter, ADocx.Saying("一、总则"), "附件.docx");

        var looked = await drafter.GetAsync(file + "?look=true");

        Assert.That(looked.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        Assert.That(Framing(looked), Is.EqualTo(("DENY", "frame-ancestors 'none'")));
    }

    [TestCase("/")]
    [TestCase("/documents")]
    [TestCase("/sign-in")]
    public async Task No_page_may_be_framed(string path)
    {
        var drafter = await TheHost.As("drafter.keji");

        var page = await drafter.GetAsync(path);

        Assert.That(Framing(page), Is.EqualTo(("DENY", "frame-ancestors 'none'")));
    }

    private static (string, string) Framing(HttpResponseMessage answer) => (
        answer.Headers.GetValues("X-Frame-Options").Single(),
        answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ").Single(part => part.StartsWith("frame-ancestors", StringComparison.Ordinal)));

    private static async Task<string> FileAsync(HttpClient drafter, byte[] bytes, string name)
    {
        var document = await ADraft.KeptAsync(drafter);
        using var form = new MultipartFormDataContent();
        var uploaded = await drafter.PostAsync(document.Path() + "/files", form.WithRole("annex").WithFile(bytes, name));
        var file = (await uploaded.JsonAsync()).GetProperty("id").GetString();
        return $"/documents/{document.GetProperty("id").GetString()}/files/{file}";
    }
}
