using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Papers;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace GovDocFlow.Tests.Papers;

public sealed class PaperReaderTests
{
    private static readonly PdfText NoPdf = new("");

    [Test]
    public async Task Body_headers_footers_and_text_boxes_are_read_with_their_places()
    {
        var box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>" + RawDocx.P("框内") + "</w:txbxContent></wps:txbx></mc:Choice>"
            + "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" + RawDocx.P("框内") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r></w:p>";
        var file = RawDocx.WithBody(RawDocx.P("第一段") + box).WithHeader("眉").WithFooter("脚");

        var paper = await PaperOf(file);

        Assert.That(paper.Paragraphs, Is.EqualTo(new[]
        {
            new Paragraph(PaperPart.Body, 1, "第一段"),
            new Paragraph(PaperPart.Body, 2, "框外"),
            new Paragraph(PaperPart.TextBox, 1, "框内"),
            new Paragraph(PaperPart.Header, 1, "眉"),
            new Paragraph(PaperPart.Footer, 1, "脚"),
        }));
    }

    [TestCase("odd", "备用")]
    [TestCase("wps", "新式")]
    public async Task Of_two_versions_of_a_drawing_the_one_that_Word_would_show_is_read(string requires, string shown)
    {
        var file = RawDocx.WithBody(
            $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"{requires}\"><w:t>新式</w:t></mc:Choice><mc:Fallback><w:t>备用</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>");

        var paper = await PaperOf(file);

        Assert.That(Texts(paper), Is.EqualTo(shown));
    }

    [Test]
    public async Task Cells_carry_table_row_and_column_also_in_nested_tables()
    {
        var inner = RawDocx.Table(["内1", "内2"]);
        var file = RawDocx.WithBody(RawDocx.Table(["甲", "乙"], ["丙", $"<w:p/>{inner}{RawDocx.P("丁")}"]) + RawDocx.P("表后"));

        var paper = await PaperOf(file);

        Assert.That(paper.Paragraphs.Select(one => (one.Text, one.TableCell)), Is.EqualTo(new (string, TableCell?)[]
        {
            ("甲", new(1, 1, 1)), ("乙", new(1, 1, 2)), ("丙", new(1, 2, 1)), ("", new(1, 2, 2)),
            ("内1", new(2, 1, 1)), ("内2", new(2, 1, 2)), ("丁", new(1, 2, 2)), ("表后", null),
        }));
    }

    [Test]
    public async Task Deleted_text_field_codes_and_pinyin_are_not_text_but_insertions_are()
    {
        var file = RawDocx.WithBody(
            "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>"
            + "<w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"
            + "<w:r><w:ruby><w:rt><w:r><w:t>dīng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>丁</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>");

        var paper = await PaperOf(file);

        Assert.That(Texts(paper), Is.EqualTo("甲增3\t乙\n丙丁"));
    }

    [Test]
    public async Task A_paragraph_whose_end_is_deleted_runs_into_the_next()
    {
        var file = RawDocx.WithBody(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>机密★</w:t></w:r></w:p>" + RawDocx.P("10年") + RawDocx.P("正文"));

        var paper = await PaperOf(file);

        Assert.That(Texts(paper), Is.EqualTo("机密★10年|正文"));
    }

    [Test]
    public async Task Heading_levels_come_from_names_outlines_and_the_styles_they_are_based_on()
    {
        var styles =
            Style("a", "heading 2") + Style("b", "标题 3") + Style("c", "公文一级", basedOn: "a") + Style("d", "Normal")
            + Style("e", "自定", outline: 4) + Style("f", "圈一", basedOn: "g") + Style("g", "圈二", basedOn: "f");
        var own = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/><w:pPrChange><w:pPr><w:outlineLvl w:val=\"7\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>自</w:t></w:r></w:p>";
        var text = "<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:outlineLvl w:val=\"9\"/></w:pPr></w:p>";
        var file = RawDocx.WithBody(string.Concat("abcdefg".Select(id => RawDocx.P($"{id}", $"{id}"))) + RawDocx.P("无", "Heading1") + own + text).WithStyles(styles);

        var paper = await PaperOf(file);

        Assert.That(string.Join(' ', paper.Paragraphs.Select(one => one.HeadingLevel?.ToString(CultureInfo.InvariantCulture) ?? "-")), Is.EqualTo("2 3 2 - 5 - - 1 1 -"));
    }

    [Test]
    public async Task A_document_made_by_a_library_is_read()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new W.Document(new W.Body(
                new W.SdtBlock(new W.SdtContentBlock(new W.Paragraph(new W.Run(new W.Text("控件内"))))),
                new W.Paragraph(new W.Hyperlink(new W.Run(new W.Text("链接"))), new W.Run(new W.SymbolChar { Font = "Wingdings", Char = "F0AB" }))));
        }

        var reading = await PaperReader.ReadAsync(file, "a.DOCX", NoPdf, CancellationToken.None);

