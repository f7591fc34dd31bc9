using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;

namespace GovDocFlow.UseCases.Trails;

/// <summary>The trail of what belongs to no document: refusals of classified content, the ledger, people, exports.</summary>
internal sealed class OfficeTrail(TrailStore trail, TimeProvider clock)
{
    /// <summary>The trail's subject of the office itself.</summary>
    public const string Subject = "office";

    /// <summary>Adds a line, in the act's own transaction.</summary>
    public async Task AppendAsync(Act act, Officer by, CancellationToken cancellation)
    {
        if (await trail.LockAsync(Subject, cancellation) is null)
        {
            await trail.OpenAsync(Subject, cancellation);
        }

        await trail.AppendAsync(Subject, [TrailLines.Of(act, by, clock.GetUtcNow(), 0)], cancellation);
    }
}
