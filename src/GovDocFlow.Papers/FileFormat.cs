namespace GovDocFlow.Papers;

/// <summary>A format on the allow-list: its extension, its media type, and how its first bytes look.</summary>
internal sealed record FileFormat(FileKind Kind, string ContentType, byte[] Magic)
{
    /// <summary>How many leading bytes are enough to judge any format.</summary>
    public const int BytesToJudge = 16;

    private static readonly byte[] Zip = [.. "PK\x03\x04"u8];
    private static readonly FileFormat Jpeg = new(FileKind.Image, "image/jpeg", [0xFF, 0xD8, 0xFF]);

    private static readonly Dictionary<string, FileFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = new(FileKind.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Zip),
        [".pdf"] = new(FileKind.Pdf, "application/pdf", [.. "%PDF-"u8]),
        [".png"] = new(FileKind.Image, "image/png", [0x89, .. "PNG\r\n\x1a\n"u8]),
        [".jpg"] = Jpeg,
        [".jpeg"] = Jpeg,
        [".xlsx"] = new(FileKind.Other, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Zip)
        {
            Part = "xl/workbook.xml",
        },
        [".ofd"] = new(FileKind.Other, "application/ofd", Zip) { Part = "OFD.xml" },
    };

    /// <summary>The part that a zip must hold to be of this format; null where the format is no zip or is read on its own.</summary>
    public string? Part { get; private init; }

    /// <summary>The format that an extension claims; null where it is not on the allow-list.</summary>
    public static FileFormat? Claimed(string extension) => ByExtension.GetValueOrDefault(extension);
}
