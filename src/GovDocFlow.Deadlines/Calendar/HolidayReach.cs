namespace GovDocFlow.Deadlines;

/// <summary>
/// How far a notice may rearrange the days around one festival: the weekdays that may become rest days, the weekend
/// days that may become working days, and how many of each. All days are inclusive; an empty range has its end before
/// its start.
/// </summary>
/// <param name="MostWorked">How many weekend days may become working at most.</param>
/// <param name="MostUnpaid">How many weekdays may become rest days without a working weekend day in exchange.</param>
internal readonly record struct HolidayReach(
    DateOnly RestFrom,
    DateOnly RestTo,
    DateOnly WorkFrom,
    DateOnly WorkTo,
    int MostWorked,
    int MostUnpaid)
{
    public DateOnly First => IsEmpty(WorkFrom, WorkTo) || RestFrom < WorkFrom ? RestFrom : WorkFrom;

    public DateOnly Last => IsEmpty(WorkFrom, WorkTo) || RestTo > WorkTo ? RestTo : WorkTo;

    private static bool IsEmpty(DateOnly from, DateOnly to) => to < from;
}

/// <summary>
/// The widest that any notice of 2008 to 2026 went, festival by festival. Three things held in all of them: only
/// weekend days close to a festival were worked; every extra rest day was paid for by one of those, or made up for a
/// statutory day that fell on a weekend (art. 6); and a one-day festival on a Friday, Saturday or Monday already makes
/// a long weekend, so that no weekend was worked for it.
/// </summary>
internal static class HolidayReaches
{
    // On 27 January 2020 the Spring Festival was prolonged by two days for the epidemic, with nothing in exchange.
    private const int EmergencyDays = 2;

    private const int CommemorationEveryYears = 10;
    private const int CommemorationYear = 2015;

    /// <summary>The reaches of one year, in no order; they may overlap.</summary>
    public static IEnumerable<HolidayReach> Of(int year)
    {
        var holidays = StatutoryHolidays.Of(year);
        var midAutumn = holidays.Single(holiday => holiday.Festival == Festival.MidAutumn);
        foreach (var holiday in holidays)
        {
            var reach = holiday.Festival switch
            {
                Festival.SpringFestival => Around(holiday, (-1, 6), (-6, 11), EmergencyDays),
                Festival.LabourDay => Around(holiday, (-2, 4), (-8, 10), 0),
                Festival.NationalDay => NationalDay(holiday, midAutumn),
                Festival.MidAutumn when JoinsNationalDay(holiday) => null,
                Festival.NewYear or Festival.TombSweeping or Festival.DragonBoat or Festival.MidAutumn
                    => OneDay(holiday),
            };
            if (reach is { } found)
            {
                yield return found;
            }
        }

        if ((year - CommemorationYear) % CommemorationEveryYears == 0)
        {
            yield return Commemoration(year);
        }
    }

    private static HolidayReach NationalDay(StatutoryHoliday nationalDay, StatutoryHoliday midAutumn)
    {
        if (JoinsNationalDay(midAutumn))
        {
            var inside = midAutumn.Anchor >= nationalDay.First && midAutumn.Anchor <= nationalDay.Last;
            var madeUp = inside || IsWeekend(midAutumn.Anchor) ? 1 : 0;
            return Around(nationalDay, (-2, 7), (-5, 11), madeUp);
        }

        // Mid-Autumn's own rest days take the weekend before, so the working day moves one more weekend away.
        var weekendBeforeIsTaken = midAutumn.Anchor >= nationalDay.Anchor.AddDays(-10);
        return Around(nationalDay, (-2, 6), (weekendBeforeIsTaken ? -11 : -5, 11), 0);
    }

    private static bool JoinsNationalDay(StatutoryHoliday midAutumn)
    {
        var nationalDay = new DateOnly(midAutumn.Anchor.Year, 10, 1);
        return midAutumn.Anchor >= nationalDay.AddDays(-2);
    }

    private static HolidayReach Around(
        StatutoryHoliday holiday, (int From, int To) rest, (int From, int To) work, int unpaid)
    {
        var anchor = holiday.Anchor;
        return new(
            anchor.AddDays(rest.From), anchor.AddDays(rest.To),
            anchor.AddDays(work.From), anchor.AddDays(work.To),
            2, unpaid + WeekendDays(holiday));
    }

    private static HolidayReach? OneDay(StatutoryHoliday holiday)
    {
        var day = holiday.Anchor;
        return day.DayOfWeek switch
        {
            DayOfWeek.Monday or DayOfWeek.Friday => null,
            DayOfWeek.Tuesday => Offsets(day, (-1, 2), (-3, 5), 2, 0),
            DayOfWeek.Wednesday => Offsets(day, (-2, 2), (-4, 4), 2, 0),
            DayOfWeek.Thursday => Offsets(day, (1, 1), (3, 3), 1, 0),
            DayOfWeek.Saturday => Offsets(day, (-1, 2), (1, 0), 0, 1),
            DayOfWeek.Sunday => Offsets(day, (1, 2), (-1, -1), 1, 1),
        };
    }

    // The 70th anniversary of the victory was a free day, bridged to the weekend by one paid day.
    private static HolidayReach Commemoration(int year) =>
        Offsets(new DateOnly(year, 9, 3), (0, 1), (2, 3), 1, 1);

    private static HolidayReach Offsets(
        DateOnly day, (int From, int To) rest, (int From, int To) work, int mostWorked, int mostUnpaid) =>
        new(day.AddDays(rest.From), day.AddDays(rest.To), day.AddDays(work.From), day.AddDays(work.To),
            mostWorked, mostUnpaid);

    private static int WeekendDays(StatutoryHoliday holiday)
    {
        var count = 0;
        for (var day = holiday.First; day <= holiday.Last; day = day.AddDays(1))
        {
            count += IsWeekend(day) ? 1 : 0;
        }

        return count;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
