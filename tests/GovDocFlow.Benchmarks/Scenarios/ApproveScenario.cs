using GovDocFlow.Benchmarks.Measuring;
using GovDocFlow.Benchmarks.Trial;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Benchmarks.Scenarios;

/// <summary>The office's reviewer approves one case after the other; every second one is approved by bare statements.</summary>
internal static class ApproveScenario
{
    private const string Name = "approve";
    private const int Pairs = 500;
    private const int WarmUps = 20;

    public static async Task RunAsync(Report report, CancellationToken cancellation)
    {
        await using var office = await TrialOffice.OpenAsync(cancellation);
        var cases = await PrepareAsync(office, report, cancellation);
        await using var connection = await office.ConnectAsync(cancellation);
        var (product, floor) = (new Samples(), new Samples());
        for (var pair = 0; pair < WarmUps + Pairs; pair++)
        {
            var (own, bare) = (cases[2 * pair], cases[(2 * pair) + 1]);
            var before = pair == 0 ? await TrialOffice.RowsAsync(connection) : null;
            await Kept(product, pair).TakeAsync(() => office.SendAsync(
                new DecideTask.Command(own.Waiting[0].Id, null, DecisionVerb.Approve, "同意，请合法性审核。"),
                "officeReviewer",
                cancellation));
            var after = pair == 0 ? await TrialOffice.RowsAsync(connection) : null;
            var rows = (await ApprovalRows.ReadAsync(connection, own)).MovedTo(bare);
            await Kept(floor, pair).TakeAsync(() => rows.WriteAsync(connection, cancellation));
            if (before is not null)
            {
                RowCheck.Same(before, after!, await TrialOffice.RowsAsync(connection));
            }
        }

        report.Add(Measurement.Of(Name, "office review", "ms", product, floor));
        report.Add(Measurement.Of(Name, "office review, floor", "ms", floor, null));
    }

    private static Samples Kept(Samples samples, int pair) => pair < WarmUps ? new Samples() : samples;

    private static async Task<List<DocumentView>> PrepareAsync(
        TrialOffice office, Report report, CancellationToken cancellation)
    {
        var sample = new SampleCases(office);
        var cases = new List<DocumentView>();
        while (cases.Count < 2 * (WarmUps + Pairs))
        {
            cases.Add(await sample.ToOfficeReviewAsync("keji", cancellation));
            if (cases.Count % 100 == 0)
            {
                report.Say($"approve: {cases.Count} cases prepared");
            }
        }

        return cases;
    }
}
