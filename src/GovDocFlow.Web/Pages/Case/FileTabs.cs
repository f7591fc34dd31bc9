using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Case;

/// <summary>The files of a document as tabs, one of them shown.</summary>
/// <param name="Shown">The file that is shown, of any version; null where there is none at all.</param>
/// <param name="Path">The address of the page, with or without a query, to which a tab adds its file.</param>
internal sealed record FileTabs(Guid DocumentId, IReadOnlyList<FileView> Files, FileView? Shown, string Path, string Field = "file")
{
    /// <summary>The files that count now, in the order of their roles.</summary>
    public IEnumerable<FileView> Current => Files.Where(file => file.Current).OrderBy(file => file.Role);

    /// <summary>The tabs of a document: the asked file, or else its body, or else its first file.</summary>
    public static FileTabs Of(DocumentView document, Guid? asked, string path) => new(
        document.Id,
        document.Files,
        document.Files.FirstOrDefault(file => file.Id == asked)
            ?? document.Files.Where(file => file.Current).MinBy(file => file.Role),
        path);

    /// <summary>Where a file is shown.</summary>
    public string Address(Guid file) => $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Field}={file}";

    /// <summary>Whether its role may have several side by side, so that its name tells it apart.</summary>
    public static bool IsOneOfMany(FileView file) => DocumentFile.MayBeMany(file.Role);

    /// <summary>All versions of a file, the newest first.</summary>
    public IReadOnlyList<FileView> VersionsOf(FileView file) => IsOneOfMany(file)
        ? [file]
        : [.. Files.Where(other => other.Role == file.Role).OrderByDescending(other => other.Version)];
}
