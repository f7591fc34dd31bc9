using System.Xml;

namespace GovDocFlow.Papers.Docx;

/// <summary>The namespaces of Word's XML; the strict edition of the standard has names of its own.</summary>
internal static class DocxNames
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string WordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public const string Vml = "urn:schemas-microsoft-com:vml";

    public static bool IsWord(XmlReader reader) => reader.NamespaceURI is Word or WordStrict;

    /// <summary>The <c>w:val</c> of the element; null where it has none.</summary>
    public static string? Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI);
}
