namespace GovDocFlow.Deadlines;

/// <summary>
/// The office's working days: Monday to Friday, corrected by the State Council's holiday notices. A year without a
/// notice rests on weekends and statutory days only, and deadlines that touch it are provisional; so are the last ten
/// days of the December before it, which that notice can still change. Immutable: a later notice makes a new calendar.
/// </summary>
public sealed class WorkingCalendar
{
    private const int LastYear = 2050;
    private const int FirstOpenDecemberDay = 22;

    private readonly NoticedDays _noticed;
    private readonly DayRanks _working;
    private readonly DayRanks _unannounced;
    private readonly Envelope _envelope;
    private readonly Dictionary<DateOnly, Festival> _byLaw = [];

    private WorkingCalendar(NoticedDays noticed)
    {
        _noticed = noticed;
        var firstYear = noticed.Notices[0].Year;
        FirstDay = new(firstYear - 1, 12, FirstOpenDecemberDay);
        LastDay = new(LastYear, 12, 31);
        var openYears = Enumerable.Range(firstYear, LastYear - firstYear + 1)
            .Where(year => !noticed.HasYear(year))
            .ToArray();
        foreach (var holiday in openYears.SelectMany(StatutoryHolidays.Of))
        {
            for (var day = holiday.First; day <= holiday.Last; day = day.AddDays(1))
            {
                _byLaw[day] = holiday.Festival;
            }
        }

        var working = Days(Works);
        _working = new(working);
        _unannounced = new(Days(day => !Settled(day)));
        _envelope = EnvelopePlan.Draw(
            FirstDay, working, openYears, day => _byLaw.ContainsKey(day) || noticed.On(day) is not null);
    }

    /// <summary>The calendar this release carries: every notice and amendment for 2007 to 2026.</summary>
    public static WorkingCalendar Shipped { get; } = From(HolidayNoticeFile.ReadShipped());

    /// <summary>Names the content of the notices, so that equal versions mean equal deadlines on every host; when a
    /// notice was loaded is no part of it.</summary>
    public string Version => _noticed.Version;

    /// <summary>The first day covered: 22 December before the first notice's year, because that notice settles
    /// it.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The last day covered, far beyond the last notice.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The notices it is made of, by year; of one year the amendments last.</summary>
    public IReadOnlyList<HolidayNotice> Notices => _noticed.Notices;

    /// <summary>A calendar of these notices; of two for one year the later in the list amends the earlier.</summary>
    /// <exception cref="ArgumentException">There is no notice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A notice is for a year before 2007 or after 2050.</exception>
    /// <exception cref="HolidayNoticeException">A notice has no source, or names a day outside its year and the
    /// December before it, or one day twice.</exception>
    public static WorkingCalendar From(IReadOnlyList<HolidayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        if (notices.Count == 0)
        {
            throw new ArgumentException("A calendar needs at least one notice.", nameof(notices));
        }

        foreach (var notice in notices)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(notice.Year, StatutoryHolidays.FirstYear - 1, nameof(notices));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(notice.Year, LastYear, nameof(notices));
        }

