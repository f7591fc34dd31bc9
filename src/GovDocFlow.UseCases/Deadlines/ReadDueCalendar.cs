using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>What sort of day it is to the office.</summary>
public enum DaySort
{
    /// <summary>工作日</summary>
    Working,

    /// <summary>调休上班: a weekend day on which the office works.</summary>
    WorkingWeekend,

    /// <summary>周末休息</summary>
    Weekend,

    /// <summary>放假: a day of the week on which the office rests.</summary>
    Holiday,
}

/// <summary>A month with its working and rest days and what is due on each.</summary>
public static class ReadDueCalendar
{
    private const int MostItems = 500;

    /// <summary>Asks for a month.</summary>
    /// <param name="Month">1–12.</param>
    public sealed record Query(int Year, int Month) : IRequest<Answer>;

    /// <summary>The days of the month, in order.</summary>
    /// <param name="Today">The day on the office's wall calendar.</param>
    /// <param name="FeedSince">Since when the officer has a calendar feed; null where they have none.</param>
    public sealed record Answer(DateOnly Today, IReadOnlyList<Day> Days, DateTimeOffset? FeedSince);

    /// <summary>One day.</summary>
    /// <param name="Announced">Whether the State Council's notice for it is known.</param>
    /// <param name="TimeLimits">How many time limits end on it, of which <paramref name="Items"/> may list fewer.</param>
    /// <param name="Items">What is due on it; of a month's time limits the first 500, and as many tasks.</param>
    public sealed record Day(
        DateOnly Date, DaySort Sort, bool Announced, Sentence Because, int TimeLimits, IReadOnlyList<DueItem> Items);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(query => query.Month)
            .Must((query, month) => month is >= 1 and <= 12 && query.Year is >= 2000 and <= 2100 && IsCovered(query))
            .Says(
                "OUT_OF_CALENDAR",
                $"日历覆盖 {WorkingCalendar.Shipped.FirstDay:yyyy-MM} 之后至 {WorkingCalendar.Shipped.LastDay:yyyy-MM}，月份为 1 至 12。",
                $"The calendar covers the months after {WorkingCalendar.Shipped.FirstDay:yyyy-MM} to {WorkingCalendar.Shipped.LastDay:yyyy-MM}.");

        private static bool IsCovered(Query query) =>
            new DateOnly(query.Year, query.Month, 1) is var first
            && first >= WorkingCalendar.Shipped.FirstDay
            && first.AddMonths(1).AddDays(-1) <= WorkingCalendar.Shipped.LastDay;
    }

    internal sealed class Handler(
        DueItems due, DueFeedStore feeds, Procedures procedures, Asker asker, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var by = asker.Required;
            RefusedException.ThrowIf(Sight.WhyNot(by));
            var first = new DateOnly(query.Year, query.Month, 1);
            var last = first.AddMonths(1).AddDays(-1);
            var today = ChinaTime.DayOf(clock.GetUtcNow());
            var items = (await due.BetweenAsync(by, first, last, today, MostItems, cancellationToken)).ToLookup(item => item.DueOn);
            var counts = await due.CountsAsync(by, first, last, cancellationToken);
            var days = new List<Day>();
            for (var date = first; date <= last; date = date.AddDays(1))
            {
                var day = procedures.Clocks.Calendar.Day(date);
                days.Add(new Day(
                    date,
                    SortOf(day),
                    day.Announced,
                    new(day.Because, day.BecauseEn),
                    counts.GetValueOrDefault(date),
                    [.. items[date]]));
            }

            return new Answer(today, days, await feeds.SinceAsync(by.Id, cancellationToken));
        }

        private static DaySort SortOf(DayReason day)
        {
            var isWeekend = day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            return (day.Working, isWeekend) switch
            {
                (true, true) => DaySort.WorkingWeekend,
                (true, false) => DaySort.Working,
                (false, true) => DaySort.Weekend,
                (false, false) => DaySort.Holiday,
            };
        }
    }
}
