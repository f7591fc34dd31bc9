using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>The working calendar, day by day, with the notice that says so.</summary>
public static class ReadCalendarDays
{
    private const int MaxDays = 1100;

    /// <summary>Asks for the days from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
    public sealed record Query(DateOnly From, DateOnly To) : IRequest<Answer>;

    /// <summary>The days, in order, and the version of the calendar.</summary>
    public sealed record Answer(IReadOnlyList<Day> Days, string CalendarVersion);

    /// <summary>One day.</summary>
    /// <param name="Announced">Whether the State Council's notice for it is known.</param>
    /// <param name="Source">The notice's address; null where none decided it.</param>
    public sealed record Day(DateOnly Date, bool Working, bool Announced, Sentence Because, string? Source);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.To)
                .Must((query, to) => to >= query.From && to.DayNumber - query.From.DayNumber < MaxDays)
                .Says("WRONG_VALUE", "截止日不早于起始日，且一次不超过 1100 天。", "To is not before from, and at most 1,100 days are asked for.");
            RuleFor(query => query.From)
                .Must((query, from) => from >= WorkingCalendar.Shipped.FirstDay && query.To <= WorkingCalendar.Shipped.LastDay)
                .Says(
                    "OUT_OF_CALENDAR",
                    $"日历覆盖 {WorkingCalendar.Shipped.FirstDay:yyyy-MM-dd} 至 {WorkingCalendar.Shipped.LastDay:yyyy-MM-dd}。",
                    $"The calendar covers {WorkingCalendar.Shipped.FirstDay:yyyy-MM-dd} to {WorkingCalendar.Shipped.LastDay:yyyy-MM-dd}.");
        }
    }

    internal sealed class Handler(Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var calendar = procedures.Clocks.Calendar;
            var days = new List<Day>();
            for (var date = query.From; date <= query.To; date = date.AddDays(1))
            {
                var day = calendar.Day(date);
                days.Add(new Day(date, day.Working, day.Announced, new(day.Because, day.BecauseEn), day.Source));
            }

            return Task.FromResult(new Answer(days, calendar.Version));
        }
    }
}
