using System.Buffers;
using System.IO.Compression;
using System.Xml;

namespace GovDocFlow.Papers.Docx;

/// <summary>A zip of parts, weighed in full before any of it is read.</summary>
internal sealed class Package : IDisposable
{
    private const int MostParts = 10_000;
    private const long MostInflated = 512L * 1024 * 1024;
    private const long MostText = 64L * 1024 * 1024;
    private const long InflatedWithoutQuestion = 10L * 1024 * 1024;
    private const int MostGrowth = 200;

    private static readonly byte[] DirectoryEntry = [.. "PK\x01\x02"u8];

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _textRead;

    private Package(ZipArchive zip) => _zip = zip;

    /// <summary>Opens and weighs; the stream stays open.</summary>
    /// <exception cref="Documents.RefusedException"><c>FILE_DAMAGED</c> or <c>FILE_BOMB</c>.</exception>
    public static Package Open(Stream content, CancellationToken ct)
    {
        // Counted in the bytes first, because the archive would make an object of each entry.
        if (CountDirectoryEntries(content, ct) > MostParts)
        {
            throw FileRefusals.Bomb();
        }

        content.Position = 0;
        Package? package = null;
        try
        {
            package = new Package(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true));
            package.Weigh(content.Length, ct);
            return package;
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            package?.Dispose();
            throw FileRefusals.Damaged();
        }
        catch
        {
            package?.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is such a part; letter case does not matter.</summary>
    public bool Holds(string part) => _parts.ContainsKey(part);

    /// <summary>Reads one part of XML from start to end; false where there is no such part.</summary>
    /// <exception cref="Documents.RefusedException">
    /// <c>FILE_DAMAGED</c>: no well-formed XML, or one with a document type. <c>FILE_BOMB</c>: too much text.
    /// </exception>
    public bool ReadXml(string part, Action<XmlReader> read)
    {
        if (!_parts.TryGetValue(part, out var entry))
        {
            return false;
        }

        _textRead += entry.Length;
        if (_textRead > MostText)
        {
            throw FileRefusals.Bomb();
        }

        try
        {
            using var stream = entry.Open();
            using var reader = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                MaxCharactersInDocument = MostText,
                CheckCharacters = false,
            });
            read(reader);
            return true;
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw FileRefusals.Damaged();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    // Sizes and checksums in the headers are claims; each part is unpacked once to see what it really is.
    private void Weigh(long archiveLength, CancellationToken ct)
    {
        var most = Math.Min(MostInflated, Math.Max(InflatedWithoutQuestion, archiveLength * MostGrowth));
        var inflated = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            foreach (var entry in _zip.Entries)
            {
                // Of two parts with one name, Word and this reader might each take another.
                if (!_parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
                {
                    throw new InvalidDataException("Two parts have one name.");
                }

                using var stream = entry.Open();
                var (length, crc) = (0L, Crc32.Start);
                while (stream.Read(buffer) is > 0 and var count)
                {
                    ct.ThrowIfCancellationRequested();
                    length += count;
                    inflated += count;
                    if (inflated > most)
                    {
                        throw FileRefusals.Bomb();
                    }

                    crc = Crc32.Append(crc, buffer.AsSpan(0, count));
                }

                if (length != entry.Length || Crc32.End(crc) != entry.Crc32)
                {
                    throw new InvalidDataException("A part is not what its header says.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int CountDirectoryEntries(Stream content, CancellationToken ct)
    {
        const int carried = 3;
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        var kept = 0;
        var entries = 0;
        while (content.Read(buffer, kept, buffer.Length - kept) is > 0 and var count)
        {
            ct.ThrowIfCancellationRequested();
            var filled = buffer.AsSpan(0, kept + count);
            entries += filled.Count(DirectoryEntry);
            kept = Math.Min(carried, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return entries;
    }

    private static bool IsDamage(Exception fault) =>
        fault is InvalidDataException or XmlException or IOException;
}
