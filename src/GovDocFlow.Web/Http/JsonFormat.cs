using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GovDocFlow.Documents;

namespace GovDocFlow.Web.Http;

/// <summary>How the host writes and reads JSON.</summary>
internal static class JsonFormat
{
    /// <summary>What answers are written with.</summary>
    public static readonly JsonSerializerOptions Answers = Frozen(Applied(new JsonSerializerOptions()));

    /// <summary>What bodies are read with, after <see cref="BodyReader"/> has found nothing wrong with them.</summary>
    public static readonly JsonSerializerOptions Bodies =
        Frozen(new JsonSerializerOptions(Answers) { RespectNullableAnnotations = true, MaxDepth = BodyReader.MaxDepth });

    /// <summary>Sets <paramref name="options"/> up as the contract says.</summary>
    public static JsonSerializerOptions Applied(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        // JSON is never embedded in a page here, so that Chinese and the plus of an offset can stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new SentenceConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new DayConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DropDerived, TakeListsOfRecipients } };
        return options;
    }

    private static JsonSerializerOptions Frozen(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    // What the rules derive from a draft is no field of it.
    private static void DropDerived(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || type.Type.Assembly != typeof(Draft).Assembly)
        {
            return;
        }

        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index] is { Set: null, AssociatedParameter: null })
            {
                type.Properties.RemoveAt(index);
            }
        }
    }

    private static void TakeListsOfRecipients(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (type.Type == typeof(Draft) && property.Name is "mainRecipients" or "copyRecipients")
            {
                property.CustomConverter = new RecipientsConverter();
            }
            else if (type.Type == typeof(Forwarded) && property.Name is "attribute")
            {
                property.CustomConverter = new OriginalAttributeConverter();
            }
        }
    }
}

/// <summary>Sentences go out as one string, in the language of the request.</summary>
internal sealed class SentenceConverter : JsonConverter<Sentence>
{
    public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? new Sentence(text, text) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.In(CultureInfo.CurrentUICulture.Name));
}

/// <summary>Instants go out with the office's offset, and come in with any, but never without.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Instants.Parse(reader.GetString()) is { } instant
            ? instant
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instants.Print(value));
}

/// <summary>Days are <c>yyyy-MM-dd</c> and nothing else.</summary>
internal sealed class DayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Instants.ParseDay(reader.GetString()) is { } day
            ? day
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>Recipients come as they are to be printed, or as a list.</summary>
internal sealed class RecipientsConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.StartArray => Joined(JsonSerializer.Deserialize<IReadOnlyList<string?>>(ref reader, options)!),
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static string Joined(IReadOnlyList<string?> names) =>
        names.All(name => name is not null) ? string.Join('、', names) : throw new JsonException();
}

/// <summary>The attribute of a forwarded original comes as its name alone, or as an attribute is written elsewhere.</summary>
internal sealed class OriginalAttributeConverter : JsonConverter<Disclosure?>
{
    public override Disclosure? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.StartObject
            ? JsonSerializer.Deserialize<DisclosureAttribute>(ref reader, options)?.Value
            : JsonSerializer.Deserialize<Disclosure?>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, Disclosure? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);
}
