using GovDocFlow.Deadlines;
using GovDocFlow.Storage.Documents;

namespace GovDocFlow.UseCases.Documents;

/// <summary>Shows clocks with their ladders: what has fired and what is next.</summary>
internal sealed class ClockViews(ClockStore store, Procedures procedures)
{
    /// <summary>Shows the clocks of one document.</summary>
    public async Task<IReadOnlyList<ClockView>> OfAsync(IReadOnlyList<Clock> clocks, CancellationToken cancellation)
    {
        var binding = ClockBook.Binding(clocks);
        var views = new List<ClockView>(clocks.Count);
        foreach (var clock in clocks)
        {
            views.Add(Of(clock, clock.Id == binding?.Id, await store.FiredAsync(clock.Id, cancellation)));
        }

        return views;
    }

    /// <summary>Shows one clock.</summary>
    public ClockView Of(Clock clock, bool binding, IReadOnlyList<FiredRung> fired) => new(
        clock.Id,
        clock.Rule,
        clock.LegalBasis,
        new ClockSubject(clock.SubjectType, clock.SubjectId),
        new ClockStart(clock.StartEvent, clock.StartedAt),
        clock.Amount,
        clock.Unit,
        clock.Deadline.DueOn,
        clock.Deadline.DueAt,
        clock.Deadline.Certainty,
        clock.Deadline.EarliestDueOn,
        clock.Deadline.LatestDueOn,
        clock.Status,
        binding,
        clock.StoppedAt,
        clock.CalendarVersion,
        Rungs(clock, fired));

    private List<RungView> Rungs(Clock clock, IReadOnlyList<FiredRung> fired)
    {
        var rungs = fired
            .Select(rung => new RungView(rung.Code, rung.FiresAt, rung.FiredAt, Json.Read<IReadOnlyList<string>>(rung.Notified)))
            .ToList();
        if (clock.NextRung is { } next && clock.NextFiresAt is not null)
        {
            var ahead = procedures.Clocks.Rungs(clock).SkipWhile(rung => rung.Code != next);
            rungs.AddRange(ahead.Select(rung => new RungView(rung.Code, rung.FiresAt, null, [])));
        }

        return rungs;
    }
}
