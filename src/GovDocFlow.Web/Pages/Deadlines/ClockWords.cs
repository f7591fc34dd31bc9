using GovDocFlow.Deadlines;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Deadlines;

/// <summary>How clocks are written on pages, in the reader's language.</summary>
internal static class ClockWords
{
    /// <summary>How a clock stands.</summary>
    public static string Of(ClockStatus status) => Words.Say(status switch
    {
        ClockStatus.Running => new("计时中", "running"),
        ClockStatus.Met => new("按时完成", "met"),
        ClockStatus.Breached => new("已逾期", "breached"),
        ClockStatus.Cancelled => new("已终止", "cancelled"),
    });

    /// <summary>Whether a due day can still move.</summary>
    public static string Of(Certainty certainty) => Words.Say(certainty switch
    {
        Certainty.Firm => new("确定", "firm"),
        Certainty.Provisional => new("暂定", "provisional"),
    });

    /// <summary>What started a clock.</summary>
    public static string Event(string name) => name switch
    {
        "signOff" => Words.Say("签发（成文）", "sign-off (formation)"),
        "issue" => Words.Say("印发", "issue"),
        "documentPublication" => Words.Say("文件公开", "publication of the document"),
        _ => name,
    };

    /// <summary>A rung of the ladder of reminders.</summary>
    public static string Rung(string code) => code switch
    {
        "start" => Words.Say("开始计时", "start"),
        "day-before" => Words.Say("到期前一个工作日提醒", "one working day before"),
        "due-0900" => Words.Say("到期日 9:00 提醒", "due day, 09:00"),
        "due-1500" => Words.Say("到期日 15:00 提醒", "due day, 15:00"),
        "breach" => Words.Say("逾期，转督办", "breach: supervision opens"),
        _ when code.StartsWith("late-", StringComparison.Ordinal) =>
            Words.Say($"逾期第 {code[5..]} 个工作日报告", $"working day {code[5..]} after the breach"),
        _ => code,
    };

    /// <summary>Why an entry of a clock's history was made.</summary>
    public static string Because(string code) => code switch
    {
        "started" => Words.Say("开始计时", "started"),
        "stopped" => Words.Say("停止计时", "stopped"),
        "reopened" => Words.Say("撤下发布，恢复计时", "runs again after a withdrawal"),
        "cancelled" => Words.Say("终止", "cancelled"),
        "breached" => Words.Say("逾期", "breached"),
        _ => code,
    };

    /// <summary>What is left of a clock on a day, or by how much it is late, in working days.</summary>
    public static string Remaining(ClockView clock, DateOnly today)
    {
        if (clock.StoppedAt is { } stopped)
        {
            return Words.Say($"{Words.Minute(stopped)} 停止计时", $"stopped {Words.Minute(stopped)}");
        }

        if (clock.Status is ClockStatus.Cancelled)
        {
            return Of(clock.Status);
        }

        if (clock.DueOn == today)
        {
            return Words.Say("今日到期", "due today");
        }

        var days = WorkingCalendar.Shipped.WorkingDaysBetween(today, clock.DueOn);
        return clock.DueOn > today
            ? Words.Say($"剩 {days} 个工作日", $"{days} working days left")
            : Words.Say($"超 {-days} 个工作日", $"{-days} working days past");
    }
}
