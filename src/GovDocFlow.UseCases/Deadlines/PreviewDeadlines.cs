using System.Globalization;
using FluentValidation;
using GovDocFlow.Deadlines;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>What deadlines would be, without starting a clock.</summary>
public static class PreviewDeadlines
{
    private const int MaxItems = 1000;
    private const int MaxAmount = 2000;

    /// <summary>Asks for up to 1,000 of them.</summary>
    public sealed record Query(IReadOnlyList<Item> Items) : IRequest<Answer>;

    /// <summary>One deadline to compute.</summary>
    /// <param name="Start">A day, or an instant; hours need an instant.</param>
    public sealed record Item(string Start, int Amount, TimeUnit Unit);

    /// <summary>One answer for each item, in their order.</summary>
    public sealed record Answer(IReadOnlyList<Line> Items);

    /// <summary>One deadline; likeliest, earliest and latest day are the same where it is firm.</summary>
    public sealed record Line(
        DateOnly DueOn, DateTimeOffset DueAt, Certainty Certainty, DateOnly EarliestDueOn, DateOnly LatestDueOn);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Items)
                .Must(items => items.Count is >= 1 and <= MaxItems)
                .Says("WRONG_VALUE", "一次计算 1 到 1000 项。", "Ask for 1 to 1,000 items.");
            RuleForEach(query => query.Items).ChildRules(item =>
            {
                item.RuleFor(asked => asked.Amount)
                    .InclusiveBetween(1, MaxAmount).Says("WRONG_VALUE", "数量在 1 到 2000 之间。", "An amount lies between 1 and 2,000.");
                item.RuleFor(asked => asked.Start)
                    .Must((asked, start) => asked.Unit is TimeUnit.Hours ? Instant(start) is not null : Day(start) is not null)
                    .Says(
                        "WRONG_VALUE",
                        "起算日写作 2026-02-13；按小时计算写作带时区的时刻，如 2026-02-13T16:20:00+08:00。",
                        "Write a day as 2026-02-13; hours need an instant with its offset.")
                    .Must((asked, start) => IsWithinCalendar(asked, start))
                    .Says("OUT_OF_CALENDAR", "超出日历范围。", "It lies outside the calendar.");
            });
        }

        private static bool IsWithinCalendar(Item asked, string start)
        {
            var calendar = WorkingCalendar.Shipped;
            return asked.Amount is < 1 or > MaxAmount
                || Day(start) is not { } day
                || (day >= calendar.FirstDay && day.AddDays(asked.Unit is TimeUnit.Hours ? 90 : 3 * asked.Amount + 60) <= calendar.LastDay);
        }
    }

    internal sealed class Handler(Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken cancellationToken) =>
            Task.FromResult(new Answer([.. query.Items.Select(Line)]));

        private Line Line(Item asked)
        {
            var calendar = procedures.Clocks.Calendar;
            var due = asked.Unit is TimeUnit.Hours
                ? calendar.Due(Instant(asked.Start)!.Value, asked.Amount, asked.Unit)
                : calendar.Due(Day(asked.Start)!.Value, asked.Amount, asked.Unit);
            return new Line(due.DueOn, due.DueAt, due.Certainty, due.EarliestDueOn, due.LatestDueOn);
        }
    }

    private static DateOnly? Day(string start) =>
        DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Instant(start) is { } instant ? ChinaTime.DayOf(instant)
        : null;

    // An instant without its offset would silently take this machine's zone.
    private static DateTimeOffset? Instant(string start) =>
        start.Contains('T', StringComparison.Ordinal)
        && (start.EndsWith('Z') || start.LastIndexOfAny(['+', '-']) > start.IndexOf('T', StringComparison.Ordinal))
        && DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;
}
