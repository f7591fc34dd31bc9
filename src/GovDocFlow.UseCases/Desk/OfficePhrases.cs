using GovDocFlow.UseCases.Review;

namespace GovDocFlow.UseCases.Desk;

/// <summary>常用意见 that everybody has without saving any.</summary>
internal static class OfficePhrases
{
    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<(DecisionVerb Verb, string Words)> All =
    [
        (DecisionVerb.Approve, "同意。"),
        (DecisionVerb.Approve, "拟同意，请领导审示。"),
        (DecisionVerb.Approve, "已核，文字和格式无误，请签发。"),
        (DecisionVerb.Approve, "经审查，公开属性认定准确，依据充分。"),
        (DecisionVerb.Approve, "经审核，未发现与上位法相抵触的内容。"),
        (DecisionVerb.Return, "请按所列意见修改后重报。"),
        (DecisionVerb.Return, "公开属性认定依据不足，请补充法定依据和说明。"),
        (DecisionVerb.Return, "解读材料要素不全，请补充后与正文一并重报。"),
        (DecisionVerb.Return, "正文与解读材料内容不一致，请核对。"),
    ];
}
