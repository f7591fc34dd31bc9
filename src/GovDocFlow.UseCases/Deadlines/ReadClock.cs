using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>One clock, with what became of it.</summary>
public static class ReadClock
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid Id) : IRequest<ClockView>;

    internal sealed class Handler(Casework casework, ClockStore clocks, ClockViews views) : IRequestHandler<Query, ClockView>
    {
        public async Task<ClockView> Handle(Query query, CancellationToken cancellationToken)
        {
            var clock = await OpenAsync(query.Id, casework, clocks, cancellationToken);
            var binding = ClockBook.Binding(await clocks.OfSubjectAsync(clock.SubjectId, cancellationToken));
            var history = await clocks.HistoryAsync(clock.Id, cancellationToken);
            return views.Of(clock, binding?.Id == clock.Id, await clocks.FiredAsync(clock.Id, cancellationToken)) with
            {
                History =
                [
                    .. history.Select(change => new ClockChangeView(
                        change.At, change.Status, change.DueOn, change.CalendarVersion, change.Because)),
                ],
            };
        }
    }

    /// <summary>Opens a clock under the sight of its document.</summary>
    /// <exception cref="NotFoundException">There is none, or its document is not for this asker.</exception>
    internal static async Task<Clock> OpenAsync(
        Guid id, Casework casework, ClockStore clocks, CancellationToken cancellation)
    {
        RefusedException.ThrowIf(Sight.WhyNot(casework.By));
        var clock = await clocks.FindAsync(id, cancellation) ?? throw new NotFoundException("clock");
        try
        {
            await casework.OpenAsync(clock.SubjectId, DocumentParts.None, cancellation);
        }
        catch (NotFoundException)
        {
            // The answer names what was asked for, and not the document behind it.
            throw new NotFoundException("clock");
        }

        return clock;
    }
}
