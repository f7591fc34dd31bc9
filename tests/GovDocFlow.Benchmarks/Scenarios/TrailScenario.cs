using Dapper;
using GovDocFlow.Benchmarks.Measuring;
using GovDocFlow.Benchmarks.Trial;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Trails;
using Microsoft.Data.Sqlite;

namespace GovDocFlow.Benchmarks.Scenarios;

/// <summary>Checks a trail of 200,000 lines, against reading the same lines bare.</summary>
internal static class TrailScenario
{
    private const string Name = "trail";
    private const int Subjects = 20_000;
    private const int LinesEach = 10;
    private const int SubjectsAtOnce = 1_000;
    private const int Rounds = 5;

    public static async Task RunAsync(Report report, CancellationToken cancellation)
    {
        await using var office = await TrialOffice.OpenAsync(cancellation);
        await WriteAsync(office, cancellation);
        await using var connection = await office.ConnectAsync(cancellation);
        var (product, floor) = (new Samples(), new Samples());
        var lines = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            await floor.TakeAsync(async () => lines = await ReadAsync(connection));
            await product.TakeAsync(async () =>
            {
                var answer = await office.SendAsync(new VerifyTrail.Query(), "supervisor", cancellation);
                if (!answer.IsWhole || answer.Entries != lines)
                {
                    throw new InvalidOperationException($"The trail is not whole: {answer}.");
                }
            });
        }

        report.Add(Measurement.Of(Name, $"verify {lines} lines", "ms", product, floor));
        report.Add(Measurement.Of(
            Name, "verify", "lines/s", lines / product.Mean * 1000, lines / floor.Mean * 1000, Rounds));
    }

    private static async Task WriteAsync(TrialOffice office, CancellationToken cancellation)
    {
        var lines = Enumerable.Range(1, LinesEach)
            .Select(line => new TrailDraft(
                office.Clock.GetUtcNow(),
                office["officeReviewer"].Id.ToString(),
                office["officeReviewer"].Name,
                null,
                "approve",
                """{"step":"officeReview","stepName":"核稿","opinion":"同意，请合法性审核。","task":"0198b1f0-0000-7000-8000-000000000000"}""",
                line))
            .ToList();
        for (var done = 0; done < Subjects; done += SubjectsAtOnce)
        {
            await using var session = new Session(office.Database);
            var trail = new TrailStore(session);
            for (var number = done; number < done + SubjectsAtOnce; number++)
            {
                var subject = $"document:{Guid.CreateVersion7(office.Clock.GetUtcNow())}";
                await trail.OpenAsync(subject, cancellation);
                await trail.AppendAsync(subject, lines, cancellation);
            }

            await session.CommitAsync(cancellation);
        }
    }

    private static async Task<long> ReadAsync(SqliteConnection connection)
    {
        var lines = 0L;
        await foreach (var _ in connection.QueryUnbufferedAsync<TrailRow>(
            """
            SELECT Subject, Line, At, Actor, ActorName, OnBehalfOf, Verb, Detail, SubjectVersion, PreviousHash, Hash
            FROM   TrailEntry
            ORDER BY Subject, Line
            """))
        {
            lines++;
        }

        return lines;
    }
}
