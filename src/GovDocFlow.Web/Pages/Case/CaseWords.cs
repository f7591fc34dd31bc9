using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Rules;

namespace GovDocFlow.Web.Pages.Case;

/// <summary>How the values of a case are written on pages.</summary>
internal static class CaseWords
{
    /// <summary>随附材料</summary>
    public static string Of(FileRole role) => Words.Say(FileRoleNames.Of(role));

    /// <summary>What became of a line of a notice.</summary>
    public static string Of(ItemStatus status) => Words.Say(status switch
    {
        ItemStatus.Open => new("未整改", "open"),
        ItemStatus.Fixed => new("已整改", "fixed"),
        ItemStatus.Answered => new("已答复", "answered"),
    });

    /// <summary>Who sent it back.</summary>
    public static string Of(ReturnKind kind) => Words.Say(kind switch
    {
        ReturnKind.SelfCheck => new("自检退回", "returned by the self-check"),
        ReturnKind.Internal => new("部门内部退回", "returned within the department"),
        ReturnKind.Official => new("退文", "returned officially"),
    });

    /// <summary>Whether an element of the interpretation is there.</summary>
    public static string Of(ElementStatus status) => Words.Say(status switch
    {
        ElementStatus.Found => new("已找到", "found"),
        ElementStatus.Missing => new("缺少", "missing"),
        ElementStatus.NotApplicable => new("不适用", "not applicable"),
    });

    /// <summary>How a clock stands.</summary>
    public static string Of(ClockStatus status) => Words.Say(status switch
    {
        ClockStatus.Running => new("计时中", "running"),
        ClockStatus.Met => new("按期完成", "met"),
        ClockStatus.Breached => new("已逾期", "breached"),
        ClockStatus.Cancelled => new("已取消", "cancelled"),
    });

    /// <summary>What was made public.</summary>
    public static string Of(PublicationPart part) => Words.Say(part switch
    {
        PublicationPart.Document => new("公文", "document"),
        PublicationPart.Interpretation => new("解读", "interpretation"),
    });

    /// <summary>Where it was made public.</summary>
    public static string Of(Channel channel) => Words.Say(channel switch
    {
        Channel.Website => new("政府网站", "government website"),
        Channel.Gazette => new("政府公报", "gazette"),
        Channel.NewMedia => new("政务新媒体", "new media"),
        Channel.Newspaper => new("报刊", "newspaper"),
        Channel.Broadcast => new("广播电视", "broadcast"),
        Channel.PressConference => new("新闻发布会", "press conference"),
    });

    /// <summary>The attribute with its lawful ground.</summary>
    public static string Of(DisclosureAttribute? attribute)
    {
        var value = Words.Of(attribute?.Value);
        return attribute?.Ground is { } code
            ? $"{value}（{(Grounds.Named(code) is { } ground ? $"{code} {Words.Say(ground.Name)}" : code)}）"
            : value;
    }

    /// <summary>A size as people read it.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{bytes / 1024.0:0.#} KB",
        _ => $"{bytes / 1024.0 / 1024.0:0.#} MB",
    };

    /// <summary>Where on a form a field stands: the id of its control.</summary>
    public static string Anchor(string field) => field.Replace('.', '_').Replace('[', '_').Replace(']', '_');

    /// <summary>Where in a preview a place stands, as findings name it: the id of its block.</summary>
    public static string Place(string location) => "at-" + location.Replace(' ', '-');
}
