using System.Net;
using System.Text.Json;

namespace GovDocFlow.Web.Tests;

internal sealed class HostTests
{
    private static readonly string[] Contract =
    [
        "POST /session", "DELETE /session", "POST /documents", "PUT /documents/{id}", "POST /documents/{id}/files",
        "GET /documents/{id}/files/{fileId}", "GET /documents/{id}/precheck", "POST /documents/{id}/submit",
        "POST /documents/{id}/recall", "POST /documents/{id}/cancel", "POST /documents/{id}/archive", "GET /documents/{id}",
        "GET /documents", "GET /documents/{id}/timeline", "GET /documents/{id}/returns/{n}/notice.docx",
        "GET /documents/{id}/sign-off-sheet.docx", "POST /documents/{id}/issue", "POST /documents/{id}/publications",
        "POST /documents/{id}/publications/{pid}/withdraw", "GET /numbers", "POST /numbers/reservations",
        "POST /numbers/{number}/void", "GET /tasks", "POST /tasks/{id}/decision", "GET /counts", "GET /notices",
        "POST /notices/{id}/read", "GET /supervision", "POST /supervision/{id}/feedback", "POST /supervision/{id}/close",
        "GET /clocks", "GET /clocks/{id}", "GET /clocks/{id}/explanation", "POST /deadlines/preview", "GET /calendar/days",
    ];

    [Test]
    public async Task The_description_names_every_call_of_the_contract()
    {
        using var anybody = TheHost.Anybody();

        var description = await (await anybody.GetAsync("/openapi/v1.json")).JsonAsync();

        var calls = description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(call => $"{call.Name.ToUpperInvariant()} {path.Name.Replace("/api/v1", "", StringComparison.Ordinal)}"));
        Assert.That(Contract, Is.SubsetOf(calls));
    }

    [Test]
    public async Task The_description_says_of_every_call_what_it_does()
    {
        using var anybody = TheHost.Anybody();

        var description = await (await anybody.GetAsync("/openapi/v1.json")).JsonAsync();

        var silent = description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(call => !call.Value.TryGetProperty("summary", out _))
            .Select(call => $"{call.Name} {path.Name}"));
        Assert.That(silent, Is.Empty);
    }

    [Test]
    public async Task The_description_is_complete_in_types_refusals_and_sign_in()
    {
        using var anybody = TheHost.Anybody();

        var description = await (await anybody.GetAsync("/openapi/v1.json")).JsonAsync();

        var create = description.GetProperty("paths").GetProperty("/api/v1/documents").GetProperty("post");
        var schemas = description.GetProperty("components").GetProperty("schemas");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(create.GetProperty("requestBody").ToString(), Does.Contain("#/components/schemas/Draft"));
            Assert.That(create.GetProperty("responses").GetProperty("201").ToString(), Does.Contain("schemas/DocumentView"));
            Assert.That(create.GetProperty("responses").GetProperty("422").ToString(), Does.Contain("application/problem+json"));
            Assert.That(create.GetProperty("parameters").ToString(), Does.Contain("Idempotency-Key"));
            Assert.That(create.GetProperty("security").ToString(), Does.Contain("Bearer"));
            Assert.That(schemas.GetProperty("Sentence").GetProperty("type").GetString(), Is.EqualTo("string"));
            Assert.That(schemas.GetProperty("Urgency").GetProperty("enum").ToString(), Does.Contain("mostUrgent"));
        }
    }

    [Test]
    public async Task A_host_that_can_reach_its_database_is_healthy()
    {
        using var anybody = TheHost.Anybody();

        var answer = await anybody.GetAsync("/health");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'self'"));
            Assert.That(answer.Headers.GetValues("X-Frame-Options").Single(), Is.EqualTo("DENY"));
        }
    }

    [Test]
    public async Task The_clock_can_start_elsewhere_and_runs_on_from_there()
    {
        using var host = new RunningHost(settings: ("Time:StartAt", "2026-02-13T16:20:00+08:00"));
        using var client = host.CreateClient();

        var session = await (await client.PostTextAsync(
            "/api/v1/session", """{"userName":"clerk","password":"govdocflow-demo"}""")).JsonAsync();

        var expires = DateTimeOffset.Parse(
            session.GetProperty("expiresAt").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(expires, Is.GreaterThan(new DateTimeOffset(2026, 2, 14, 4, 20, 0, TimeSpan.FromHours(8)))
            .And.LessThan(new DateTimeOffset(2026, 2, 14, 4, 50, 0, TimeSpan.FromHours(8))));
    }

    [Test]
    public async Task Outside_Development_nobody_is_known_and_the_description_needs_a_sign_in()
    {
        using var host = new RunningHost("Production");
        using var client = host.CreateClient();

        var session = await client.PostTextAsync(
            "/api/v1/session", """{"userName":"clerk","password":"govdocflow-demo"}""");
        var description = await client.GetAsync("/openapi/v1.json");

        await session.ProblemAsync(401, "SIGN_IN_FAILED");
        await description.ProblemAsync(401, "SIGN_IN");
    }

    [Test]
    public async Task Outside_Development_passwords_are_not_tried_without_end()
    {
        using var host = new RunningHost("Production");
        using var client = host.CreateClient();
        const string Guess = """{"userName":"admin","password":"guess-guess"}""";
        for (var guess = 0; guess < 10; guess++)
        {
            await (await client.PostTextAsync("/api/v1/session", Guess)).ProblemAsync(401, "SIGN_IN_FAILED");
        }

        var answer = await client.PostTextAsync("/api/v1/session", Guess);

        await answer.ProblemAsync(429, "TOO_MANY_REQUESTS");
        Assert.That(answer.Headers.RetryAfter, Is.Not.Null);
    }

    [Test]
    public async Task Who_asks_for_too_much_is_told_to_wait()
    {
        using var host = new RunningHost(settings: [("Limits:RequestsPerSecond", "10"), ("Limits:Burst", "5")]);
        using var client = host.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.GetAsync("/api/v1/tasks")));

        var refused = answers.First(answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
        await refused.ProblemAsync(429, "TOO_MANY_REQUESTS");
    }

    [Test]
    public async Task Deadlines_are_previewed_and_explained()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync("/api/v1/deadlines/preview", """
            {"items":[{"start":"2026-02-13","amount":3,"unit":"workingDays"}]}
            """);

        var due = (await answer.JsonAsync()).GetProperty("items")[0];
        Assert.That(due.GetProperty("dueAt").GetString(), Is.EqualTo("2026-02-25T23:59:59+08:00"));
    }

    [Test]
    public async Task Every_read_of_the_desk_answers()
    {
        var reviewer = await TheHost.As("reviewer");
        string[] paths =
        [
            "tasks", "counts", "notices", "supervision?open=true", "clocks?status=running&certainty=firm", "numbers?year=2026",
            "rules", "calendar/days?from=2026-02-01&to=2026-02-28", "documents?dueStatus=overdue&q=通知",
        ];

        foreach (var path in paths)
        {
            var answer = await reviewer.GetAsync("/api/v1/" + path);

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
            Assert.That((await answer.JsonAsync()).ValueKind, Is.EqualTo(JsonValueKind.Object), path);
        }
    }
}
