using System.Globalization;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages;

/// <summary>How values are written on pages, in the reader's language.</summary>
internal static class Words
{
    /// <summary>A sentence in the reader's language.</summary>
    public static string Say(Sentence sentence) => sentence.In(CultureInfo.CurrentUICulture.Name);

    /// <summary>One of two texts, by the reader's language.</summary>
    public static string Say(string zh, string en) => Say(new Sentence(zh, en));

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day; empty where there is none.</summary>
    public static string Day(DateOnly? day) => day is { } known ? Day(known) : "";

    /// <summary>The minute of an instant, in China.</summary>
    public static string Minute(DateTimeOffset at) =>
        ChinaTime.ToChina(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The minute of an instant, in China; empty where there is none.</summary>
    public static string Minute(DateTimeOffset? at) => at is { } known ? Minute(known) : "";

    /// <summary>文种</summary>
    public static string Of(DocumentKind kind) => Say(DocumentKindNames.Of(kind));

    /// <summary>公开属性; says so where it is not decided.</summary>
    public static string Of(Disclosure? attribute) =>
        attribute is { } decided ? Say(DisclosureNames.Of(decided)) : Say("未定", "undecided");

    /// <summary>Where a document stands.</summary>
    public static string Of(DocumentState state) => Say(state switch
    {
        DocumentState.Draft => new("拟稿", "draft"),
        DocumentState.Returned => new("退回修改", "returned"),
        DocumentState.UnderReview => new("办理中", "under review"),
        DocumentState.SignedOff => new("已签发待印发", "signed off"),
        DocumentState.Issued => new("已印发", "issued"),
        DocumentState.Published => new("已公开发布", "published"),
        DocumentState.Archived => new("已归档", "archived"),
        DocumentState.Cancelled => new("已撤件", "cancelled"),
    });

    /// <summary>How a document stands to its clocks.</summary>
    public static string Of(DueStatus status) => Say(status switch
    {
        DueStatus.DueSoon => new("临期", "due soon"),
        DueStatus.Overdue => new("逾期", "overdue"),
        DueStatus.Provisional => new("暂定", "provisional"),
    });

    /// <summary>The order of a list.</summary>
    public static string Of(DocumentOrder order)
    {
        var by = order.By switch
        {
            DocumentOrderBy.CreatedAt => Say("起草日期", "started"),
            DocumentOrderBy.FormedOn => Say("成文日期", "formed on"),
            DocumentOrderBy.IssuedAt => Say("印发时间", "issued at"),
            DocumentOrderBy.Number => Say("发文字号", "number"),
            DocumentOrderBy.LatestDueOn => Say("到期日", "due on"),
        };
        return by + (order.Descending ? Say("（降序）", ", descending") : Say("（升序）", ", ascending"));
    }

    /// <summary>紧急程度</summary>
    public static string Of(Urgency urgency) => Say(urgency switch
    {
        Urgency.Routine => new("平件", "routine"),
        Urgency.Urgent => new("加急", "urgent"),
        Urgency.MostUrgent => new("特急", "most urgent"),
    });

    /// <summary>In whose name.</summary>
    public static string Of(IssuerLevel level) => Say(level switch
    {
        IssuerLevel.Government => new("市政府", "government"),
        IssuerLevel.GovernmentOffice => new("市政府办公室", "government office"),
        IssuerLevel.Department => new("部门", "department"),
    });

    /// <summary>What somebody is in the office.</summary>
    public static string Of(Role role) => Say(role switch
    {
        Role.Drafter => new("拟稿人", "drafter"),
        Role.Head => new("部门负责人", "department head"),
        Role.OfficeReviewer => new("核稿人", "office reviewer"),
        Role.DisclosureOfficer => new("政务公开审查人", "disclosure officer"),
        Role.LegalReviewer => new("合法性审核人", "legal reviewer"),
        Role.Signer => new("签发人", "signer"),
        Role.Clerk => new("文书", "clerk"),
        Role.Publisher => new("公开发布员", "publisher"),
        Role.OfficeHead => new("办公室主任", "office head"),
        Role.Leader => new("分管领导", "leader"),
        Role.Supervisor => new("监督员", "supervisor"),
        Role.Admin => new("管理员", "administrator"),
    });

    /// <summary>A rule of a clock.</summary>
    public static string ClockRule(string rule) => rule switch
    {
        "publish.formation20wd" => Say("成文后 20 个工作日内公开", "publication within 20 working days of formation"),
        "publish.normative3wd" => Say("规范性文件印发后 3 个工作日内公开", "publication within 3 working days of issue"),
        "publish.beforeEffect" => Say("施行前公开", "publication before it takes effect"),
        "interpret.within3wd" => Say("解读同步公开", "interpretation with the document"),
        _ => rule,
    };

    /// <summary>An act of the trail.</summary>
    public static string Verb(string verb) => verb switch
    {
        "create" => Say("新建", "created"),
        "edit" => Say("修改", "edited"),
        "addFile" => Say("上传文件", "added a file"),
        "attribute" => Say("变更公开属性", "changed the attribute"),
        "submit" => Say("报送", "submitted"),
        "recall" => Say("撤回", "recalled"),
        "approve" => Say("审核通过", "approved"),
        "bindPair" => Say("确认保密审查并锁定文件与解读", "bound document and interpretation"),
        "return" => Say("退回", "returned"),
        "cancel" => Say("撤件", "cancelled"),
        "issue" => Say("登记印发", "issued"),
        "publish" => Say("公开发布", "published"),
        "withdraw" => Say("撤下发布", "withdrew a publication"),
        "archive" => Say("归档", "archived"),
        "reserveNumber" => Say("预留文号", "reserved a number"),
        "voidNumber" => Say("作废文号", "voided a number"),
        "superviseFeedback" => Say("督办反馈", "answered supervision"),
        "closeSupervision" => Say("办结督办", "closed supervision"),
        _ => verb,
    };
}
