using System.Globalization;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Demo;

/// <summary>Plays all cases side by side: whichever acts next in time is let go on, and the reminders due before fire first.</summary>
internal sealed class Replay(
    Office office,
    ClockStore clocks,
    ReplayClock clock,
    Procedures procedures,
    IReadOnlyList<Officer> people,
    DateTimeOffset now,
    IProgress<string>? progress)
{
    /// <summary>Plays the cases up to now.</summary>
    public async Task<IReadOnlyList<ReplayDemo.ReplayedCase>> RunAsync(
        IReadOnlyList<DemoCase> cases, MisplacedFile misplaced, CancellationToken cancellation)
    {
        var open = new PriorityQueue<CaseScript, (DateTimeOffset, int)>();
        var scripts = new List<CaseScript>();
        foreach (var one in cases)
        {
            var script = new CaseScript(
                one, one.Case == misplaced.UploadedTo ? misplaced : null, this, procedures, now, cancellation);
            scripts.Add(script);
            await ResumeAsync(script, open);
        }

        while (open.TryDequeue(out var script, out var next))
        {
            await MoveToAsync(next.Item1, cancellation);
            await ResumeAsync(script, open);
        }

        await MoveToAsync(now, cancellation);
        var refused = scripts.Single(script => script.Refused is not null).Refused;
        var ends = await ReadAsync([.. scripts.Select(script => (script.Case, script.DocumentId))], cancellation);
        return Told([.. ends.Append(new ReplayDemo.ReplayedCase(misplaced.Case, "", null, null, null, refused))]);
    }

    /// <summary>Where cases that were played before stand now.</summary>
    public async Task<IReadOnlyList<ReplayDemo.ReplayedCase>> RereadAsync(
        IReadOnlyList<(DemoCase Case, Guid Id)> cases, CancellationToken cancellation) =>
        Told(await ReadAsync(cases, cancellation));

    private List<ReplayDemo.ReplayedCase> Told(IReadOnlyList<ReplayDemo.ReplayedCase> ends)
    {
        var ordered = ends.OrderBy(end => end.Case).ToList();
        ordered.ForEach(end => progress?.Report(Line(end)));
        return ordered;
    }

    private async Task<IReadOnlyList<ReplayDemo.ReplayedCase>> ReadAsync(
        IReadOnlyList<(DemoCase Case, Guid Id)> cases, CancellationToken cancellation)
    {
        var ends = new List<ReplayDemo.ReplayedCase>();
        foreach (var (one, id) in cases)
        {
            var view = await SendAsync(new ReadDocument.Query(id), Drafter(one.Department), cancellation);
            ends.Add(new ReplayDemo.ReplayedCase(one.Case, view.Title, view.State, view.Number, DueOn(view)));
        }

        return ends;
    }

    /// <summary>The drafter of a department.</summary>
    public Officer Drafter(string department) => Holder(Role.Drafter, department);

    /// <summary>Somebody who holds a role, of one department or of the office.</summary>
    public Officer Holder(Role role, string? department = null) =>
        people.First(officer => officer.Is(role) && (department is null || officer.Department == department));

    /// <summary>Does one act, at the instant where the replay stands.</summary>
    public Task<T> SendAsync<T>(IRequest<T> request, Officer? by, CancellationToken cancellation) =>
        office.SendAsync(request, by, cancellation);

    private static async Task ResumeAsync(CaseScript script, PriorityQueue<CaseScript, (DateTimeOffset, int)> open)
    {
        if (await script.NextAsync() is { } at)
        {
            open.Enqueue(script, (at, script.Case.Case));
        }
    }

    // Reminders fire at their own moments, as they did in an office that never slept.
    private async Task MoveToAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        while (await clocks.DueAsync(instant, 1, cancellation) is [{ NextFiresAt: { } rung }])
        {
            clock.MoveTo(rung);
            await SendAsync(new SweepClocks.Command(), null, cancellation);
        }

        clock.MoveTo(instant);
    }

    private static DateOnly? DueOn(DocumentView view) => view.Clocks
        .Where(one => one.Rule.StartsWith("publish.", StringComparison.Ordinal) && one.Status is not ClockStatus.Cancelled)
        .Min(one => (DateOnly?)one.DueOn);

    private static string Line(ReplayDemo.ReplayedCase end)
    {
        if (end.State is not { } state)
        {
            return $"{end.Case}. 涉密文件被拒收，未留存任何内容 refused, nothing kept ({end.Refusal})";
        }

        var due = end.DueOn is { } day ? string.Create(CultureInfo.InvariantCulture, $" 应公开日 due {day:yyyy-MM-dd}") : "";
        return $"{end.Case}. {end.Number ?? "未编号"} {end.Title} {OutsideName.Of(state)}{due}";
    }
}
