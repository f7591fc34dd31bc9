using System.IO.Compression;
using System.Net.Http.Headers;

namespace GovDocFlow.Web.Tests;

/// <summary>Word files as they are uploaded.</summary>
internal static class ADocx
{
    /// <summary>A document of these paragraphs.</summary>
    public static byte[] Saying(params string[] paragraphs)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                  <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>
                """);
            Write(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="r1" Target="word/document.xml"
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                </Relationships>
                """);
            var text = string.Concat(paragraphs.Select(paragraph => $"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>"));
            Write(zip, "word/document.xml", $"""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{text}</w:body></w:document>
                """);
        }

        return bytes.ToArray();
    }

    /// <summary>A part of an upload.</summary>
    public static MultipartFormDataContent WithRole(this MultipartFormDataContent form, string role)
    {
        form.Add(new StringContent(role), "role");
        return form;
    }

    /// <summary>A part of an upload.</summary>
    public static MultipartFormDataContent WithFile(this MultipartFormDataContent form, byte[] file, string name)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", name);
        return form;
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text.Trim());
    }
}
