using System.Text.Json;
using GovDocFlow.Documents;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>How the trail is written on pages, in the reader's language.</summary>
internal static class TrailWords
{
    private const int HashShown = 12;
    private const int HashLength = 64;

    private static readonly Dictionary<string, Sentence> Acts = new()
    {
        ["selfCheck"] = new("自检", "self-check"),
        ["remind"] = new("提醒", "reminder"),
        ["escalate"] = new("升级提醒", "escalation"),
        ["supervision"] = new("转督办", "opened supervision"),
        ["enterHistoricNumbers"] = new("补登历史编号", "entered historic numbers"),
        ["addUser"] = new("添加人员", "added a person"),
        ["disableUser"] = new("停用人员", "disabled a person"),
        ["changePost"] = new("变更职务", "changed a post"),
        ["renewDueFeed"] = new("生成日历订阅", "made a calendar feed"),
        ["exportDocuments"] = new("导出公文列表", "exported a list"),
        ["classifiedRefused"] = new("拒收涉密内容", "refused classified content"),
        ["addDepartment"] = new("增加单位", "added a department"),
        ["addSeries"] = new("增加文号系列", "added a number series"),
        ["replayDemo"] = new("载入示例公文", "loaded the sample cases"),
        ["seedOffice"] = new("初始化机关与人员", "entered the office and its people"),
    };

    // Said by what stands beside it, or no news.
    private static readonly HashSet<string> OnlyWhenTrue = ["startedByMe", "thenBack"];

    /// <summary>An act of the trail.</summary>
    public static string Act(string verb) => Acts.TryGetValue(verb, out var words) ? Words.Say(words) : Words.Verb(verb);

    /// <summary>What changed; what is empty, and keys that only the system reads, are left out.</summary>
    public static string Detail(JsonElement detail, TrailNames names)
    {
        if (detail.ValueKind is not JsonValueKind.Object)
        {
            return Text("", detail, names);
        }

        var hasStepName = detail.TryGetProperty("stepName", out _);
        return string.Join("；", detail.EnumerateObject()
            .Where(one => !(hasStepName && one.NameEquals("step")))
            .Where(one => one.Value.ValueKind is not JsonValueKind.False || !OnlyWhenTrue.Contains(one.Name))
            .Select(one => (one.Name, Text: Text(one.Name, one.Value, names)))
            .Where(one => one.Text.Length > 0)
            .Select(one => $"{TrailFields.NameOf(one.Name)}：{one.Text}"));
    }

    private static string Text(string field, JsonElement value, TrailNames names) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => Text(field, value.GetString()!, names),
        JsonValueKind.Array => string.Join("、", value.EnumerateArray().Select(one => Text(field, one, names)).Where(text => text.Length > 0)),
        JsonValueKind.Object => Detail(value, names) is { Length: > 0 } inner ? $"（{inner}）" : "",
        JsonValueKind.True => Words.Say("是", "yes"),
        JsonValueKind.False => Words.Say("否", "no"),
        _ => value.GetRawText(),
    };

    private static string Text(string field, string value, TrailNames names) => value switch
    {
        _ when Guid.TryParse(value, out _) => "",
        _ when value.Length == HashLength && value.All(char.IsAsciiHexDigit) => $"{value[..HashShown]}…",
        _ when value.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(value, out var at) => Words.Minute(at),
        _ => TrailFields.ValueOf(field, value, names),
    };
}
