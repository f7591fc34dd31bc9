namespace GovDocFlow.Deadlines;

/// <summary>Collects what the missing notices may still move and makes the envelope of it.</summary>
internal static class EnvelopePlan
{
    /// <param name="working">The likeliest calendar, numbered from <paramref name="firstDay"/>.</param>
    /// <param name="unannouncedYears">The years without a notice.</param>
    /// <param name="isSettled">Whether the notices that are there already name this day, or the law frees it.</param>
    public static Envelope Draw(
        DateOnly firstDay, bool[] working, IEnumerable<int> unannouncedYears, Func<DateOnly, bool> isSettled)
    {
        var mayRest = new bool[working.Length];
        var mayWork = new bool[working.Length];
        var seasons = new List<Season>();
        foreach (var reach in unannouncedYears.SelectMany(HolidayReaches.Of).OrderBy(reach => reach.First))
        {
            Mark(mayRest, reach.RestFrom, reach.RestTo, movesFrom: true);
            Mark(mayWork, reach.WorkFrom, reach.WorkTo, movesFrom: false);
            Add(seasons, new(Number(reach.First), Number(reach.Last), reach.MostWorked, reach.MostUnpaid));
        }

        return new(seasons, new(mayRest), new(mayWork), working.Length);

        int Number(DateOnly day) => day.DayNumber - firstDay.DayNumber;

        void Mark(bool[] marks, DateOnly from, DateOnly to, bool movesFrom)
        {
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                marks[Number(day)] = working[Number(day)] == movesFrom && !isSettled(day);
            }
        }
    }

    private static void Add(List<Season> seasons, Season season)
    {
        if (seasons.Count > 0 && seasons[^1].Last >= season.First)
        {
            var before = seasons[^1];
            seasons[^1] = new(
                before.First,
                Math.Max(before.Last, season.Last),
                before.MostWorked + season.MostWorked,
                before.MostUnpaid + season.MostUnpaid);
        }
        else
        {
            seasons.Add(season);
        }
    }
}
