namespace GovDocFlow.Deadlines;

/// <summary>A set of days with constant-time rank and select; days are numbered from 0.</summary>
internal sealed class DayRanks
{
    private readonly int[] _upTo;
    private readonly int[] _dayOf;

    public DayRanks(bool[] days)
    {
        _upTo = new int[days.Length + 1];
        var members = new List<int>(days.Length);
        for (var day = 0; day < days.Length; day++)
        {
            if (days[day])
            {
                members.Add(day);
            }

            _upTo[day + 1] = members.Count;
        }

        _dayOf = [.. members];
    }

    public int Total => _dayOf.Length;

    public bool Contains(int day) => _upTo[day + 1] != _upTo[day];

    /// <summary>How many days of the set lie on or before this day; -1 is the day before the first.</summary>
    public int UpTo(int day) => _upTo[day + 1];

    /// <summary>How many days of the set lie after <paramref name="after"/> and on or before
    /// <paramref name="through"/>.</summary>
    public int Between(int after, int through) => _upTo[through + 1] - _upTo[after + 1];

    /// <summary>The day that is the n-th of the set, counted from 1; -1 where there is none.</summary>
    public int DayOf(int n) => n >= 1 && n <= _dayOf.Length ? _dayOf[n - 1] : -1;
}
