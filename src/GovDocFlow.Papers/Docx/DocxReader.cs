using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Papers.Docx;

/// <summary>Reads the text of a Word document: body, headers, footers and text boxes.</summary>
internal static class DocxReader
{
    private const string UsualMainPart = "word/document.xml";

    /// <exception cref="Documents.RefusedException">
    /// <c>FILE_DAMAGED</c>: there is no main part, or one that is no Word document.
    /// </exception>
    public static Paper Read(Package package, CancellationToken ct)
    {
        var main = Relationships.Of(package, "").Targets("officeDocument").FirstOrDefault(package.Holds) ?? UsualMainPart;
        if (!package.Holds(main))
        {
            throw FileRefusals.Damaged();
        }

        var related = Relationships.Of(package, main);
        var styles = new HeadingStyles();
        foreach (var part in related.Targets("styles"))
        {
            package.ReadXml(part, styles.Add);
        }

        var paragraphs = new ParagraphList();
        ReadStory(main, "document", PaperPart.Body);
        foreach (var header in related.Targets("header"))
        {
            ReadStory(header, "hdr", PaperPart.Header);
        }

        foreach (var footer in related.Targets("footer"))
        {
            ReadStory(footer, "ftr", PaperPart.Footer);
        }

        return paragraphs.ToPaper();

        void ReadStory(string part, string root, PaperPart place) =>
            package.ReadXml(part, reader => new StoryReader(reader, paragraphs, styles, ct).Read(root, place));
    }
}
