namespace GovDocFlow.Deadlines;

/// <summary>What a day is, and what makes it so.</summary>
/// <param name="Date">The day, in Asia/Shanghai.</param>
/// <param name="Working">Whether the office works; only the likeliest answer where not announced.</param>
/// <param name="Announced">Whether the notices that can change this day are known.</param>
/// <param name="Because">The reason in Chinese.</param>
/// <param name="BecauseEn">The reason in English.</param>
/// <param name="Source">The address of the notice that names the day; null where it follows the week or the
/// law.</param>
public sealed record DayReason(
    DateOnly Date,
    bool Working,
    bool Announced,
    string Because,
    string BecauseEn,
    string? Source);
