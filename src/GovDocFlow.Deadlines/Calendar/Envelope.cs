namespace GovDocFlow.Deadlines;

/// <summary>
/// Bounds on how many working days an unannounced stretch can turn out to have. Each question is answered from prefix
/// sums, whatever the length of the stretch.
/// </summary>
internal sealed class Envelope
{
    private readonly Season[] _seasons;
    private readonly int[] _endedBy;
    private readonly int[] _begunBy;
    private readonly int[] _mostUnpaidBefore;
    private readonly DayRanks _mayRest;
    private readonly DayRanks _mayWork;

    /// <param name="seasons">In order and apart from each other.</param>
    /// <param name="mayRest">Working weekdays that a notice may make rest days.</param>
    /// <param name="mayWork">Weekend days that a notice may make working days.</param>
    public Envelope(IReadOnlyList<Season> seasons, DayRanks mayRest, DayRanks mayWork, int days)
    {
        _seasons = [.. seasons];
        _mayRest = mayRest;
        _mayWork = mayWork;
        _begunBy = CountUpTo(_seasons.Select(season => season.First), days);
        _endedBy = CountUpTo(_seasons.Select(season => season.Last), days);

        _mostUnpaidBefore = new int[_seasons.Length + 1];
        for (var i = 0; i < _seasons.Length; i++)
        {
            _mostUnpaidBefore[i + 1] = _mostUnpaidBefore[i] + FewerIn(_seasons[i], -1, days - 1);
        }
    }

    /// <summary>How many working days more than the likeliest calendar says there can be after
    /// <paramref name="after"/> and through <paramref name="through"/>.</summary>
    public int Most(int after, int through)
    {
        var (first, last) = Touched(after, through);
        if (first > last)
        {
            return 0;
        }

        // A season that lies inside as a whole pays for each working weekend with a rest day, so it adds nothing.
        var most = MoreIn(_seasons[first], after, through);
        return first == last ? most : most + MoreIn(_seasons[last], after, through);
    }

    /// <summary>How many working days fewer than the likeliest calendar says there can be after
    /// <paramref name="after"/> and through <paramref name="through"/>.</summary>
    public int Fewest(int after, int through)
    {
        var (first, last) = Touched(after, through);
        if (first > last)
        {
            return 0;
        }

        var fewest = FewerIn(_seasons[first], after, through);
        return first == last
            ? fewest
            : fewest + FewerIn(_seasons[last], after, through) + _mostUnpaidBefore[last] - _mostUnpaidBefore[first + 1];
    }

    private static int[] CountUpTo(IEnumerable<int> marks, int days)
    {
        var counts = new int[days];
        foreach (var mark in marks)
        {
            counts[mark]++;
        }

        for (var day = 1; day < days; day++)
        {
            counts[day] += counts[day - 1];
        }

        return counts;
    }

    private (int First, int Last) Touched(int after, int through) => (_endedBy[after], _begunBy[through] - 1);

    private int MoreIn(Season season, int after, int through)
    {
        var (from, to) = season.Clip(after, through);
        var restElsewhere = _mayRest.Between(season.First - 1, season.Last) - _mayRest.Between(from, to);
        return Math.Min(Math.Min(season.MostWorked, _mayWork.Between(from, to)), restElsewhere);
    }

    private int FewerIn(Season season, int after, int through)
    {
        var (from, to) = season.Clip(after, through);
        var workElsewhere = _mayWork.Between(season.First - 1, season.Last) - _mayWork.Between(from, to);
        return Math.Min(_mayRest.Between(from, to), season.MostUnpaid + Math.Min(season.MostWorked, workElsewhere));
    }
}

/// <summary>A stretch in which the notice of one or more neighbouring festivals may move days; both ends
/// inclusive.</summary>
internal readonly record struct Season(int First, int Last, int MostWorked, int MostUnpaid)
{
    public (int After, int Through) Clip(int after, int through) =>
        (Math.Max(after, First - 1), Math.Min(through, Last));
}
