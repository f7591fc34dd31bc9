using System.Security.Cryptography;
using System.Text;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Drafting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GovDocFlow.Web.Http;

/// <summary>A file on its way in: <c>role</c> and <c>file</c> of a multipart body, in any order.</summary>
/// <remarks>Read as it arrives, never by the framework's own form reader: that would leave temporary files behind.</remarks>
internal sealed record FileUpload(FileRole Role, string Name, Spool File) : IAsyncDisposable
{
    /// <summary>What is read of one request at most: a file that is a little too large is still read to its end, so that
    /// its sender hears why.</summary>
    public const long RequestLimit = 2 * Spool.Limit;

    private const int LongestField = 1000;

    /// <summary>What tells this upload from another under one key, lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{OutsideName.Of(Role)}\n{Name}\n{File.Sha256}")));

    /// <summary>Takes the parts in.</summary>
    /// <param name="beside">Takes the other fields of a page's form; null where there may be none.</param>
    /// <exception cref="MalformedException">It is no multipart body (415), or parts are missing, unknown or wrong (400).</exception>
    /// <exception cref="RefusedException">The file is too large (413).</exception>
    public static async Task<FileUpload> ReadAsync(
        HttpRequest request, CancellationToken cancellation, IDictionary<string, StringValues>? beside = null)
    {
        var parts = new Parts(beside);
        try
        {
            var reader = new MultipartReader(Boundary(request), request.Body) { HeadersLengthLimit = 16 * 1024 };
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                await parts.TakeAsync(section, cancellation);
            }

            return parts.Complete();
        }
        catch (Exception trouble) when (trouble is InvalidDataException or IOException and not BadHttpRequestException)
        {
            await parts.DisposeAsync();
            throw new MalformedException(
                StatusCodes.Status400BadRequest,
                "MALFORMED_MULTIPART",
                null,
                "multipart 内容不完整或格式不对，请重新上传。",
                "The multipart body is cut off or malformed; upload it again.");
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => File.DisposeAsync();

    private static string Boundary(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
                : null;
        return boundary is { Length: > 0 and <= 200 }
            ? boundary
            : throw new MalformedException(
                StatusCodes.Status415UnsupportedMediaType,
                "CONTENT_TYPE",
                "Content-Type",
                "上传文件须用 multipart/form-data，含 role 和 file 两部分。",
                "A file is uploaded as multipart/form-data with the parts role and file.");
    }

    private sealed class Parts(IDictionary<string, StringValues>? beside) : IAsyncDisposable
    {
        private readonly List<Defect> _defects = [];
        private string? _role;
        private string? _name;
        private Spool? _file;

        public async Task TakeAsync(MultipartSection section, CancellationToken cancellation)
        {
            var disposition = section.GetContentDispositionHeader();
            var part = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value;
            switch (part)
            {
                case "file" when _file is null:
                    _name = FileName(disposition!);
                    _file = await Spool.FillAsync(section.Body, cancellation);
                    break;
                case "role" when _role is null:
                    _role = await TextAsync(section.Body, cancellation);
                    break;
                case { } field when beside is not null && field is not ("file" or "role"):
                    beside[field] = await TextAsync(section.Body, cancellation);
                    break;
                case "file" or "role":
                    _defects.Add(new Defect("WRONG_VALUE", part, new("只能出现一次。", "It may be there only once.")));
                    break;
                default:
                    _defects.Add(new Defect("UNKNOWN_FIELD", part, new(
                        "没有这一部分；可用：role、file。", "There is no such part; there are: role, file.")));
                    break;
            }
        }

        public FileUpload Complete()
        {
            var role = OutsideName.Parse<FileRole>(_role?.Trim());
            if (_role is null)
            {
                Missing("role");
            }
            else if (role is null)
            {
                _defects.Add(new Defect("WRONG_VALUE", "role", ValueWords.Expected(typeof(FileRole))));
            }

            if (_file is null)
            {
                Missing("file");
            }

            return _defects.Count == 0
                ? new FileUpload(role!.Value, _name ?? "", _file!)
                : throw new MalformedException(StatusCodes.Status400BadRequest, _defects);
        }

        public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

        private void Missing(string part) => _defects.Add(new Defect(
            "MISSING_PART", part, new($"缺少 {part} 部分。", $"The part {part} is missing.")));

        // The name with its encoding comes first; without any, browsers and tools send plain UTF-8.
        private static string? FileName(ContentDispositionHeaderValue disposition) =>
            HeaderUtilities.RemoveQuotes(
                disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;

        private static async Task<string> TextAsync(Stream body, CancellationToken cancellation)
        {
            var buffer = new byte[LongestField + 1];
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            return length <= LongestField
                ? Encoding.UTF8.GetString(buffer, 0, length)
                : throw new MalformedException(
                    StatusCodes.Status400BadRequest, "WRONG_VALUE", "role", "内容过长。", "It is too long.");
        }
    }
}
