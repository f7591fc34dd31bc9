using System.Security.Cryptography;
using System.Text;

namespace GovDocFlow.Documents;

/// <summary>A file of a document: one version of it, never changed.</summary>
/// <param name="Version">1 for the first of its role; one more for each that replaces it. Annexes each start at 1.</param>
/// <param name="Current">Whether it is the version that counts now.</param>
public sealed record DocumentFile(
    Guid Id,
    FileRole Role,
    string Name,
    string ContentType,
    long Size,
    string Sha256,
    int Version,
    bool Current,
    DateTimeOffset At,
    Guid By)
{
    /// <summary>Whether a document may have several of <paramref name="role"/> side by side.</summary>
    public static bool MayBeMany(FileRole role) => role is FileRole.Annex or FileRole.Countersign;

    /// <summary>
    /// The hash over document and interpretation together: what the department head approves as one pair, and what
    /// must be approved again when any byte of it changes.
    /// </summary>
    public static string PairHash(IEnumerable<DocumentFile> files)
    {
        var parts = files
            .Where(file => file.Current && IsOfThePair(file.Role))
            .Select(file => $"{file.Role}:{file.Sha256}")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private static bool IsOfThePair(FileRole role) => role is FileRole.Body or FileRole.Annex or FileRole.PublicVersion
        or FileRole.InterpretationPlan or FileRole.InterpretationMaterial;
}
