using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GovDocFlow.Storage;

/// <summary>Hashes trail lines; keeps its buffer from one line to the next, so not for two threads at once.</summary>
/// <remarks>
/// A text counts as the length of its UTF-8 bytes and then the bytes, so that no two lines share an encoding;
/// a missing text has the length -1. All numbers are big-endian.
/// </remarks>
internal sealed class TrailHasher
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    /// <summary>The hash of the line when it stands as number <paramref name="line"/> after that hash.</summary>
    /// <exception cref="ArgumentException">A text contains U+0000, which not every database gives back.</exception>
    public string Hash(TrailLine entry, int line, string previousHash)
    {
        _bytes.ResetWrittenCount();
        Add("trail/1");
        Add(previousHash);
        Add(entry.Subject);
        Add(line);
        Add(entry.At);
        Add(entry.Actor);
        Add(entry.ActorName);
        Add(entry.OnBehalfOf);
        Add(entry.Verb);
        Add(entry.Detail);
        Add(entry.SubjectVersion);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        return Convert.ToHexStringLower(hash);
    }

    private void Add(int number)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), number);
        _bytes.Advance(sizeof(int));
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A line of the trail cannot contain the character U+0000.", nameof(text));
        }

        Add(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }
}
