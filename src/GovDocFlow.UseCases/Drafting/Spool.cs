using System.Security.Cryptography;
using GovDocFlow.Documents;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>An upload on its way in: a temporary file without a name, hashed as it arrives.</summary>
/// <remarks>
/// A slow upload holds no lock, and no file is ever one array. The file is unlinked as soon as it is open, so that
/// nothing of a refused upload is left, not even after a kill.
/// </remarks>
public sealed class Spool : IAsyncDisposable
{
    /// <summary>The largest file that is taken, in bytes: 50 MB.</summary>
    public const long Limit = 50L * 1024 * 1024;

    private readonly FileStream _file;

    private Spool(FileStream file, string sha256)
    {
        _file = file;
        Sha256 = sha256;
    }

    /// <summary>The content, from its beginning.</summary>
    public Stream Content
    {
        get
        {
            _file.Position = 0;
            return _file;
        }
    }

    /// <summary>Its size in bytes.</summary>
    public long Size => _file.Length;

    /// <summary>Its SHA-256, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Takes a stream in.</summary>
    /// <exception cref="RefusedException">It is larger than <see cref="Limit"/> (FILE_TOO_LARGE).</exception>
    public static async Task<Spool> FillAsync(Stream source, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            return new Spool(file, await CopyAsync(source, file, cancellation));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static async Task<string> CopyAsync(Stream source, FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
        {
            if (file.Length + read > Limit)
            {
                throw new RefusedException(TooLarge);
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await file.FlushAsync(cancellation);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static readonly Refusal TooLarge = new(
        RefusalKind.TooLarge,
        "FILE_TOO_LARGE",
        new("文件超过 50 MB，请压缩图片或拆分附件后再上传。", "The file exceeds 50 MB; shrink its pictures or split it."));
}
