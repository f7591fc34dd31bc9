using System.Text.Json;
using GovDocFlow.Documents;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>How the trail is written on pages, in the reader's language.</summary>
internal static class TrailWords
{
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
        ["export"] = new("导出", "exported"),
        ["classifiedRefused"] = new("拒收涉密内容", "refused classified content"),
    };

    private static readonly Dictionary<string, Sentence> Fields = new()
    {
        ["stepName"] = new("环节", "step"),
        ["opinion"] = new("意见", "opinion"),
        ["number"] = new("文号", "number"),
        ["issuedAt"] = new("印发时间", "issued at"),
        ["publishedAt"] = new("发布时间", "published at"),
        ["url"] = new("网址", "address"),
        ["part"] = new("内容", "part"),
        ["channel"] = new("渠道", "channel"),
        ["reason"] = new("原因", "reason"),
        ["role"] = new("材料", "role"),
        ["name"] = new("名称", "name"),
        ["title"] = new("标题、职务", "title"),
        ["version"] = new("版本", "version"),
        ["rule"] = new("规则", "rule"),
        ["rung"] = new("级别", "rung"),
        ["firesAt"] = new("应触发", "fires at"),
        ["notified"] = new("告知", "told"),
        ["series"] = new("系列", "series"),
        ["year"] = new("年份", "year"),
        ["last"] = new("末号", "last"),
        ["userName"] = new("用户名", "user name"),
        ["department"] = new("单位", "department"),
        ["roles"] = new("岗位", "roles"),
        ["from"] = new("自", "from"),
        ["passed"] = new("通过", "passed"),
        ["codes"] = new("规则", "rules"),
    };

    /// <summary>An act of the trail.</summary>
    public static string Act(string verb) => Acts.TryGetValue(verb, out var words) ? Words.Say(words) : Words.Verb(verb);

    /// <summary>What changed; what is empty is left out.</summary>
    public static string Detail(JsonElement detail) => detail.ValueKind is JsonValueKind.Object
        ? string.Join("；", detail.EnumerateObject().Where(one => Text(one.Value).Length > 0)
            .Select(one => $"{(Fields.TryGetValue(one.Name, out var words) ? Words.Say(words) : one.Name)}: {Text(one.Value)}"))
        : Text(detail);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.TryGetDateTimeOffset(out var at) && value.GetString()!.Contains('T', StringComparison.Ordinal)
            ? Words.Minute(at)
            : value.GetString()!,
        JsonValueKind.Array => string.Join("、", value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => Detail(value),
        JsonValueKind.True => Words.Say("是", "yes"),
        JsonValueKind.False => Words.Say("否", "no"),
        _ => value.GetRawText(),
    };
}
