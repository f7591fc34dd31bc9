using FluentValidation;
using GovDocFlow.Documents;

namespace GovDocFlow.UseCases;

/// <summary>Gives a validator's rule its code and its sentence in both languages.</summary>
internal static class SaysExtensions
{
    public static IRuleBuilderOptions<T, TProperty> Says<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, string code, string zh, string en) =>
        rule.WithErrorCode(code).WithMessage(zh).WithState(_ => new Sentence(zh, en));

    /// <summary>A reason that is kept on the trail: given, and of at most 2,000 characters.</summary>
    public static void IsReason<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(reason => !string.IsNullOrWhiteSpace(reason)).Says("REQUIRED", "请写明理由。", "Give a reason.")
        .MaximumLength(2000).Says("TOO_LONG", "理由不超过 2000 字。", "A reason has at most 2,000 characters.");
}
