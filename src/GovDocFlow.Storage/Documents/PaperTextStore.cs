using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Storage.Documents;

/// <summary>Keeps the text of papers by the hash of their file: a docx is read once, when it comes in.</summary>
public sealed class PaperTextStore(Session session)
{
    /// <summary>Keeps the text; nothing where it is there. The file itself must be stored before.</summary>
    public async Task StoreAsync(string sha256, Paper paper, CancellationToken cancellation)
    {
        if (await session.ScalarAsync<int>("SELECT COUNT(*) FROM PaperText WHERE Sha256 = @sha256", new { sha256 }, cancellation) == 0)
        {
            await session.ExecuteAsync(
                "INSERT INTO PaperText (Sha256, Paragraphs) VALUES (@sha256, @paragraphs)",
                new { sha256, paragraphs = Json.Write(paper.Paragraphs) },
                cancellation);
        }
    }

    /// <summary>The text; null where the file holds none that was read.</summary>
    public async Task<Paper?> FindAsync(string sha256, CancellationToken cancellation)
    {
        var paragraphs = await session.FindAsync<string>(
            "SELECT Paragraphs FROM PaperText WHERE Sha256 = @sha256", new { sha256 }, cancellation);
        return paragraphs is null ? null : new Paper(Json.Read<IReadOnlyList<Paragraph>>(paragraphs));
    }
}
