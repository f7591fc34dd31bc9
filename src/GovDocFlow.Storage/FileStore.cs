using System.Security.Cryptography;
using GovDocFlow.Documents;

namespace GovDocFlow.Storage;

/// <summary>Uploaded files by their content: the same bytes are kept once, whoever sends them.</summary>
/// <remarks>A hash is SHA-256 in lower-case hexadecimal.</remarks>
public sealed class FileStore(Session session)
{
    // Under the size from which the runtime puts an array among the large objects.
    private const int ChunkBytes = 80 * 1024;

    /// <summary>Keeps the content; nothing where it is kept already, and then the stream is not read.</summary>
    /// <param name="size">In bytes.</param>
    /// <exception cref="InvalidDataException">The content has another hash or size; do not commit.</exception>
    /// <exception cref="RaceException">Another host stored the same content in this moment.</exception>
    public async Task StoreAsync(
        string sha256, Stream content, long size, DateTimeOffset at, CancellationToken cancellation)
    {
        await session.BeginWriteAsync(cancellation);
        if (await ExistsAsync(sha256, cancellation))
        {
            return;
        }

        try
        {
            await session.ExecuteAsync(
                "INSERT INTO FileContent (Sha256, Size, StoredAt) VALUES (@sha256, @size, @at)",
                new { sha256, size, at },
                cancellation);
        }
        catch (Exception exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            throw new RaceException($"the file {sha256}", exception);
        }

        await StoreChunksAsync(sha256, content, size, cancellation);
    }

    /// <summary>Whether the content is kept.</summary>
    public async Task<bool> ExistsAsync(string sha256, CancellationToken cancellation) =>
        await session.ScalarAsync<int>(
            "SELECT COUNT(*) FROM FileContent WHERE Sha256 = @sha256", new { sha256 }, cancellation) > 0;

    /// <summary>Writes the content to <paramref name="target"/> in pieces; nothing is locked meanwhile.</summary>
    /// <exception cref="NotFoundException">It is not kept.</exception>
    public async Task CopyToAsync(string sha256, Stream target, CancellationToken cancellation)
    {
        if (!await ExistsAsync(sha256, cancellation))
        {
            throw new NotFoundException("file");
        }

        for (var number = 0; ; number++)
        {
            var chunk = await session.FindAsync<byte[]>(
                "SELECT Content FROM FileChunk WHERE Sha256 = @sha256 AND Number = @number",
                new { sha256, number },
                cancellation);
            if (chunk is null)
            {
                return;
            }

            await target.WriteAsync(chunk, cancellation);
        }
    }

    private async Task StoreChunksAsync(string sha256, Stream content, long size, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[(int)Math.Min(ChunkBytes, Math.Max(size, 1))];
        var stored = 0L;
        for (var number = 0; ; number++)
        {
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            if (read == 0)
            {
                break;
            }

            hash.AppendData(buffer, 0, read);
            stored += read;
            var chunk = read == buffer.Length ? buffer : buffer[..read];
            await session.ExecuteAsync(
                "INSERT INTO FileChunk (Sha256, Number, Content) VALUES (@sha256, @number, @chunk)",
                new { sha256, number, chunk },
                cancellation);
        }

        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (stored != size || found != sha256)
        {
            throw new InvalidDataException(
                $"The file was announced as {size} bytes with SHA-256 {sha256}, but came as {stored} with {found}.");
        }
    }
}
