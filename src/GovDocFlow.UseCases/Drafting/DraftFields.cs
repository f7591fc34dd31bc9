using FluentValidation;
using GovDocFlow.Documents;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>The limits of a draft's fields. Whether it is complete is the gates' business, not a form's.</summary>
internal sealed class DraftFields : AbstractValidator<Draft>
{
    private const int Line = 500;
    private const int Text = 2000;

    public DraftFields()
    {
        RuleFor(draft => draft.Title)
            .Must(title => !string.IsNullOrWhiteSpace(title)).Says("REQUIRED", "请填写标题。", "Give a title.")
            .MaximumLength(Line).Says("TOO_LONG", "标题不超过 500 字。", "A title has at most 500 characters.");
        RuleFor(draft => draft.IssuingOrgan)
            .Must(organ => !string.IsNullOrWhiteSpace(organ)).Says("REQUIRED", "请填写发文机关。", "Give the issuing organ.")
            .MaximumLength(200).Says("TOO_LONG", "发文机关不超过 200 字。", "An organ's name has at most 200 characters.");
        RuleFor(draft => draft.JointIssuers)
            .Must(organs => organs.Count <= 20).Says("TOO_MANY", "联合发文机关不超过 20 个。", "At most 20 joint issuers.");
        RuleForEach(draft => draft.JointIssuers)
            .Must(organ => !string.IsNullOrWhiteSpace(organ) && organ.Length <= 200)
            .Says("WRONG_VALUE", "联合发文机关名称不能为空，且不超过 200 字。", "A joint issuer's name has 1 to 200 characters.");
        RuleFor(draft => draft.Copies)
            .InclusiveBetween(0, 100_000).Says("WRONG_VALUE", "份数在 0 到 100000 之间。", "Copies lie between 0 and 100,000.");
        RuleFor(draft => draft.EffectiveOn)
            .Must(day => day is null || day.Value.Year is >= 2000 and <= 2100)
            .Says("WRONG_VALUE", "施行日期应在 2000 至 2100 年之间。", "The effective date lies between 2000 and 2100.");
        RuleFor(draft => draft.MainRecipients).MaximumLength(Text).Says("TOO_LONG", "主送不超过 2000 字。", "At most 2,000 characters.");
        RuleFor(draft => draft.CopyRecipients).MaximumLength(Text).Says("TOO_LONG", "抄送不超过 2000 字。", "At most 2,000 characters.");
        RuleFor(draft => draft.ResponsiblePerson).MaximumLength(100).Says("TOO_LONG", "责任人不超过 100 字。", "At most 100 characters.");
        RuleFor(draft => draft.Phone).MaximumLength(100).Says("TOO_LONG", "电话不超过 100 字。", "At most 100 characters.");
        RuleFor(draft => draft.Attribute!).SetValidator(new AttributeFields()).When(draft => draft.Attribute is not null);
        RuleFor(draft => draft.Forwards!.Title)
            .Must(title => !string.IsNullOrWhiteSpace(title) && title.Length <= Line)
            .When(draft => draft.Forwards is not null)
            .Says("WRONG_VALUE", "请填写被转发原文的标题，不超过 500 字。", "Give the original's title, at most 500 characters.");
        RuleFor(draft => draft.InterpretationExemption!.Reason)
            .MaximumLength(Text)
            .When(draft => draft.InterpretationExemption is not null)
            .Says("TOO_LONG", "免解读理由不超过 2000 字。", "At most 2,000 characters.");
    }
}

/// <summary>The limits of an attribute's fields.</summary>
internal sealed class AttributeFields : AbstractValidator<DisclosureAttribute>
{
    public AttributeFields()
    {
        RuleFor(attribute => attribute.Explanation)
            .MaximumLength(2000).Says("TOO_LONG", "理由说明不超过 2000 字。", "At most 2,000 characters.");
        RuleFor(attribute => attribute.Ground)
            .MaximumLength(100).Says("TOO_LONG", "理由代码不超过 100 字。", "At most 100 characters.");
        RuleFor(attribute => attribute.Withheld)
            .Must(passages => passages is null || passages.Count <= 200)
            .Says("TOO_MANY", "删减清单不超过 200 项。", "At most 200 passages.");
    }
}
