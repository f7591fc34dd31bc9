namespace GovDocFlow.Papers;

/// <summary>What a file is, once its first bytes and its extension agree.</summary>
public enum FileKind
{
    /// <summary>A Word document, which is read into paragraphs.</summary>
    Docx,

    /// <summary>A PDF, which is read into lines where an extractor is installed.</summary>
    Pdf,

    /// <summary>A PNG or JPEG picture; its text is not read.</summary>
    Image,

    /// <summary>A workbook or an OFD; taken, but not read.</summary>
    Other,
}