        Assert.That(reading.Kind, Is.EqualTo(FileKind.Docx));
        Assert.That(Texts(reading.Paper!), Is.EqualTo("控件内|链接★"));
    }

    [Test]
    public async Task Two_hundred_tables_within_each_other_are_read()
    {
        var file = RawDocx.WithBody(Nested(200));

        var paper = await PaperOf(file);

        Assert.That(paper.Paragraphs.Select(one => one.TableCell!.Table).Max(), Is.EqualTo(200));
    }

    [TestCase("a.docx", "MZ\u0090\0 this program", "FILE_KIND", RefusalKind.WrongKind, TestName = "A renamed program is no docx")]
    [TestCase("a.pdf", "MZ\u0090\0 this program", "FILE_KIND", RefusalKind.WrongKind, TestName = "A renamed program is no pdf")]
    [TestCase("a.png", "%PDF-1.4", "FILE_KIND", RefusalKind.WrongKind, TestName = "A pdf is no picture")]
    [TestCase("a.exe", "MZ", "FILE_KIND", RefusalKind.WrongKind, TestName = "A program is not taken")]
    [TestCase("a", "text", "FILE_KIND", RefusalKind.WrongKind, TestName = "A file without extension is not taken")]
    [TestCase("a.doc", "text", "FILE_KIND", RefusalKind.WrongKind, TestName = "An old Word file is not taken")]
    [TestCase("a.docx", "", "FILE_EMPTY", RefusalKind.Content, TestName = "An empty file is said to be empty")]
    [TestCase("a.docx", "PK\u0003\u0004broken", "FILE_DAMAGED", RefusalKind.Content, TestName = "A zip without directory is damaged")]
    public void A_file_that_is_not_what_it_claims_is_refused(string name, string bytes, string code, RefusalKind kind)
    {
        var refusal = RefusalOf(name, Encoding.Latin1.GetBytes(bytes));

        Assert.That((refusal.Code, refusal.Kind), Is.EqualTo((code, kind)));
    }

    [Test]
    public void A_truncated_docx_is_damaged_wherever_it_was_cut()
    {
        var whole = RawDocx.OfLines("一", "二").ToBytes();

        var codes = Enumerable.Range(1, 19).Select(part => RefusalOf("a.docx", whole[..(whole.Length * part / 20)]).Code);

        Assert.That(codes, Is.All.EqualTo("FILE_DAMAGED"));
    }

    [Test]
    public async Task A_docx_with_any_one_byte_changed_is_read_or_refused_with_a_reason()
    {
        var whole = RawDocx.OfLines("一", "二").WithHeader("眉").ToBytes();
        var codes = new SortedSet<string>();
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0xA5;
            try
            {
                await PaperReader.ReadAsync(new MemoryStream(changed), "a.docx", NoPdf, CancellationToken.None);
            }
            catch (RefusedException refused)
            {
                codes.Add(refused.Refusal.Code);
            }
        }

        Assert.That(string.Join(' ', codes), Is.EqualTo("FILE_DAMAGED FILE_KIND"));
    }

    [Test]
    public void A_docx_without_its_document_is_damaged() =>
        Assert.That(RefusalOf("a.docx", RawDocx.OfLines("一").Without("word/document.xml").ToBytes()).Code, Is.EqualTo("FILE_DAMAGED"));

    [Test]
    public void A_docx_whose_document_is_another_xml_is_damaged() =>
        Assert.That(RefusalOf("a.docx", RawDocx.OfLines().With("word/document.xml", "<html/>").ToBytes()).Code, Is.EqualTo("FILE_DAMAGED"));

    [Test]
    public void A_workbook_named_docx_is_the_wrong_kind() =>
        Assert.That(RefusalOf("a.docx", RawDocx.OfLines("一").With("xl/workbook.xml", "<a/>").ToBytes()).Code, Is.EqualTo("FILE_KIND"));

    [Test]
    public void A_document_type_declaration_is_never_followed()
    {
        var attack = "<!DOCTYPE d [<!ENTITY a \"机密\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>";

        var refusal = RefusalOf("a.docx", RawDocx.OfLines().With("word/document.xml", attack).ToBytes());

        Assert.That(refusal.Code, Is.EqualTo("FILE_DAMAGED"));
    }

    [TestCase(400)]
    [TestCase(100_000)]
    public void Nesting_without_end_is_refused(int levels) =>
        Assert.That(RefusalOf("a.docx", RawDocx.WithBody(Nested(levels)).ToBytes()).Code, Is.EqualTo("FILE_BOMB"));

    [Test]
    public void Nesting_without_end_is_refused_also_where_nothing_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:x>", 5000)) + string.Concat(Enumerable.Repeat("</w:x>", 5000));

        var refusal = RefusalOf("a.docx", RawDocx.WithBody($"<w:p><w:r><w:rPr>{deep}</w:rPr></w:r></w:p>").ToBytes());

        Assert.That(refusal.Code, Is.EqualTo("FILE_BOMB"));
    }

    [Test]
    public void A_small_file_that_unpacks_to_two_gigabytes_is_refused_before_it_does()
    {
        var bomb = ZipOfZeros("word/media/image1.png", megabytes: 2048);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = RefusalOf("a.docx", bomb);

        Assert.That(bomb, Has.Length.LessThan(5_000_000));
        Assert.That(refusal.Code, Is.EqualTo("FILE_BOMB"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(32L * 1024 * 1024));
    }

    [Test]
    public void A_header_that_understates_what_a_part_unpacks_to_does_not_pass()
    {
        var bomb = Zipped(("word/media/image1.png", 64L * 1024 * 1024));
        var size = BitConverter.GetBytes(64 * 1024 * 1024);
        for (var at = bomb.AsSpan().IndexOf(size); at >= 0; at = bomb.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(100).CopyTo(bomb, at);
        }

        var refusal = RefusalOf("a.docx", bomb);

        Assert.That(refusal.Code, Is.AnyOf("FILE_BOMB", "FILE_DAMAGED"));
    }

    [Test]
    public void A_zip_of_more_than_ten_thousand_parts_is_refused()
    {
        var bytes = Zipped([.. Enumerable.Range(0, 10_001).Select(part => ($"p{part}", 0L))]);

        Assert.That(RefusalOf("a.docx", bytes).Code, Is.EqualTo("FILE_BOMB"));
    }

    [Test]
    public void Two_parts_with_one_name_are_refused() =>
        Assert.That(RefusalOf("a.docx", Zipped(("word/document.xml", 10), ("WORD/document.xml", 10))).Code, Is.EqualTo("FILE_DAMAGED"));

    [Test]
    public async Task Pictures_are_taken_unread()
    {
        using var file = new MemoryStream([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 1, 2, 3]);

        var reading = await PaperReader.ReadAsync(file, "图.png", NoPdf, CancellationToken.None);

        Assert.That(reading, Is.EqualTo(new Reading(FileKind.Image, "image/png", null)));
    }

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", levels)) + RawDocx.P("底") + string.Concat(Enumerable.Repeat("<w:p/></w:tc></w:tr></w:tbl>", levels));

    private static string Style(string id, string name, string? basedOn = null, int? outline = null) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>"
        + (basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")
        + (outline is null ? "" : $"<w:pPr><w:outlineLvl w:val=\"{outline}\"/></w:pPr>") + "</w:style>";

    private static byte[] Zipped(params (string Name, long Length)[] parts)
    {
        var zeros = new byte[1024 * 1024];
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, length) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                for (var left = length; left > 0; left -= zeros.Length)
                {
                    stream.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
                }
            }
        }

        return file.ToArray();
    }

    // One packed block of zeros, repeated in the packed form: nothing of that size is ever written.
    private static byte[] ZipOfZeros(string name, int megabytes)
    {
        const int megabytesInBlock = 16;
        using var written = new MemoryStream();
        using var deflate = new DeflateStream(written, CompressionLevel.Optimal);
        deflate.Write(new byte[megabytesInBlock * 1024 * 1024]);
        deflate.Flush();
        var block = written.ToArray();
        var packed = Enumerable.Repeat(block, megabytes / megabytesInBlock).SelectMany(one => one).ToList();
        packed.AddRange((byte[])[3, 0]);
        var described = (byte[])
        [
            20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            .. BitConverter.GetBytes(packed.Count), .. BitConverter.GetBytes((uint)megabytes * 1024 * 1024), (byte)name.Length, 0, 0, 0,
        ];
        byte[] local = [.. "PK\u0003\u0004"u8, .. described, .. Encoding.ASCII.GetBytes(name), .. packed];
        byte[] directory = [.. "PK\u0001\u0002"u8, 20, 0, .. described, .. new byte[14], .. Encoding.ASCII.GetBytes(name)];
        return
        [
            .. local, .. directory, .. "PK\u0005\u0006"u8, 0, 0, 0, 0, 1, 0, 1, 0,
            .. BitConverter.GetBytes(directory.Length), .. BitConverter.GetBytes(local.Length), 0, 0,
        ];
    }

    private static string Texts(Paper paper) => string.Join('|', paper.Paragraphs.Select(one => one.Text));

    private static async Task<Paper> PaperOf(RawDocx docx)
    {
        using var file = new MemoryStream(docx.ToBytes());
        return (await PaperReader.ReadAsync(file, "稿.docx", NoPdf, CancellationToken.None)).Paper!;
    }

    private static Refusal RefusalOf(string name, byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return Assert.ThrowsAsync<RefusedException>(() => PaperReader.ReadAsync(file, name, NoPdf, CancellationToken.None))!.Refusal;
    }
}
