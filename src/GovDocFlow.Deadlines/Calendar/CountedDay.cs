namespace GovDocFlow.Deadlines;

/// <summary>One day on the way from the start of a time limit to its due day.</summary>
/// <param name="Date">The day, in Asia/Shanghai.</param>
/// <param name="Counted">Whether the day uses up one day of the limit.</param>
/// <param name="Working">Whether the office works that day.</param>
/// <param name="Because">Why it is working or not, in Chinese.</param>
/// <param name="BecauseEn">The same in English.</param>
public sealed record CountedDay(DateOnly Date, bool Counted, bool Working, string Because, string BecauseEn);
