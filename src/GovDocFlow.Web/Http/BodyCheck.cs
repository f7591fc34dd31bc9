using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GovDocFlow.Documents;

namespace GovDocFlow.Web.Http;

/// <summary>Holds JSON against the type that it should become, and collects what does not fit.</summary>
internal static class BodyCheck
{
    /// <summary>Checks <paramref name="element"/> and all within it.</summary>
    /// <param name="path">Where it stands: <c>attribute.withheld[0].ground</c>; empty for the body itself.</param>
    public static void Walk(JsonElement element, JsonTypeInfo type, string path, List<Defect> defects)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind is JsonValueKind.Object:
                Fields(element, type, path, defects);
                break;
            case JsonTypeInfoKind.Object:
                Wrong(path, new("应为 JSON 对象。", "A JSON object is expected."), defects);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind is JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    Walk(item, JsonFormat.Bodies.GetTypeInfo(type.ElementType!), $"{path}[{index}]", defects);
                }

                break;
            case JsonTypeInfoKind.Enumerable:
                Wrong(path, new("应为 JSON 数组。", "A JSON array is expected."), defects);
                break;
            default:
                Leaf(element, type, path, defects);
                break;
        }
    }

    /// <summary>Whether a body of this type may be left out: nothing in it is required.</summary>
    public static bool MayBeEmpty(Type type) =>
        !JsonFormat.Bodies.GetTypeInfo(type).Properties.Any(IsRequired);

    private static void Fields(JsonElement element, JsonTypeInfo type, string path, List<Defect> defects)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            var at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (!seen.Add(field.Name))
            {
                defects.Add(new Defect("MALFORMED_JSON", at, new("字段重复出现。", "The field is there twice.")));
            }
            else if (type.Properties.FirstOrDefault(known => known.Name == field.Name) is not { } property)
            {
                defects.Add(new Defect("UNKNOWN_FIELD", at, Known(type)));
            }
            else if (field.Value.ValueKind is JsonValueKind.Null)
            {
                if (IsRequired(property))
                {
                    defects.Add(Missing(at));
                }
            }
            else
            {
                Field(field.Value, property, at, defects);
            }
        }

        foreach (var property in type.Properties)
        {
            if (IsRequired(property) && !seen.Contains(property.Name))
            {
                defects.Add(Missing(path.Length == 0 ? property.Name : $"{path}.{property.Name}"));
            }
        }
    }

    private static void Field(JsonElement value, JsonPropertyInfo property, string at, List<Defect> defects)
    {
        var type = property.CustomConverter switch
        {
            RecipientsConverter when value.ValueKind is JsonValueKind.Array => typeof(IReadOnlyList<string>),
            OriginalAttributeConverter when value.ValueKind is JsonValueKind.Object => typeof(DisclosureAttribute),
            _ => property.PropertyType,
        };
        Walk(value, JsonFormat.Bodies.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type), at, defects);
    }

    private static void Leaf(JsonElement element, JsonTypeInfo type, string path, List<Defect> defects)
    {
        if (type.Type == typeof(string))
        {
            if (element.ValueKind is not JsonValueKind.String || element.GetString()!.Contains('\0', StringComparison.Ordinal))
            {
                Wrong(path, new("应为文字。", "A text is expected."), defects);
            }

            return;
        }

        try
        {
            if (element.ValueKind is not JsonValueKind.Null && element.Deserialize(type) is not null)
            {
                return;
            }
        }
        catch (JsonException)
        {
            // Said below, in the office's words.
        }

        Wrong(path, ValueWords.Expected(type.Type), defects);
    }

    private static bool IsRequired(JsonPropertyInfo property)
    {
        if (Nullable.GetUnderlyingType(property.PropertyType) is not null)
        {
            return false;
        }

        return property.AssociatedParameter is { } parameter && !property.IsRequired
            ? !parameter.HasDefaultValue && !parameter.IsNullable && !parameter.IsMemberInitializer
            : property.IsRequired && !(property.AssociatedParameter?.IsNullable ?? property.IsSetNullable);
    }

    private static Defect Missing(string path) => new("REQUIRED", path, new("必须填写。", "It is required."));

    private static void Wrong(string path, Sentence message, List<Defect> defects) =>
        defects.Add(new Defect("WRONG_VALUE", path.Length == 0 ? null : path, message));

    private static Sentence Known(JsonTypeInfo type)
    {
        var names = type.Properties.Select(property => property.Name).ToList();
        return names.Count == 0
            ? new("没有这个字段，此处不收任何字段。", "There is no such field; none is taken here.")
            : new($"没有这个字段；可用：{string.Join('、', names)}。", $"There is no such field; there are: {string.Join(", ", names)}.");
    }
}
