using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Pages.Case;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>What the trail's keys of departments and steps are called in this office.</summary>
internal sealed record TrailNames(Func<string, string> Department, Func<string, string> Step);

/// <summary>The fields of the trail's details: what they are called, and how their values read.</summary>
internal static class TrailFields
{
    private static readonly Dictionary<string, Sentence> Names = new()
    {
        ["affectsMarketActors"] = new("涉及经营主体", "affects market actors"),
        ["aliases"] = new("其他名称", "other names"),
        ["answers"] = new("逐项整改", "answers"),
        ["attribute"] = new("公开属性", "attribute"),
        ["call"] = new("操作", "act"),
        ["changed"] = new("修改项", "changed"),
        ["cases"] = new("件数", "cases"),
        ["channel"] = new("渠道", "channel"),
        ["codes"] = new("未通过规则", "rules that fired"),
        ["copies"] = new("印数", "copies"),
        ["copyRecipients"] = new("抄送机关", "copies to"),
        ["department"] = new("单位", "department"),
        ["departments"] = new("单位数", "departments"),
        ["dueStatus"] = new("时限", "deadline"),
        ["effectiveOn"] = new("施行日期", "effective on"),
        ["exemption"] = new("免解读依据", "exemption"),
        ["explanation"] = new("说明", "explanation"),
        ["feedback"] = new("反馈", "feedback"),
        ["filter"] = new("筛选条件", "filter"),
        ["firesAt"] = new("应触发时间", "due at"),
        ["format"] = new("格式", "format"),
        ["forwards"] = new("转发原文", "forwards"),
        ["from"] = new("自", "from"),
        ["ground"] = new("法定理由", "ground"),
        ["interpretation"] = new("解读要素说明", "interpretation"),
        ["interpretationExemption"] = new("免解读", "interpretation exemption"),
        ["issuedAt"] = new("印发时间", "issued at"),
        ["issuerLevel"] = new("发文层级", "level"),
        ["issuingOrgan"] = new("发文机关", "issuing organ"),
        ["isOffice"] = new("办公室", "the office"),
        ["item"] = new("项", "item"),
        ["items"] = new("退回项数", "items"),
        ["jointIssuers"] = new("联合发文机关", "joint issuers"),
        ["key"] = new("代码", "key"),
        ["kind"] = new("文种", "kind"),
        ["last"] = new("末号", "last"),
        ["mainRecipients"] = new("主送机关", "main recipients"),
        ["majorDecision"] = new("重大行政决策", "major decision"),
        ["n"] = new("此前退回次数", "returns before"),
        ["name"] = new("名称", "name"),
        ["new"] = new("改为", "now"),
        ["normative"] = new("规范性文件", "normative"),
        ["notified"] = new("告知", "told"),
        ["number"] = new("文号", "number"),
        ["old"] = new("原为", "before"),
        ["opinion"] = new("意见", "opinion"),
        ["organ"] = new("发文机关", "issuing organ"),
        ["pair"] = new("文件与解读指纹", "hash of both"),
        ["part"] = new("内容", "part"),
        ["passage"] = new("段落", "passage"),
        ["passed"] = new("通过", "passed"),
        ["phone"] = new("联系电话", "phone"),
        ["policy"] = new("政策文件", "policy"),
        ["publishedAt"] = new("发布时间", "published at"),
        ["q"] = new("关键词", "words"),
        ["reason"] = new("原因", "reason"),
        ["responsiblePerson"] = new("责任人", "responsible person"),
        ["role"] = new("材料", "paper"),
        ["roles"] = new("岗位", "roles"),
        ["rule"] = new("规则", "rule"),
        ["rung"] = new("提醒环节", "rung"),
        ["secrecy"] = new("密级", "secrecy"),
        ["secrecyReviewed"] = new("已作保密审查", "secrecy reviewed"),
        ["series"] = new("发文系列", "series"),
        ["sha256"] = new("指纹", "hash"),
        ["shortName"] = new("简称", "short name"),
        ["sort"] = new("排序", "order"),
        ["startedByMe"] = new("只看我发起的", "started by me"),
        ["state"] = new("状态", "state"),
        ["status"] = new("整改情况", "status"),
        ["step"] = new("环节", "step"),
        ["stepName"] = new("环节", "step"),
        ["text"] = new("答复", "answer"),
        ["thenBack"] = new("改后直接送回", "then straight back"),
        ["title"] = new("标题、职务", "title"),
        ["to"] = new("至", "to"),
        ["urgency"] = new("紧急程度", "urgency"),
        ["url"] = new("网址", "address"),
        ["userName"] = new("用户名", "user name"),
        ["users"] = new("人数", "people"),
        ["value"] = new("属性", "attribute"),
        ["version"] = new("版本", "version"),
        ["walksAllSteps"] = new("重走全部环节", "walks all steps again"),
        ["why"] = new("理由", "why"),
        ["withheld"] = new("不公开内容", "withheld"),
        ["year"] = new("年份", "year"),
    };

