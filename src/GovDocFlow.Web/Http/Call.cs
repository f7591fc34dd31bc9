using System.Reflection;
using System.Security.Cryptography;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Http;

/// <summary>One call from outside: who makes it, on what condition, and the door behind it.</summary>
internal sealed class Call(HttpContext context)
{
    private const int LongestKey = 255;

    /// <summary>The request and its answer.</summary>
    public HttpContext Context => context;

    /// <summary>Stops when the caller has gone.</summary>
    public CancellationToken Cancellation => context.RequestAborted;

    /// <summary>Filters and paging of the address.</summary>
    public QueryReader Query => new(context);

    /// <summary>Who calls; null before sign-in.</summary>
    public Officer? By => context.Officer();

    private Office Office => context.RequestServices.GetRequiredService<Office>();

    /// <summary>The version of <c>If-Match</c>; null where none was sent, or <c>*</c>.</summary>
    /// <exception cref="MalformedException">It is no version in quotes (400).</exception>
    public int? Version => Preconditions.Version(context.Request);

    /// <summary>Binds a call to its request.</summary>
    public static ValueTask<Call> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult(new Call(context));

    /// <summary>Asks, without changing anything that must not be changed twice.</summary>
    public Task<T> SendAsync<T>(IRequest<T> request) => Office.SendAsync(request, By, Cancellation);

    /// <summary>Acts once for each <c>Idempotency-Key</c>.</summary>
    public Task<T> ActAsync<T>(IRequest<T> request) => ActAsync(request, context.Features.Get<BodyBytes>()?.Hash ?? BodyBytes.None);

    /// <summary>Acts once for each <c>Idempotency-Key</c> and content.</summary>
    /// <param name="contentHash">What tells this body from another, lower-case hex.</param>
    /// <exception cref="MalformedException">The key is not of 1 to 255 visible characters (400).</exception>
    public Task<T> ActAsync<T>(IRequest<T> request, string contentHash) =>
        Office.SendAsync(request, By, Cancellation, Key() is { } key ? new IdempotencyKey(key, Path, contentHash) : null);

    /// <summary>A document as the answer, with its version for the next <c>If-Match</c>.</summary>
    public Ok<DocumentView> Shown(DocumentView document)
    {
        Tag(document.Version);
        return TypedResults.Ok(document);
    }

    /// <summary>Sends a document's version along.</summary>
    public void Tag(int version) => context.Response.Headers.ETag = Preconditions.Tag(version);

    private string Path => context.Request.Path.Value!;

    private string? Key()
    {
        if (!context.Request.Headers.TryGetValue("Idempotency-Key", out var values))
        {
            return null;
        }

        return values is [{ Length: > 0 and <= LongestKey } key] && key.All(letter => letter is > ' ' and < (char)127)
            ? key
            : throw new MalformedException(
                StatusCodes.Status400BadRequest,
                "WRONG_VALUE",
                "Idempotency-Key",
                "Idempotency-Key 须为 1 至 255 个可见 ASCII 字符。",
                "Idempotency-Key has 1 to 255 visible ASCII characters.");
    }
}

/// <summary>The bytes of a JSON body, and what tells them from others.</summary>
internal sealed class BodyBytes(byte[] bytes)
{
    /// <summary>What stands for no body.</summary>
    public static readonly string None = Convert.ToHexStringLower(SHA256.HashData([]));

    private string? _hash;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public string Hash => _hash ??= Convert.ToHexStringLower(SHA256.HashData(bytes));
}
