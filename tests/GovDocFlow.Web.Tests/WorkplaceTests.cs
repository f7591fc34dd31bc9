using System.Text.Json;

namespace GovDocFlow.Web.Tests;

internal sealed class WorkplaceTests
{
    [TestCase("/api/v1/figures?from=2026-01-01&to=2026-12-31", "supervisor")]
    [TestCase("/api/v1/figures/proactive/documents?from=2026-01-01&to=2026-12-31&counted=true", "supervisor")]
    [TestCase("/api/v1/calendar/months/2026/10", "clerk")]
    [TestCase("/api/v1/routes", "admin")]
    [TestCase("/api/v1/people?on=2026-10-01", "admin")]
    [TestCase("/api/v1/sign-ins?succeeded=true", "admin")]
    [TestCase("/api/v1/trail?verb=seedOffice", "supervisor")]
    [TestCase("/api/v1/phrases?verb=return", "reviewer")]
    public async Task Each_view_answers_whom_it_is_for(string path, string userName)
    {
        using var client = await TheHost.As(userName);

        var answer = await client.GetAsync(path);

        Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
        Assert.That((await answer.JsonAsync()).EnumerateObject(), Is.Not.Empty);
    }

    [TestCase("/api/v1/figures?from=2026-01-01&to=2026-12-31", "admin", "NO_DOCUMENTS")]
    [TestCase("/api/v1/people", "clerk", "NOT_AN_ADMIN")]
    [TestCase("/api/v1/sign-ins", "supervisor", "NOT_AN_ADMIN")]
    [TestCase("/api/v1/trail", "admin", "NOT_A_SUPERVISOR")]
    public async Task A_view_of_another_role_is_refused(string path, string userName, string code)
    {
        using var client = await TheHost.As(userName);

        await (await client.GetAsync(path)).ProblemAsync(403, code);
    }

    [Test]
    public async Task A_calendar_program_reads_the_feed_without_signing_in()
    {
        using var publisher = await TheHost.As("publisher");
        using var program = TheHost.Anybody();
        var path = (await (await publisher.PostTextAsync("/api/v1/calendar/feed", "{}")).JsonAsync())
            .GetProperty("path").GetString()!;

        var feed = await program.GetAsync(path);
        var guessed = await program.GetAsync($"/calendar/{new string('A', 43)}.ics");

        Assert.That((int)feed.StatusCode, Is.EqualTo(200));
        Assert.That(feed.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/calendar; charset=utf-8"));
        Assert.That(await feed.Content.ReadAsStringAsync(), Does.StartWith("BEGIN:VCALENDAR\r\n"));
        Assert.That((int)guessed.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task A_route_is_drawn_in_the_language_of_the_request()
    {
        using var drafter = await TheHost.As("drafter.keji");
        var id = (await (await drafter.PostTextAsync("/api/v1/documents", ADraft.Any().ToJsonString())).JsonAsync()).GetProperty("id").GetGuid();
        drafter.DefaultRequestHeaders.Add("Accept-Language", "en");

        var picture = await drafter.GetAsync($"/api/v1/documents/{id}/route.svg");

        Assert.That(picture.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/svg+xml"));
        Assert.That(await picture.Content.ReadAsStringAsync(), Does.StartWith("<svg ").And.Contain("Steps: "));
    }

    [Test]
    public async Task A_phrase_is_kept_changed_and_removed()
    {
        using var signer = await TheHost.As("signer");
        var id = (await (await signer.PostTextAsync("/api/v1/phrases", """{"words":"阅。"}""")).JsonAsync()).GetProperty("id").GetGuid();

        var changed = await signer.SendTextAsync(HttpMethod.Put, $"/api/v1/phrases/{id}", """{"words":"已阅。","verb":"approve"}""");
        var removed = await signer.DeleteAsync($"/api/v1/phrases/{id}");
        var left = (await (await signer.GetAsync("/api/v1/phrases")).JsonAsync()).GetProperty("items");

        Assert.That((await changed.JsonAsync()).GetProperty("verb").GetString(), Is.EqualTo("approve"));
        Assert.That((int)removed.StatusCode, Is.EqualTo(204));
        Assert.That(left.EnumerateArray().Select(phrase => phrase.GetProperty("id").ValueKind), Is.All.EqualTo(JsonValueKind.Null));
    }
}
