using GovDocFlow.Documents;

namespace GovDocFlow.Web.Pages.Issuing;

/// <summary>How numbers and publications are written on pages, in the reader's language.</summary>
internal static class IssueWords
{
    /// <summary>What became of a number.</summary>
    public static string LedgerState(string state) => state switch
    {
        "reserved" => Words.Say("已预留", "reserved"),
        "issued" => Words.Say("已印发", "issued"),
        "void" => Words.Say("已作废", "void"),
        "historic" => Words.Say("历史编号", "historic"),
        _ => state,
    };

    /// <summary>What was made public.</summary>
    public static string Of(PublicationPart part) => Words.Say(part switch
    {
        PublicationPart.Document => new("文件", "document"),
        PublicationPart.Interpretation => new("政策解读", "interpretation"),
    });

    /// <summary>Where it was made public.</summary>
    public static string Of(Channel channel) => Words.Say(channel switch
    {
        Channel.Website => new("政府网站", "government website"),
        Channel.Gazette => new("政府公报", "gazette"),
        Channel.NewMedia => new("政务新媒体", "official new media"),
        Channel.Newspaper => new("报刊", "newspaper"),
        Channel.Broadcast => new("广播电视", "broadcast"),
        Channel.PressConference => new("新闻发布会", "press conference"),
    });
}
