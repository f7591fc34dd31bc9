using System.Globalization;

namespace GovDocFlow.Deadlines;

/// <summary>Says in Chinese and English why a day is a working day or a rest day.</summary>
internal static class DayWords
{
    private static readonly (string Zh, string En)[] Names =
    [
        ("元旦", "New Year's Day"),
        ("春节", "Spring Festival"),
        ("清明", "Tomb-Sweeping Day"),
        ("五一", "Labour Day"),
        ("劳动节", "Labour Day"),
        ("端午", "Dragon Boat Festival"),
        ("中秋", "Mid-Autumn Festival"),
        ("国庆", "National Day"),
        ("十一", "National Day"),
        ("抗日战争", "70th anniversary of victory in the War of Resistance"),
    ];

    public static (string Zh, string En) Noticed(DateOnly day, NoticedDay named)
    {
        var year = named.Notice.Year.ToString(CultureInfo.InvariantCulture);
        var holiday = English(named.Holiday);
        var notice = $"国务院办公厅关于{year}年节假日安排的通知";
        var noticeEn = $"State Council notice for {year}";
        if (!named.Working)
        {
            return ($"{named.Holiday}放假（{notice}）", $"Rest day, {holiday} ({noticeEn})");
        }

        return IsWeekend(day)
            ? ($"{named.Holiday}调休上班（{notice}）", $"Working weekend day, {holiday} ({noticeEn})")
            : ($"{named.Holiday}后上班（{notice}）", $"Working day, {holiday} ({noticeEn})");
    }

    public static (string Zh, string En) ByWeek(DateOnly day) =>
        IsWeekend(day)
            ? ($"{DayName(day, "zh-CN")}，周末休息", $"{DayName(day, "en-GB")}, weekend")
            : ($"{DayName(day, "zh-CN")}，工作日", $"{DayName(day, "en-GB")}, working day");

    public static (string Zh, string En) ByLaw(Festival festival)
    {
        var name = festival switch
        {
            Festival.NewYear => "元旦",
            Festival.SpringFestival => "春节",
            Festival.TombSweeping => "清明节",
            Festival.LabourDay => "劳动节",
            Festival.DragonBoat => "端午节",
            Festival.MidAutumn => "中秋节",
            Festival.NationalDay => "国庆节",
        };
        return ($"{name}法定放假", $"Statutory rest day, {English(name)}");
    }

    public static (string Zh, string En) Unannounced((string Zh, string En) words, int year)
    {
        var of = year.ToString(CultureInfo.InvariantCulture);
        return ($"{words.Zh}（{of}年放假安排未公布，暂定）", $"{words.En} (provisional: no notice for {of} yet)");
    }

    private static string English(string holiday)
    {
        var names = Names.Where(name => holiday.Contains(name.Zh, StringComparison.Ordinal)).Select(name => name.En);
        var english = string.Join(" and ", names.Distinct());
        return english.Length > 0 ? english : holiday;
    }

    private static string DayName(DateOnly day, string culture) =>
        CultureInfo.GetCultureInfo(culture).DateTimeFormat.GetDayName(day.DayOfWeek);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
