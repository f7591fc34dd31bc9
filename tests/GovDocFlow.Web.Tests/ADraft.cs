using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovDocFlow.Web.Tests;

/// <summary>Drafts as they are sent.</summary>
internal static class ADraft
{
    /// <summary>A draft that is taken as it is.</summary>
    public static JsonObject Any(string title = "巴中市人民政府关于试行网上办理的通知") => new()
    {
        ["title"] = title,
        ["kind"] = "notice",
        ["issuerLevel"] = "government",
        ["issuingOrgan"] = "巴中市人民政府",
        ["normative"] = false,
        ["policy"] = false,
        ["secrecy"] = "none",
    };

    /// <summary>A department's own public notice, complete but for its body.</summary>
    public static JsonObject OfADepartment() => Any("关于开展科普活动的通知")
        .With("issuerLevel", "department").With("issuingOrgan", "巴中市科学技术局")
        .With("attribute", new JsonObject { ["value"] = "proactive" });

    /// <summary>Changed in one field.</summary>
    public static JsonObject With(this JsonObject draft, string field, JsonNode? value)
    {
        draft[field] = value;
        return draft;
    }

    /// <summary>Kept by 市科技局's drafter.</summary>
    public static async Task<JsonElement> KeptAsync(HttpClient? client = null)
    {
        var drafter = client ?? await TheHost.As("drafter.keji");
        var answer = await drafter.PostTextAsync("/api/v1/documents", Any().ToJsonString());
        return await answer.JsonAsync();
    }

    /// <summary>The path of a document.</summary>
    public static string Path(this JsonElement document) => $"/api/v1/documents/{document.GetProperty("id").GetString()}";
}
