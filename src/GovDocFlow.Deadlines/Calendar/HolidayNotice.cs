namespace GovDocFlow.Deadlines;

/// <summary>
/// One notice of the State Council's General Office about a year's holidays, or one amendment of it. It names single
/// days of its year or of the December before; a day it does not name follows the week.
/// </summary>
/// <param name="Year">The year the notice arranges.</param>
/// <param name="Sources">Where it was published.</param>
/// <param name="Off">The rest days, by holiday name; weekend days inside a holiday are listed too.</param>
/// <param name="Work">The days declared working (上班), by the name of the holiday that they pay for.</param>
/// <param name="LoadedAt">When it was carried into this system; no part of the calendar's version.</param>
public sealed record HolidayNotice(
    int Year,
    IReadOnlyList<string> Sources,
    IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> Off,
    IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> Work,
    DateTimeOffset LoadedAt);
