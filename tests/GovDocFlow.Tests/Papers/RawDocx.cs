using System.IO.Compression;
using System.Text;

namespace GovDocFlow.Tests.Papers;

/// <summary>A docx as other programs write it, part by part.</summary>
internal sealed class RawDocx
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:odd=\"http://example.invalid/odd\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private readonly Dictionary<string, string> _parts = new()
    {
        ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ["_rels/.rels"] = Relations("<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"),
        ["word/_rels/document.xml.rels"] = Relations(
            "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
            + "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"/word/header1.xml\"/>"
            + "<Relationship Id=\"r3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>"),
    };

    public static RawDocx WithBody(string xml) => new RawDocx().With("word/document.xml", $"<w:document {Namespaces}><w:body>{xml}</w:body></w:document>");

    public static RawDocx OfLines(params string[] lines) => WithBody(string.Concat(lines.Select(line => P(line))));

    public static string P(string text, string? style = null) =>
        "<w:p>" + (style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>") + $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Table(params string[][] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(row => "<w:tr>" + string.Concat(row.Select(cell => $"<w:tc>{(cell.StartsWith('<') ? cell : P(cell))}</w:tc>")) + "</w:tr>")) + "</w:tbl>";

    public RawDocx With(string part, string xml)
    {
        _parts[part] = xml;
        return this;
    }

    public RawDocx WithStyles(string xml) => With("word/styles.xml", $"<w:styles {Namespaces}>{xml}</w:styles>");

    public RawDocx WithHeader(string text) => With("word/header1.xml", $"<w:hdr {Namespaces}>{P(text)}</w:hdr>");

    public RawDocx WithFooter(string text) => With("word/footer1.xml", $"<w:ftr {Namespaces}>{P(text)}</w:ftr>");

    public RawDocx Without(string part)
    {
        _parts.Remove(part);
        return this;
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in _parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return file.ToArray();
    }

    private static string Relations(string xml) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{xml}</Relationships>";
}
