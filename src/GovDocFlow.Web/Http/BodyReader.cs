using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using GovDocFlow.Documents;

namespace GovDocFlow.Web.Http;

/// <summary>Reads a JSON body into what a call takes, or says all that is wrong with it at once.</summary>
internal static class BodyReader
{
    /// <summary>How deep a body may be nested.</summary>
    public const int MaxDepth = 32;

    /// <summary>How large a JSON body may be, in bytes.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>The body as <typeparamref name="T"/>.</summary>
    /// <exception cref="MalformedException">It does not have the form of <typeparamref name="T"/>.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body)
    {
        using var document = Parsed(WithoutMark(body));
        var defects = new List<Defect>();
        try
        {
            BodyCheck.Walk(document.RootElement, JsonFormat.Bodies.GetTypeInfo(typeof(T)), "", defects);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in a name or a text cannot be read at all.
            throw Malformed("JSON 中有无法读取的字符。", "The JSON holds characters that cannot be read.");
        }

        if (defects.Count > 0)
        {
            throw new MalformedException(StatusCodes.Status400BadRequest, defects);
        }

        var node = JsonNode.Parse(document.RootElement.GetRawText())!;
        DropNulls(node);
        try
        {
            return node.Deserialize<T>(JsonFormat.Bodies)!;
        }
        catch (JsonException trouble)
        {
            throw new MalformedException(
                StatusCodes.Status400BadRequest,
                "WRONG_VALUE",
                trouble.Path?.TrimStart('$', '.'),
                "取值的类型或格式不对。",
                "The value's type or format is wrong.");
        }
    }

    private static JsonDocument Parsed(ReadOnlyMemory<byte> body)
    {
        if (body.Length == 0)
        {
            throw Malformed("请求没有内容，应为 JSON 对象。", "The body is empty; a JSON object is expected.");
        }

        if (!Utf8.IsValid(body.Span))
        {
            throw Malformed("JSON 须为 UTF-8 编码。", "JSON must be encoded as UTF-8.");
        }

        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException trouble)
        {
            var (line, column) = ((trouble.LineNumber ?? 0) + 1, (trouble.BytePositionInLine ?? 0) + 1);
            throw Malformed(
                $"不是有效的 JSON（第 {line} 行，第 {column} 字节），或嵌套超过 {MaxDepth} 层。",
                $"Not valid JSON (line {line}, byte {column}), or nested deeper than {MaxDepth}.");
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    // A field that may be missing may be null, which is the same.
    private static void DropNulls(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array.OfType<JsonNode>())
            {
                DropNulls(item);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (value is null)
                {
                    fields.Remove(name);
                }
                else
                {
                    DropNulls(value);
                }
            }
        }
    }

    private static MalformedException Malformed(string zh, string en) =>
        new(StatusCodes.Status400BadRequest, "MALFORMED_JSON", null, zh, en);
}
