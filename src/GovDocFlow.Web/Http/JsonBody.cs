using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace GovDocFlow.Web.Http;

/// <summary>A JSON body that has the form of <typeparamref name="T"/>.</summary>
internal sealed record JsonBody<T>(T Value) : IEndpointParameterMetadataProvider
{
    private const string MediaType = "application/json";

    /// <summary>Reads it, or says all that is wrong with it.</summary>
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context, ParameterInfo _)
    {
        var bytes = await BytesAsync(context.Request);
        context.Features.Set(new BodyBytes(bytes));
        if (bytes.Length == 0 && BodyCheck.MayBeEmpty(typeof(T)))
        {
            return new JsonBody<T>(BodyReader.Read<T>("{}"u8.ToArray()));
        }

        if (bytes.Length > 0 && !context.Request.HasJsonContentType())
        {
            throw new MalformedException(
                StatusCodes.Status415UnsupportedMediaType,
                "CONTENT_TYPE",
                "Content-Type",
                "请求内容须为 application/json。",
                "The body must be application/json.");
        }

        return new JsonBody<T>(BodyReader.Read<T>(bytes));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new Accepts());

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        if (request.ContentLength > BodyReader.Limit)
        {
            throw TooLarge;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (bytes.Length + read > BodyReader.Limit)
            {
                throw TooLarge;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    // Whether it may be left out is asked when the interface is described, not when the host starts.
    private sealed class Accepts : IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes => [MediaType];

        public Type RequestType => typeof(T);

        public bool IsOptional => BodyCheck.MayBeEmpty(typeof(T));
    }

    private static MalformedException TooLarge => new(
        StatusCodes.Status413PayloadTooLarge,
        "BODY_TOO_LARGE",
        null,
        "请求内容不得超过 1 MB；文件请用 multipart 上传。",
        "A body has at most 1 MB; files are uploaded as multipart.");
}

/// <summary>A body in which nothing is taken.</summary>
internal sealed record Nothing;

/// <summary>A body that gives a reason.</summary>
internal sealed record ReasonBody(string Reason);
