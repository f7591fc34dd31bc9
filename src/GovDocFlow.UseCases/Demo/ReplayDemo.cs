using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Papers;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Trails;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovDocFlow.UseCases.Demo;

/// <summary>Plays the sample cases through the use cases, each act by its officer and at its instant, up to now.</summary>
public static class ReplayDemo
{
    /// <summary>Asks for it. A database that holds the sample cases already is left as it is.</summary>
    /// <exception cref="RefusedException">
    /// People of the demo office are missing (NO_DEMO_OFFICE), or an earlier replay was cut off (DEMO_CUT_OFF).
    /// </exception>
    /// <param name="Progress">Told of each case how it ended; null for nobody.</param>
    public sealed record Command(IProgress<string>? Progress = null) : IRequest<Answer>;

    /// <summary>What became of the cases.</summary>
    /// <param name="Loaded">False where they were there before and nothing was done.</param>
    public sealed record Answer(bool Loaded, IReadOnlyList<ReplayedCase> Cases);

    /// <summary>A sample case and where it stands.</summary>
    /// <param name="Title">Empty where nothing of it was kept.</param>
    /// <param name="State">Null where nothing of it was kept.</param>
    /// <param name="Number">发文字号; null before issue.</param>
    /// <param name="DueOn">The last day, inclusive, on which it is or was to be public; null where no clock says so.</param>
    /// <param name="Refusal">The code by which it was refused; null where it was taken.</param>
    public sealed record ReplayedCase(
        int Case, string Title, DocumentState? State, string? Number, DateOnly? DueOn, string? Refusal = null);

    private const string Played = "replayDemo";

    internal sealed class Handler(
        Session session,
        ClockStore clocks,
        OfficeTrail trail,
        Staff staff,
        Settings settings,
        Database database,
        Procedures procedures,
        PdfText pdf,
        TimeProvider clock)
        : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            var cases = DemoFiles.Cases();
            var people = await staff.ActiveAsync(cancellationToken);
            RefusedException.ThrowIf(WhyNot(people));

            var replayClock = new ReplayClock(DateTimeOffset.MinValue);
            await using var desks = new ServiceCollection()
                .AddSingleton(settings)
                .AddSingleton(database)
                .AddSingleton(procedures)
                .AddSingleton(pdf)
                .AddSingleton<TimeProvider>(replayClock)
                .AddDesks()
                .BuildServiceProvider();
            var replay = new Replay(
                desks.GetRequiredService<Office>(), clocks, replayClock, procedures, people, clock.GetUtcNow(), command.Progress);

            var known = await KnownAsync(cases, cancellationToken);
            if (known.Count > 0)
            {
                RefusedException.ThrowIf(await IsWholeAsync(cancellationToken) ? null : CutOff);
                return new Answer(false, await replay.RereadAsync(known, cancellationToken));
            }

            var played = await replay.RunAsync(cases, DemoFiles.Classified(), cancellationToken);
            await trail.AppendByCommandLineAsync(new Act(Played, new { cases = played.Count }), cancellationToken);
            return new Answer(true, played);
        }

        private async Task<bool> IsWholeAsync(CancellationToken cancellation) => await session.ScalarAsync<int>(
            "SELECT COUNT(*) FROM TrailEntry WHERE Subject = @subject AND Verb = @verb",
            new { subject = OfficeTrail.Subject, verb = Played },
            cancellation) > 0;

        private async Task<IReadOnlyList<(DemoCase Case, Guid Id)>> KnownAsync(
            IReadOnlyList<DemoCase> cases, CancellationToken cancellation)
        {
            var known = new List<(DemoCase, Guid)>();
            foreach (var one in cases)
            {
                var id = await session.FindAsync<Guid?>(
                    "SELECT Id FROM Document WHERE Department = @Department AND Title = @Title ORDER BY Seq",
                    new { one.Department, one.Draft.Title },
                    cancellation);
                if (id is { } there)
                {
                    known.Add((one, there));
                }
            }

            return known;
        }

        private static readonly Refusal CutOff = Refusal.NotNow(
            "DEMO_CUT_OFF",
            "示例文件上次载入时中断，只办理了一部分，不能续办；请换一个空库（SQLite 可删除库文件）后重新运行 demo。",
            "An earlier load of the sample cases was cut off and cannot go on; run demo again on an empty database (with SQLite, delete its file).");

        private static Refusal? WhyNot(IReadOnlyList<Officer> people)
        {
            var missing = DemoFiles.Office().Users
                .Where(user => !people.Any(officer => officer.UserName.Equals(user.UserName, StringComparison.OrdinalIgnoreCase)))
                .Select(user => user.UserName)
                .ToList();
            return missing.Count == 0 ? null : Refusal.NotNow(
                "NO_DEMO_OFFICE",
                $"本库没有演示机构的人员（{string.Join('、', missing)}）；示例文件只能装入由演示机构初始化的空库。",
                $"This database lacks people of the demo office ({string.Join(", ", missing)}); the sample cases need a database that it was seeded into.");
        }
    }
}
