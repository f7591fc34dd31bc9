namespace GovDocFlow.Documents;

/// <summary>The fifteen kinds of official document (文种) of 党政机关公文处理工作条例.</summary>
public enum DocumentKind
{
    /// <summary>决议</summary>
    Resolution,

    /// <summary>决定</summary>
    Decision,

    /// <summary>命令（令）</summary>
    Order,

    /// <summary>公报</summary>
    Communique,

    /// <summary>公告</summary>
    Announcement,

    /// <summary>通告</summary>
    PublicNotice,

    /// <summary>意见</summary>
    Opinions,

    /// <summary>通知</summary>
    Notice,

    /// <summary>通报</summary>
    Circular,

    /// <summary>报告</summary>
    Report,

    /// <summary>请示</summary>
    Request,

    /// <summary>批复</summary>
    Reply,

    /// <summary>议案</summary>
    Proposal,

    /// <summary>函</summary>
    Letter,

    /// <summary>纪要</summary>
    Minutes,
}

/// <summary>In whose name a document is issued.</summary>
public enum IssuerLevel
{
    /// <summary>市政府</summary>
    Government,

    /// <summary>市政府办公室</summary>
    GovernmentOffice,

    /// <summary>部门</summary>
    Department,
}

/// <summary>How urgent (紧急程度).</summary>
public enum Urgency
{
    /// <summary>平件</summary>
    Routine,

    /// <summary>加急</summary>
    Urgent,

    /// <summary>特急</summary>
    MostUrgent,
}

/// <summary>The disclosure attribute (公文公开属性), from the most public to the least.</summary>
public enum Disclosure
{
    /// <summary>主动公开</summary>
    Proactive,

    /// <summary>删减后公开</summary>
    Partial,

    /// <summary>依申请公开</summary>
    OnRequest,

    /// <summary>不予公开</summary>
    Exempt,
}

/// <summary>What a file is to its document.</summary>
public enum FileRole
{
    /// <summary>正文</summary>
    Body,

    /// <summary>附件; a document may have many.</summary>
    Annex,

    /// <summary>公开版（删减后）</summary>
    PublicVersion,

    /// <summary>解读方案</summary>
    InterpretationPlan,

    /// <summary>解读材料</summary>
    InterpretationMaterial,

    /// <summary>本部门政务公开机构审查意见</summary>
    DisclosureReview,

    /// <summary>合法性审核意见</summary>
    LegalityOpinion,

    /// <summary>公平竞争审查意见</summary>
    FairCompetitionReview,

    /// <summary>征求意见情况</summary>
    ConsultationReport,

    /// <summary>意见采纳情况</summary>
    AdoptionStatement,

    /// <summary>会签意见; a document may have many.</summary>
    Countersign,
}

/// <summary>Where a document stands in its life.</summary>
public enum DocumentState
{
    /// <summary>With the drafter, never submitted or recalled.</summary>
    Draft,

    /// <summary>Back with the drafter, with an itemised notice.</summary>
    Returned,

    /// <summary>Some step waits for a decision.</summary>
    UnderReview,

    /// <summary>Signed and re-checked; ready for number and issue.</summary>
    SignedOff,

    /// <summary>Numbered and sent to print.</summary>
    Issued,

    /// <summary>Public.</summary>
    Published,

    /// <summary>Complete.</summary>
    Archived,

    /// <summary>Ended without issue, with a reason.</summary>
    Cancelled,
}

/// <summary>What was made public.</summary>
public enum PublicationPart
{
    /// <summary>The document itself.</summary>
    Document,

    /// <summary>Its interpretation.</summary>
    Interpretation,
}

/// <summary>Where it was made public (信息公开条例 arts. 23–24).</summary>
public enum Channel
{
    /// <summary>政府网站; the only one that stops a clock.</summary>
    Website,

    /// <summary>政府公报</summary>
    Gazette,

    /// <summary>政务新媒体</summary>
    NewMedia,

    /// <summary>报刊</summary>
    Newspaper,

    /// <summary>广播电视</summary>
    Broadcast,

    /// <summary>新闻发布会</summary>
    PressConference,
}

/// <summary>What somebody is in the office; a person may be several.</summary>
public enum Role
{
    /// <summary>拟稿人</summary>
    Drafter,

    /// <summary>部门负责人</summary>
    Head,

    /// <summary>核稿人</summary>
    OfficeReviewer,

    /// <summary>政务公开审查人</summary>
    DisclosureOfficer,

    /// <summary>合法性审核人</summary>
    LegalReviewer,

    /// <summary>签发人</summary>
    Signer,

    /// <summary>文书</summary>
    Clerk,

    /// <summary>公开发布员</summary>
    Publisher,

    /// <summary>办公室主任</summary>
    OfficeHead,

    /// <summary>分管领导</summary>
    Leader,

    /// <summary>监督员</summary>
    Supervisor,

    /// <summary>管理员</summary>
    Admin,
}