    // The acts by which content comes in, and so may be refused.
    private static readonly Dictionary<string, Sentence> Calls = new()
    {
        ["CreateDraft"] = new("新建公文", "starting a draft"),
        ["EditDraft"] = new("修改公文", "editing a draft"),
        ["AddFile"] = new("上传文件", "adding a file"),
        ["SubmitDraft"] = new("报送", "submission"),
        ["DecideTask"] = new("审核", "a decision"),
    };

    private static readonly Dictionary<string, Func<string, TrailNames, string?>> Values = new()
    {
        ["attribute"] = (value, _) => OutsideName.Parse<Disclosure>(value) is { } known ? Words.Of(known) : null,
        ["call"] = (value, _) => Calls.TryGetValue(value, out var words) ? Words.Say(words) : null,
        ["changed"] = (value, _) => NameOf(value),
        ["channel"] = (value, _) => OutsideName.Parse<Channel>(value) is { } known ? CaseWords.Of(known) : null,
        ["department"] = (value, names) => names.Department(value),
        ["dueStatus"] = (value, _) => OutsideName.Parse<DueStatus>(value) is { } known ? Words.Of(known) : null,
        ["from"] = (value, _) => OutsideName.Parse<DocumentState>(value) is { } known ? Words.Of(known) : null,
        ["ground"] = (value, _) => Grounds.All.FirstOrDefault(ground => ground.Code == value) is { } known ? Words.Say(known.Name) : null,
        ["kind"] = (value, _) => OutsideName.Parse<DocumentKind>(value) is { } known ? Words.Of(known) : null,
        ["part"] = (value, _) => OutsideName.Parse<PublicationPart>(value) is { } known ? CaseWords.Of(known) : null,
        ["role"] = (value, _) => OutsideName.Parse<FileRole>(value) is { } known ? CaseWords.Of(known) : null,
        ["roles"] = (value, _) => OutsideName.Parse<Role>(value) is { } known ? Words.Of(known) : null,
        ["rule"] = (value, _) => Words.ClockRule(value),
        ["rung"] = (value, _) => RuleWords.Rung(value),
        ["sort"] = (value, _) => DocumentOrder.Parse(value) is { } known ? Words.Of(known) : null,
        ["state"] = (value, _) => OutsideName.Parse<DocumentState>(value) is { } known ? Words.Of(known) : null,
        ["status"] = (value, _) => OutsideName.Parse<ItemStatus>(value) is { } known ? CaseWords.Of(known) : null,
        ["step"] = (value, names) => names.Step(value),
        ["to"] = (value, names) => value == Document.ToDrafter ? Words.Say("拟稿人", "the drafter") : names.Step(value),
        ["value"] = (value, _) => OutsideName.Parse<Disclosure>(value) is { } known ? Words.Of(known) : null,
    };

    /// <summary>What a field is called; its key where the office has no word for it.</summary>
    public static string NameOf(string field) => Names.TryGetValue(field, out var words) ? Words.Say(words) : field;

    /// <summary>How a value of a field reads.</summary>
    public static string ValueOf(string field, string value, TrailNames names) =>
        Values.TryGetValue(field, out var words) ? words(value, names) ?? value : value;
}