        return new(new NoticedDays(notices));
    }

    /// <summary>Whether the office works on this day; the likeliest answer where it is not announced.</summary>
    /// <exception cref="CalendarRangeException">The day is not covered.</exception>
    public bool IsWorking(DateOnly day) => _working.Contains(Number(day));

    /// <summary>Whether the notices that can change this day are known: that of its year and, from 22 December on, that
    /// of the next year.</summary>
    /// <exception cref="CalendarRangeException">The day is not covered.</exception>
    public bool IsAnnounced(DateOnly day) => !_unannounced.Contains(Number(day));

    /// <summary>The working day that lies this many working days away; the start day itself is never counted.</summary>
    /// <param name="days">Negative goes back; 0 gives the start day, working or not.</param>
    /// <returns>The likeliest day, where a notice is missing.</returns>
    /// <exception cref="CalendarRangeException">Start or end is not covered.</exception>
    public DateOnly AddWorkingDays(DateOnly start, int days)
    {
        var from = Number(start);
        if (days == 0)
        {
            return start;
        }

        var rank = days > 0 ? _working.UpTo(from) + (long)days : _working.UpTo(from - 1) + (long)days + 1;
        return Date(Select(rank));
    }

    /// <summary>How many working days lie after the one day and on or before the other; negative when they lie the
    /// other way round.</summary>
    /// <exception cref="CalendarRangeException">A day is not covered.</exception>
    public int WorkingDaysBetween(DateOnly afterDay, DateOnly throughDay) =>
        _working.Between(Number(afterDay), Number(throughDay));

    /// <summary>When a time limit of working or calendar days that starts on this day ends. The start day is not
    /// counted (民法典 art. 201); a limit of calendar days that would end on a rest day ends on the next working day (art.
    /// 203). A limit of 0 ends with the start day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative, or the unit is hours, which need an
    /// instant.</exception>
    /// <exception cref="CalendarRangeException">Start or latest possible end is not covered.</exception>
    public Deadline Due(DateOnly start, int amount, TimeUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (unit == TimeUnit.Hours)
        {
            throw new ArgumentOutOfRangeException(nameof(unit), "A limit in hours starts at an instant, not on a day.");
        }

        var from = Number(start);
        if (amount == 0)
        {
            return Deadline.FirmOn(start);
        }

        return unit == TimeUnit.WorkingDays
            ? DueAfter(from, from, amount)
            : DueAfter(from, Number(LastCalendarDay(start, amount)) - 1, 1);
    }

    /// <summary>When a time limit that starts at this instant ends. Hours run by the clock from the instant and are
    /// always firm; days are counted from its day in Asia/Shanghai.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="CalendarRangeException">For days: start or latest possible end is not covered.</exception>
    public Deadline Due(DateTimeOffset start, int amount, TimeUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return unit == TimeUnit.Hours
            ? Deadline.FirmAt(start.AddHours(amount))
            : Due(ChinaTime.DayOf(start), amount, unit);
    }

    /// <summary>What this day is and which notice says so.</summary>
    /// <exception cref="CalendarRangeException">The day is not covered.</exception>
    public DayReason Day(DateOnly day)
    {
        var number = Number(day);
        var named = _noticed.On(day);
        var words = named is not null ? DayWords.Noticed(day, named)
            : _byLaw.TryGetValue(day, out var festival) ? DayWords.ByLaw(festival)
            : DayWords.ByWeek(day);
        var announced = !_unannounced.Contains(number);
        if (!announced)
        {
            words = DayWords.Unannounced(words, _noticed.HasYear(day.Year) ? day.Year + 1 : day.Year);
        }

        return new(
            day, _working.Contains(number), announced, words.Zh, words.En, named?.Notice.Sources[0]);
    }

    /// <summary>Every day from the one after the start to the due day, with what it counts for and why.</summary>
    /// <returns>In order of date; empty for an amount of 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Due(DateOnly, int, TimeUnit)"/>.</exception>
    /// <exception cref="CalendarRangeException">As for <see cref="Due(DateOnly, int, TimeUnit)"/>.</exception>
    public IReadOnlyList<CountedDay> Explain(DateOnly start, int amount, TimeUnit unit)
    {
        var due = Due(start, amount, unit).DueOn;
        var days = new List<CountedDay>();
        for (var date = start.AddDays(1); date <= due; date = date.AddDays(1))
        {
            var day = Day(date);
            var counted = unit == TimeUnit.WorkingDays ? day.Working : days.Count < amount;
            days.Add(new(date, counted, day.Working, day.Because, day.BecauseEn));
        }

        return days;
    }

    private Deadline DueAfter(int start, int after, int workingDays)
    {
        var due = Select((long)_working.UpTo(after) + workingDays);
        var dueOn = Date(due);
        if (_unannounced.Between(start, due) == 0)
        {
            return Deadline.FirmOn(dueOn);
        }

        var earliest = due;
        while (Count(earliest - 1) + _envelope.Most(after, earliest - 1) >= workingDays)
        {
            earliest--;
        }

        var latest = due;
        while (Count(latest) - _envelope.Fewest(after, latest) < workingDays)
        {
            latest = latest + 1 < Length ? latest + 1 : throw OutOfRange();
        }

        return new(dueOn, ChinaTime.EndOf(dueOn), Certainty.Provisional, Date(earliest), Date(latest));

        int Count(int through) => _working.Between(after, through);
    }

    private DateOnly LastCalendarDay(DateOnly start, int amount) =>
        amount <= LastDay.DayNumber - start.DayNumber ? start.AddDays(amount) : throw OutOfRange();

    private int Select(long rank)
    {
        var day = rank is >= 1 and <= int.MaxValue ? _working.DayOf((int)rank) : -1;
        return day >= 0 ? day : throw OutOfRange();
    }

    private int Length => LastDay.DayNumber - FirstDay.DayNumber + 1;

    private int Number(DateOnly day) =>
        day >= FirstDay && day <= LastDay ? day.DayNumber - FirstDay.DayNumber : throw OutOfRange();

    private DateOnly Date(int number) => DateOnly.FromDayNumber(FirstDay.DayNumber + number);

    private CalendarRangeException OutOfRange() => new(FirstDay, LastDay);

    private bool[] Days(Func<DateOnly, bool> holds) =>
        [.. Enumerable.Range(0, Length).Select(number => holds(Date(number)))];

    private bool Works(DateOnly day) =>
        _noticed.On(day)?.Working
            ?? (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_byLaw.ContainsKey(day));

    private bool Settled(DateOnly day)
    {
        var ownYear = day.Year < _noticed.Notices[0].Year || _noticed.HasYear(day.Year);
        var open = day is { Month: 12, Day: >= FirstOpenDecemberDay };
        return ownYear && (!open || _noticed.HasYear(day.Year + 1));
    }
}
