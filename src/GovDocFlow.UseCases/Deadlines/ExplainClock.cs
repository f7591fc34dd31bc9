using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>怎么算的: a clock's due day, explained day by day.</summary>
public static class ExplainClock
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <summary>From the day after the start to the due day, both included.</summary>
    public sealed record Answer(IReadOnlyList<Day> Days);

    /// <summary>One day.</summary>
    /// <param name="Counted">Whether it counts towards the deadline.</param>
    /// <param name="Because">The notice, or the rule of the week, that makes it a working day or a rest day.</param>
    public sealed record Day(DateOnly Date, bool Counted, bool Working, Sentence Because)
    {
        internal static Day Of(CountedDay day) => new(day.Date, day.Counted, day.Working, new(day.Because, day.BecauseEn));
    }

    internal sealed class Handler(Casework casework, ClockStore clocks, Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var clock = await ReadClock.OpenAsync(query.Id, casework, clocks, cancellationToken);
            var start = ChinaTime.DayOf(clock.StartedAt);

            // A clock that ends before a day of effect has no amount: every day up to its due day counts.
            var (amount, unit) = clock is { Amount: { } days, Unit: not TimeUnit.Hours }
                ? (days, clock.Unit)
                : (clock.Deadline.DueOn.DayNumber - start.DayNumber, TimeUnit.CalendarDays);
            return new Answer([.. procedures.Clocks.Calendar.Explain(start, amount, unit).Select(Day.Of)]);
        }
    }
}
