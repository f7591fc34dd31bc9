using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>Fires every rung that is due, each once and in order, however long the office was down.</summary>
public static class SweepClocks
{
    private const int BatchSize = 200;

    /// <summary>Asks for one sweep.</summary>
    /// <param name="AsOf">Only rungs due by this instant, which is not later than now; null is now.</param>
    public sealed record Command(DateTimeOffset? AsOf = null) : IRequest<Answer>;

    /// <summary>What fired, by moment.</summary>
    public sealed record Answer(IReadOnlyList<Fired> Fired);

    /// <summary>One rung that fired, or would.</summary>
    /// <param name="Notified">The names of those who were told.</param>
    public sealed record Fired(
        Guid ClockId,
        Guid DocumentId,
        string Title,
        string Rule,
        string Rung,
        DateTimeOffset FiresAt,
        IReadOnlyList<string> Notified);

    internal sealed class Handler(
        Session session,
        ClockStore clocks,
        TrailStore trail,
        NoticeStore notices,
        SupervisionStore supervision,
        Escalation escalation,
        Procedures procedures,
        TimeProvider time) : IRequestHandler<Command, Answer>
    {
        private readonly DateTimeOffset _now = time.GetUtcNow();

        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            var asOf = command.AsOf ?? _now;
            RefusedException.ThrowIf(asOf > _now ? LaterThanNow : null);
            var fired = new List<Fired>();
            while (await clocks.DueAsync(asOf, BatchSize, cancellationToken) is { Count: > 0 } due)
            {
                foreach (var clock in due)
                {
                    await FireAsync(clock.Id, clock.SubjectId, asOf, fired, cancellationToken);
                }

                // A batch is a transaction of its own, so that a sweep after long downtime holds no lock for long.
                await session.CommitAsync(cancellationToken);
            }

            return new Answer([.. fired.OrderBy(one => one.FiresAt)]);
        }

        private async Task FireAsync(
            Guid clockId, Guid documentId, DateTimeOffset asOf, List<Fired> fired, CancellationToken cancellation)
        {
            // Read again under the lock: another sweep, or an officer, may have been here first.
            await trail.LockAsync(DocumentStore.Subject(documentId), cancellation);
            var clock = (await clocks.FindAsync(clockId, cancellation))!;
            var rungs = procedures.Clocks.DueRungs(clock, asOf);
            if (rungs.Count == 0)
            {
                return;
            }

            var subject = await escalation.SubjectAsync(documentId, cancellation);
            var lines = new List<TrailDraft>();
            var wasBreached = clock.Status is ClockStatus.Breached;
            foreach (var rung in rungs)
            {
                var told = await escalation.ToldAsync(rung, subject, cancellation);
                IReadOnlyList<string> names = [.. told.Select(officer => officer.Name)];
                await clocks.ClaimAsync(clock.Id, rung, _now, Json.Write(names), cancellation);
                foreach (var officer in told)
                {
                    await notices.AddAsync(
                        officer.Id, "clock", documentId, Escalation.Words(rung, clock, subject), _now, cancellation);
                }

                lines.Add(TrailLines.BySystem(
                    Escalation.Verb(rung),
                    new { clock = clock.Id, clock.Rule, rung = rung.Code, rung.FiresAt, notified = names },
                    _now,
                    subject.Version));
                if (rung.OpensSupervision)
                {
                    await supervision.OpenAsync(
                        Guid.CreateVersion7(_now), documentId, clock.Id, clock.Rule, _now, cancellation);
                    lines.Add(TrailLines.BySystem("supervision", new { clock = clock.Id, clock.Rule }, _now, subject.Version));
                }

                clock = procedures.Clocks.After(clock, rung);
                fired.Add(new Fired(clock.Id, documentId, subject.Title, clock.Rule, rung.Code, rung.FiresAt, names));
            }

            await (clock.Status is ClockStatus.Breached && !wasBreached
                ? clocks.ChangeAsync(clock, _now, "breached", cancellation)
                : clocks.MoveAsync(clock, cancellation));
            await trail.AppendAsync(DocumentStore.Subject(documentId), lines, cancellation);
        }

        private static readonly Refusal LaterThanNow = Refusal.Content(
            "LATER_THAN_NOW",
            "不能按将来的时刻升级；要看将来会提醒谁，请用 rehearse。",
            "Nothing is escalated for a later instant; use rehearse to see what would fire.");
    }
}
