using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.UseCases.Figures;

/// <summary>Over which documents a figure is taken: a period, a department or all, and only what the asker sees.</summary>
internal sealed record FigureScope(DateOnly From, DateOnly To, string? Department, Officer By, DateTimeOffset Now)
{
    /// <summary>Further conditions (AND …) on rows named <c>d</c>.</summary>
    public string Condition => Sight.And(By) + (Department is null ? "" : " AND d.Department = @department");

    /// <summary>The parameters of all conditions.</summary>
    public Dictionary<string, object?> Values() => new()
    {
        ["sightDepartment"] = By.Department,
        ["department"] = Department,
        ["from"] = ChinaTime.StartOf(From),
        ["until"] = ChinaTime.StartOf(To.AddDays(1)),
        ["today"] = ChinaTime.DayOf(Now),
        ["now"] = Now,
    };
}

/// <summary>What is wrong with a period.</summary>
internal static class PeriodRules
{
    /// <summary>Its last day is not before its first, and it is of at most ten years.</summary>
    public static void IsPeriodFrom<T>(this IRuleBuilder<T, DateOnly> rule, Func<T, DateOnly> from) => rule
        .Must((asked, to) => to >= from(asked) && to <= DateOnly.MaxValue.AddDays(-2) && to.DayNumber - from(asked).DayNumber <= 3660)
        .Says("WRONG_VALUE", "截止日不早于起始日，且一次不超过十年。", "To is not before from, and at most ten years are asked for.");
}
