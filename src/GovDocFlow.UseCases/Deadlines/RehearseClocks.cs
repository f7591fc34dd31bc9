using FluentValidation;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>What would fire in the coming days if nobody did anything; it changes nothing.</summary>
public static class RehearseClocks
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(int Days) : IRequest<Answer>;

    /// <summary>What would fire, by moment.</summary>
    public sealed record Answer(IReadOnlyList<SweepClocks.Fired> WouldFire);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(query => query.Days)
            .InclusiveBetween(1, 366).Says("WRONG_VALUE", "天数在 1 到 366 之间。", "Days lie between 1 and 366.");
    }

    internal sealed class Handler(ClockStore clocks, Escalation escalation, Procedures procedures, TimeProvider time)
        : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var until = time.GetUtcNow().AddDays(query.Days);
            var ahead = new List<SweepClocks.Fired>();
            foreach (var clock in await clocks.DueAsync(until, int.MaxValue, cancellationToken))
            {
                var subject = await escalation.SubjectAsync(clock.SubjectId, cancellationToken);
                foreach (var rung in procedures.Clocks.DueRungs(clock, until))
                {
                    var told = await escalation.ToldAsync(rung, subject, cancellationToken);
                    ahead.Add(new SweepClocks.Fired(
                        clock.Id,
                        clock.SubjectId,
                        subject.Title,
                        clock.Rule,
                        rung.Code,
                        rung.FiresAt,
                        [.. told.Select(officer => officer.Name)]));
                }
            }

            return new Answer([.. ahead.OrderBy(fired => fired.FiresAt)]);
        }
    }
}
