using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Papers;

/// <summary>What was found in an uploaded file.</summary>
/// <param name="ContentType">The media type by content, never what the uploader claimed.</param>
/// <param name="Paper">
/// Its text; null where none was read: pictures, workbooks, OFD, and a PDF that is encrypted or damaged or met no extractor.
/// </param>
public sealed record Reading(FileKind Kind, string ContentType, Paper? Paper);
