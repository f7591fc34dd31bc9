using System.Collections.Concurrent;
using GovDocFlow.Documents.Papers;

namespace GovDocFlow.UseCases;

/// <summary>Texts of papers that were read lately, by the hash of their file. A hash names one text for good, so nothing here can be stale.</summary>
internal sealed class PaperShelf
{
    private const int Places = 256;

    private readonly ConcurrentDictionary<string, Paper> _papers = new();

    /// <summary>The text with this hash; null where it is not on the shelf.</summary>
    public Paper? Find(string sha256) => _papers.GetValueOrDefault(sha256);

    /// <summary>Puts a text on the shelf; a full one is cleared first.</summary>
    public void Put(string sha256, Paper paper)
    {
        if (_papers.Count >= Places)
        {
            _papers.Clear();
        }

        _papers[sha256] = paper;
    }
}
