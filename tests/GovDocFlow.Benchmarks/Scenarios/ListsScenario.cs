using Dapper;
using GovDocFlow.Benchmarks.Measuring;
using GovDocFlow.Benchmarks.Trial;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;
using GovDocFlow.UseCases.Trails;
using Microsoft.Data.Sqlite;

namespace GovDocFlow.Benchmarks.Scenarios;

/// <summary>What officers look at all day, in an office that has been at work for years.</summary>
internal static class ListsScenario
{
    private const string Name = "lists";
    private const int Documents = 100_000;
    private const int Looks = 60;
    private const int WarmUps = 5;

    private static readonly DateTimeOffset Autumn = At(10, 12, 9);
    private static readonly DateTimeOffset LastWeek = At(12, 9, 15);
    private static readonly DateTimeOffset Today = At(12, 14, 9);

    public static async Task RunAsync(Report report, CancellationToken cancellation)
    {
        await using var office = await TrialOffice.OpenAsync(cancellation);
        await FillAsync(office, cancellation);
        await using var connection = await office.ConnectAsync(cancellation);
        var lines = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM TrailEntry");
        report.Say($"lists: {Documents} documents and {lines} trail lines are there");
        office.Clock.SetTo(Today.AddHours(1));
        foreach (var (metric, userName, query) in Lists())
        {
            await MeasureAsync(report, metric, PageAsync, _ => office.SendAsync(query, userName, cancellation));
        }

        foreach (var (metric, query) in Trails())
        {
            await MeasureAsync(report, $"trail, {metric}", TrailPageAsync, _ => office.SendAsync(query, "supervisor", cancellation));
        }

        foreach (var userName in new[] { "officeReviewer", "head.keji", "signer" })
        {
            await MeasureAsync(
                report, $"tasks, {userName}", PageAsync, _ => office.SendAsync(new ReadTasks.Query(), userName, cancellation));
        }

        foreach (var userName in new[] { "drafter.keji", "officeReviewer", "publisher", "supervisor" })
        {
            await MeasureAsync(
                report, $"counts, {userName}", PageAsync, _ => office.SendAsync(new ReadCounts.Query(), userName, cancellation));
        }

        foreach (var userName in new[] { "drafter.keji", "officeReviewer", "supervisor" })
        {
            var ids = await SeenAsync(connection, userName);
            await MeasureAsync(
                report,
                $"a document, {userName}",
                look => connection.QuerySingleAsync<DocumentRow>("SELECT * FROM Document WHERE Id = @id", new { id = ids[look] }),
                look => office.SendAsync(new ReadDocument.Query(Guid.Parse(ids[look])), userName, cancellation));
        }

        Task TrailPageAsync(int look) => connection.QueryAsync<TrailRow>(
            """
            SELECT Subject, Line, At, Actor, ActorName, OnBehalfOf, Verb, Detail, SubjectVersion, PreviousHash, Hash
            FROM   TrailEntry
            ORDER BY Seq DESC
            LIMIT 51
            """);

        Task PageAsync(int look) => connection.QueryAsync<DocumentRow>(
            """
            SELECT d.Seq, d.Id, d.Title, d.Kind, d.State, d.Attribute, d.Normative, d.Department, d.Number, d.CreatedAt,
                   d.FormedOn, d.IssuedAt, d.DueSoonAt, d.OverdueAt, d.IsProvisional, d.Version
            FROM   Document d
            ORDER BY d.Seq DESC
            LIMIT 51
            """);
    }

    private static (string Metric, ReadTrail.Query Query)[] Trails() =>
    [
        ("newest", new()),
        ("of a person", new(Actor: "officeReviewer")),
        ("issued", new(Verb: "issue")),
        ("of a person, a kind that is rare", new(Actor: "publisher", Verb: "approve")),
        ("a word that is not there", new(Words: "人工智能")),
        ("since autumn", new(From: new(2026, 10, 1))),
        ("until yesterday", new(To: new(2026, 12, 13))),
        ("a week", new(From: new(2026, 12, 7), To: new(2026, 12, 13))),
    ];

