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

    private const string CommandLine = "commandLine";
    private const string CommandLineName = "命令行";

    /// <summary>Adds a line, in the act's own transaction.</summary>
    public Task AppendAsync(Act act, Officer by, CancellationToken cancellation) =>
        AppendAsync(TrailLines.Of(act, by, clock.GetUtcNow(), 0), cancellation);

    /// <summary>Adds the line of an act that was done at the machine itself, where nobody signs in.</summary>
    public Task AppendByCommandLineAsync(Act act, CancellationToken cancellation) => AppendAsync(
        new TrailDraft(clock.GetUtcNow(), CommandLine, CommandLineName, null, act.Verb, Json.Write(act.Detail), 0),
        cancellation);

    private async Task AppendAsync(TrailDraft line, CancellationToken cancellation)
    {
        if (await trail.LockAsync(Subject, cancellation) is null)
        {
            await trail.OpenAsync(Subject, cancellation);
        }

        await trail.AppendAsync(Subject, [line], cancellation);
    }
}
