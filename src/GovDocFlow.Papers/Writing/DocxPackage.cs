using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GovDocFlow.Papers;

/// <summary>Zips the parts of a Word document, always in the same order and without the hour at which it was done.</summary>
internal static class DocxPackage
{
    public const string FooterId = "rId4";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string OfficeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageTypes = "http://schemas.openxmlformats.org/package/2006";
    private const string WordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    // The earliest day that a zip can hold.
    private static readonly DateTimeOffset NoHour = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file of that document, with styles, fonts and a footer of page numbers.</summary>
    public static byte[] Zip(Document document, string title, string author)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes());
            Add(zip, "_rels/.rels", Relations(
                ($"{OfficeTypes}/officeDocument", "word/document.xml"),
                ($"{PackageTypes}/relationships/metadata/core-properties", "docProps/core.xml")));
            Add(zip, "docProps/core.xml", CoreProperties(title, author));
            Add(zip, "word/document.xml", document.OuterXml);
            Add(zip, "word/_rels/document.xml.rels", Relations(
                ($"{OfficeTypes}/styles", "styles.xml"),
                ($"{OfficeTypes}/settings", "settings.xml"),
                ($"{OfficeTypes}/fontTable", "fontTable.xml"),
                ($"{OfficeTypes}/footer", "footer1.xml")));
            Add(zip, "word/styles.xml", DocxStyles.Styles().OuterXml);
            Add(zip, "word/settings.xml", Settings().OuterXml);
            Add(zip, "word/fontTable.xml", DocxStyles.FontTable().OuterXml);
            Add(zip, "word/footer1.xml", PageNumbers().OuterXml);
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoHour;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }

    private static string ContentTypes() =>
        $"""
        <Types xmlns="{PackageTypes}/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
          <Override PartName="/word/document.xml" ContentType="{WordTypes}.document.main+xml"/>
          <Override PartName="/word/styles.xml" ContentType="{WordTypes}.styles+xml"/>
          <Override PartName="/word/settings.xml" ContentType="{WordTypes}.settings+xml"/>
          <Override PartName="/word/fontTable.xml" ContentType="{WordTypes}.fontTable+xml"/>
          <Override PartName="/word/footer1.xml" ContentType="{WordTypes}.footer+xml"/>
        </Types>
        """;

    private static string Relations(params (string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="{PackageTypes}/relationships">"""
        + string.Concat(relations.Select((relation, index) =>
            $"""<Relationship Id="rId{index + 1}" Type="{relation.Type}" Target="{relation.Target}"/>"""))
        + "</Relationships>";

    private static string CoreProperties(string title, string author) =>
        $"""
        <cp:coreProperties xmlns:cp="{PackageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:title>{SecurityElement.Escape(title)}</dc:title>
          <dc:creator>{SecurityElement.Escape(author)}</dc:creator>
          <dc:language>zh-CN</dc:language>
        </cp:coreProperties>
        """;

    private static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

    private static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
        Plain("第 "),
        new SimpleField(Plain("1")) { Instruction = "PAGE" },
        Plain(" 页　共 "),
        new SimpleField(Plain("1")) { Instruction = "NUMPAGES" },
        Plain(" 页")));

    private static Run Plain(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
