using GovDocFlow.Deadlines;

namespace GovDocFlow.UseCases.Demo;

/// <summary>When what happens to a case in a replay that ends now: at its historic instants, or where those lie ahead, just before now.</summary>
internal sealed class Timetable(DemoCase one, DateTimeOffset now, WorkingCalendar calendar)
{
    private const int OpeningHour = 9;
    private const int ClosingHour = 17;
    private static readonly TimeSpan UntilRecheck = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ReviewWithoutSignature = TimeSpan.FromDays(4);

    public DateTimeOffset Drafted => Capped(one.DraftedAt, 60);

    public DateTimeOffset Submitted => Capped(one.SubmittedAt, 50);

    public DateTimeOffset Corrected => Capped(one.Round2!.CorrectedAt, 40);

    public DateTimeOffset Resubmitted => Capped(one.Round2!.SubmittedAt, 35);

    /// <summary>Null where it is not to be signed.</summary>
    public DateTimeOffset? SignedOff => one.SignedOffAt is { } at ? Capped(at, 10) : null;

    public DateTimeOffset Rechecked
    {
        get
        {
            var gap = Issued is { } issued ? (issued - SignedOff!.Value) / 2 : UntilRecheck;
            return Capped(Whole(SignedOff!.Value + (gap < UntilRecheck ? gap : UntilRecheck)), 5);
        }
    }

    /// <summary>Null where it is not issued by now, like all that follows.</summary>
    public DateTimeOffset? Issued => IfPast(one.IssuedAt);

    public DateTimeOffset? DocumentPublished => IfPast(one.DocumentPublishedAt);

    public DateTimeOffset? InterpretationPublished => IfPast(one.InterpretationPublishedAt);

    /// <summary>When the n-th of the other issuers signs, counted from 0.</summary>
    public DateTimeOffset Countersigned(int n) => Capped(one.CountersignedAt[n], 20 - n);

    /// <summary>The moment of the next review: some way from the last act towards the first signature, in office hours where there are any.</summary>
    public DateTimeOffset NextReview(DateTimeOffset last)
    {
        var end = one.CountersignedAt.Count > 0 ? Countersigned(0)
            : SignedOff ?? Capped(last + ReviewWithoutSignature, 10);
        var raw = Whole(last + ((end - last) / 3));
        var inHours = InOfficeHours(raw);
        return inHours < end ? inHours : raw;
    }

    private DateTimeOffset InOfficeHours(DateTimeOffset at)
    {
        var there = ChinaTime.ToChina(at);
        var day = DateOnly.FromDateTime(there.DateTime);
        if (calendar.IsWorking(day) && there.Hour is >= OpeningHour and < ClosingHour)
        {
            return at;
        }

        // The officer finds it in the morning, of this day or of the next one on which the office works.
        day = there.Hour < OpeningHour && calendar.IsWorking(day) ? day : calendar.AddWorkingDays(day, 1);
        return ChinaTime.At(day, new TimeOnly(OpeningHour, there.Minute, there.Second));
    }

    private DateTimeOffset? IfPast(DateTimeOffset? at) => at <= now ? at : null;

    // The marks lie in the order of the acts, so that a case squeezed in before now keeps that order.
    private DateTimeOffset Capped(DateTimeOffset at, int minutesBeforeNow)
    {
        var latest = now.AddMinutes(-minutesBeforeNow);
        return at < latest ? at : Whole(latest);
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