    private static (string Metric, string UserName, ReadDocuments.Query Query)[] Lists() =>
    [
        ("newest, drafter.keji", "drafter.keji", new()),
        ("newest, officeReviewer", "officeReviewer", new()),
        ("newest, supervisor", "supervisor", new()),
        ("started by me", "drafter.keji", new(StartedByMe: true)),
        ("under review", "officeReviewer", new(State: DocumentState.UnderReview)),
        ("issued", "publisher", new(State: DocumentState.Issued)),
        ("drafts, drafter.keji", "drafter.keji", new(State: DocumentState.Draft)),
        ("of a department", "officeReviewer", new(Department: "fagai")),
        ("proactive and normative", "supervisor", new(Attribute: Disclosure.Proactive, Normative: true)),
        ("a kind that is not there", "supervisor", new(Kind: DocumentKind.Decision)),
        ("overdue", "supervisor", new(DueStatus: DueStatus.Overdue)),
        ("due soon", "publisher", new(DueStatus: DueStatus.DueSoon)),
        ("provisional", "publisher", new(DueStatus: DueStatus.Provisional)),
        ("a common word", "officeReviewer", new(Q: "老旧小区")),
        ("a rare word", "officeReviewer", new(Q: "第4321件")),
        ("a word of a number", "supervisor", new(Q: "巴府规〔2026〕")),
        ("a word that is not there", "supervisor", new(Q: "人工智能")),
        ("of every word a rare one, in a department", "supervisor", new(Q: "第4321件 改造", Department: "fagai")),
        ("by issue", "supervisor", new(Order: new(DocumentOrderBy.IssuedAt, Descending: true))),
        ("by number, drafter.keji", "drafter.keji", new(Order: new(DocumentOrderBy.Number, Descending: false))),
        ("by due day", "publisher", new(Order: new(DocumentOrderBy.LatestDueOn, Descending: false))),
        ("by issue, a kind that is not there", "officeReviewer", new(Kind: DocumentKind.Decision, Order: new(DocumentOrderBy.IssuedAt, Descending: true))),
        ("by issue, a word that is not there", "officeReviewer", new(Q: "人工智能", Order: new(DocumentOrderBy.IssuedAt, Descending: true))),
        ("a state and a kind that is not there", "officeReviewer", new(State: DocumentState.Published, Kind: DocumentKind.Decision)),
        ("an old week", "supervisor", new(From: new(2025, 3, 3), To: new(2025, 3, 9))),
    ];

    private static async Task MeasureAsync(Report report, string metric, Func<int, Task> bare, Func<int, Task> look)
    {
        var (product, floor) = (new Samples(), new Samples());
        for (var count = -WarmUps; count < Looks; count++)
        {
            await (count < 0 ? new Samples() : floor).TakeAsync(() => bare(Math.Abs(count)));
            await (count < 0 ? new Samples() : product).TakeAsync(() => look(Math.Abs(count)));
        }

        report.Add(Measurement.Of(Name, metric, "ms", product, floor));
    }

    private static async Task<List<string>> SeenAsync(SqliteConnection connection, string userName) =>
        (await connection.QueryAsync<string>(
            "SELECT Id FROM Document WHERE SubmittedAt IS NOT NULL AND Department = 'keji' AND Seq % 97 = @rest LIMIT @Looks",
            new { rest = userName.Length % 97, Looks })).AsList();

    /// <summary>Of a hundred documents: 70 public, 10 issued, 5 signed off, 10 under review, 5 drafts; from five departments.</summary>
    private static async Task FillAsync(TrialOffice office, CancellationToken cancellation)
    {
        var sample = new SampleCases(office);
        var templates = new List<Guid>();
        foreach (var department in new[] { "keji", "gongan", "zhujian", "caizheng", "fagai" })
        {
            await AddAsync(14, Autumn, async () => (await sample.ToPublishedAsync(department, cancellation)).Id);
            await AddAsync(1, LastWeek, async () => (await sample.ToIssuedAsync(department, cancellation)).Id);
            await AddAsync(1, Today, async () => (await sample.ToIssuedAsync(department, cancellation)).Id);
            await AddAsync(1, Today, async () => (await sample.ToSignedOffAsync(department, cancellation)).Id);
            await AddAsync(1, Today, async () => (await sample.SubmitAsync(department, cancellation)).Id);
            await AddAsync(1, Today, async () => (await sample.ToOfficeReviewAsync(department, cancellation)).Id);
            await AddAsync(1, Today, () => sample.DraftAsync(department, cancellation));
        }

        // One of two thousand is late, as it should be rare.
        var late = new List<Guid>();
        await AddAsync(1, Autumn, async () => (await sample.ToIssuedAsync("keji", cancellation)).Id);
        late.Add(templates[^1]);
        templates.RemoveAt(templates.Count - 1);
        List<Guid> turns = [.. Enumerable.Repeat(templates, 20).SelectMany(all => all), .. late];
        await Multiplied.RunAsync(office, turns, Documents, Multiplied.AllParts, cancellation);

        async Task AddAsync(int times, DateTimeOffset at, Func<Task<Guid>> make)
        {
            office.Clock.SetTo(at);
            templates.AddRange(Enumerable.Repeat(await make(), times));
        }
    }

    private static DateTimeOffset At(int month, int day, int hour) => new(2026, month, day, hour, 0, 0, TimeSpan.FromHours(8));
}
