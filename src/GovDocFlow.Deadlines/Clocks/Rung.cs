namespace GovDocFlow.Deadlines;

/// <summary>One reminder or escalation of one clock.</summary>
/// <param name="Code">Its name on the ladder; unique within a clock.</param>
/// <param name="FiresAt">From when on it is due, inclusive; offset +08:00, but for <c>start</c>, which keeps the
/// clock's own start instant.</param>
/// <param name="Tells">Who is told, as role words.</param>
/// <param name="OpensSupervision">Whether it opens a supervision item (督办).</param>
public sealed record Rung(string Code, DateTimeOffset FiresAt, IReadOnlyList<string> Tells, bool OpensSupervision);
