using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovDocFlow.Deadlines;

/// <summary>Reads notices in this project's layout: a JSON array of year, sources, loadedAt, off and work.</summary>
internal static class HolidayNoticeFile
{
    private const string ShippedFile = "state-council-days.json";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<HolidayNotice> ReadShipped()
    {
        using var file = typeof(HolidayNoticeFile).Assembly.GetManifestResourceStream(ShippedFile)
            ?? throw new InvalidOperationException($"{ShippedFile} is not embedded.");
        return JsonSerializer.Deserialize<HolidayNotice[]>(file, Strict)
            ?? throw new JsonException($"{ShippedFile} holds null.");
    }
}
