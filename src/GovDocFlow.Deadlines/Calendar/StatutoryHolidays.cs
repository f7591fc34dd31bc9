using System.Globalization;

namespace GovDocFlow.Deadlines;

/// <summary>One festival of 全国年节及纪念日放假办法, art. 2, in one year: its statutory rest days in a row.</summary>
/// <param name="Anchor">The day the festival is named for: 春节 is 初一, 国庆节 is 1 October.</param>
internal readonly record struct StatutoryHoliday(Festival Festival, DateOnly Anchor, DateOnly First, DateOnly Last);

internal enum Festival
{
    NewYear,
    SpringFestival,
    TombSweeping,
    LabourDay,
    DragonBoat,
    MidAutumn,
    NationalDay,
}

/// <summary>The rest days the law itself fixes: all that is known of a year without a notice.</summary>
internal static class StatutoryHolidays
{
    /// <summary>The first year whose law is carried here: 清明, 端午 and 中秋 became holidays in 2008.</summary>
    public const int FirstYear = 2008;

    private const int FourDaySpringFestivalSince = 2025;
    private const int NoEveSince = 2014;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The festivals of one year, in the order of the law, by the version in force that year (2007, 2013 or
    /// 2024 decision). 中秋 and 国庆节 may overlap.</summary>
    public static IReadOnlyList<StatutoryHoliday> Of(int year)
    {
        var springFestival = LunarDay(year, 1, 1);
        var eveIsFree = year is < NoEveSince or >= FourDaySpringFestivalSince;
        var labourDay = new DateOnly(year, 5, 1);
        var nationalDay = new DateOnly(year, 10, 1);
        return
        [
            OneDay(Festival.NewYear, new DateOnly(year, 1, 1)),
            new(
                Festival.SpringFestival,
                springFestival,
                springFestival.AddDays(eveIsFree ? -1 : 0),
                springFestival.AddDays(year < NoEveSince ? 1 : 2)),
            OneDay(Festival.TombSweeping, TombSweeping(year)),
            new(Festival.LabourDay, labourDay, labourDay, labourDay.AddDays(year < FourDaySpringFestivalSince ? 0 : 1)),
            OneDay(Festival.DragonBoat, LunarDay(year, 5, 5)),
            OneDay(Festival.MidAutumn, LunarDay(year, 8, 15)),
            new(Festival.NationalDay, nationalDay, nationalDay, nationalDay.AddDays(2)),
        ];
    }

    private static StatutoryHoliday OneDay(Festival festival, DateOnly day) => new(festival, day, day, day);

    /// <summary>清明, by the solar-term formula of the 21st century (years 2000 to 2099).</summary>
    private static DateOnly TombSweeping(int year)
    {
        var ofCentury = year % 100;
        return new DateOnly(year, 4, ((ofCentury * 2422) + 48100) / 10000 - (ofCentury / 4));
    }

    private static DateOnly LunarDay(int year, int month, int day)
    {
        // The calendar numbers a leap month as a month of its own, which shifts all later ones.
        var leapMonth = Lunar.GetLeapMonth(year);
        var position = leapMonth > 0 && month >= leapMonth ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, position, day, 0, 0, 0, 0));
    }
}
