using System.Globalization;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>How the rules in force are written on pages.</summary>
internal static class RuleWords
{
    /// <summary>A switch or limit of a return rule with its value.</summary>
    public static string Limit(string name, decimal value) => name switch
    {
        "normativeToo" => Words.Say("规范性文件也须征求意见：", "normative documents too: ") + YesOrNo(value != 0),
        "copyRatio" => Words.Say("照搬原文不超过 ", "at most copied: ") + value.ToString("0 %", CultureInfo.InvariantCulture),
        _ => $"{name}: {value.ToString(CultureInfo.InvariantCulture)}",
    };

    /// <summary>A ladder.</summary>
    public static string Ladder(string code) => code switch
    {
        "publication" => Words.Say("公开", "publication"),
        "interpretation" => Words.Say("解读", "interpretation"),
        _ => code,
    };

    /// <summary>What happens at a rung.</summary>
    public static string Rung(string code) => code switch
    {
        "start" => Words.Say("开始提醒", "told at the start"),
        "day-before" => Words.Say("到期前提醒", "reminder before the due day"),
        "due-0900" => Words.Say("到期当日上午提醒", "reminder on the due day, morning"),
        "due-1500" => Words.Say("到期当日下午提醒", "reminder on the due day, afternoon"),
        RungPlan.Breach => Words.Say("逾期转督办", "late: supervision opens"),
        _ when code.StartsWith("late", StringComparison.Ordinal) => Words.Say("逾期后逐日升级", "each further day"),
        _ => code,
    };

    /// <summary>When rungs fire that hang alike, one working day after the other.</summary>
    /// <param name="last">The last of them; the first itself where there is one.</param>
    public static string When(ReadRules.RungEntry first, ReadRules.RungEntry last)
    {
        var time = first.Time?.ToString("HH:mm", CultureInfo.InvariantCulture);
        var days = Math.Abs(first.WorkingDays);
        return (first.Anchor, first.WorkingDays) switch
        {
            (RungAnchor.Start, _) => Words.Say("时限开始时", "when the clock starts"),
            (RungAnchor.Missed, _) => Words.Say("最迟到期日次日 00:00", "00:00 after the latest possible day"),
            (RungAnchor.DueDay, 0) => Words.Say($"到期当日 {time}", $"on the due day, {time}"),
            (RungAnchor.DueDay, < 0) => Words.Say($"到期前 {days} 个工作日 {time}", $"{days} working days before the due day, {time}"),
            (RungAnchor.DueDay, _) => Words.Say($"到期后 {days} 个工作日 {time}", $"{days} working days after the due day, {time}"),
            (RungAnchor.LatestDay, _) when first == last =>
                Words.Say($"最迟到期日后第 {days} 个工作日 {time}", $"working day {days} after the latest possible day, {time}"),
            (RungAnchor.LatestDay, _) => Words.Say(
                $"最迟到期日后第 {days} 至 {last.WorkingDays} 个工作日，每日 {time}",
                $"working days {days} to {last.WorkingDays} after the latest possible day, {time} each"),
            _ => throw new ArgumentOutOfRangeException(nameof(first), first.Anchor, "No rung hangs there."),
        };
    }

    /// <summary>Who is told.</summary>
    public static string Told(IEnumerable<string> roles) => string.Join(
        Words.Say("、", ", "), roles.Select(role => OutsideName.Parse<Role>(role) is { } known ? Words.Of(known) : role));

    /// <summary>The rungs of a ladder; those that follow each other day by day and tell the same people are one.</summary>
    public static IEnumerable<(ReadRules.RungEntry First, ReadRules.RungEntry Last)> Together(IReadOnlyList<ReadRules.RungEntry> rungs)
    {
        for (var at = 0; at < rungs.Count;)
        {
            var first = at++;
            while (at < rungs.Count && Alike(rungs[at - 1], rungs[at]))
            {
                at++;
            }

            yield return (rungs[first], rungs[at - 1]);
        }
    }

    private static bool Alike(ReadRules.RungEntry one, ReadRules.RungEntry next) =>
        (one.Anchor, one.Time, one.OpensSupervision, one.WorkingDays + 1) == (next.Anchor, next.Time, next.OpensSupervision, next.WorkingDays)
        && one.Tells.SequenceEqual(next.Tells);

    private static string YesOrNo(bool value) => value ? Words.Say("是", "yes") : Words.Say("否", "no");
}
