using System.Net.Http.Headers;

namespace GovDocFlow.Web.Tests;

internal sealed class SightTests
{
    [TestCase(null)]
    [TestCase("Bearer nobody")]
    [TestCase("Basic YTpi")]
    public async Task Without_a_valid_sign_in_nothing_is_shown(string? authorization)
    {
        using var anybody = TheHost.Anybody();
        if (authorization is not null)
        {
            anybody.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        var answer = await anybody.GetAsync("/api/v1/documents");

        await answer.ProblemAsync(401, "SIGN_IN");
    }

    [Test]
    public async Task A_wrong_password_is_no_way_in()
    {
        using var anybody = TheHost.Anybody();

        var answer = await anybody.PostTextAsync("/api/v1/session", """{"userName":"clerk","password":"wrong-password"}""");

        await answer.ProblemAsync(401, "SIGN_IN_FAILED");
    }

    [Test]
    public async Task A_sign_in_that_was_ended_counts_no_more()
    {
        using var client = TheHost.Anybody();
        var session = await (await client.PostTextAsync(
            "/api/v1/session", """{"userName":"leader","password":"govdocflow-demo"}""")).JsonAsync();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", session.GetProperty("token").GetString());

        var ended = await client.DeleteAsync("/api/v1/session");

        Assert.That((int)ended.StatusCode, Is.EqualTo(204));
        await (await client.GetAsync("/api/v1/tasks")).ProblemAsync(401, "SIGN_IN");
    }

    [Test]
    public async Task A_cookie_opens_no_path_of_the_interface()
    {
        using var client = TheHost.Anybody();
        var session = await (await client.PostTextAsync(
            "/api/v1/session", """{"userName":"leader","password":"govdocflow-demo"}""")).JsonAsync();
        client.DefaultRequestHeaders.Add("Cookie", $"govdocflow={session.GetProperty("token").GetString()}");

        var answer = await client.GetAsync("/api/v1/tasks");

        await answer.ProblemAsync(401, "SIGN_IN");
    }

    [TestCase("/api/v1/documents/01a20593-589b-7e63-a6fa-cad84dd49f48")]
    [TestCase("/api/v1/documents/1")]
    [TestCase("/api/v1/clocks/01a20593-589b-7e63-a6fa-cad84dd49f48")]
    [TestCase("/api/v1/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.GetAsync(path);

        await answer.ProblemAsync(404, "NOT_FOUND");
    }

    [TestCase("drafter.gongan")]
    [TestCase("clerk")]
    public async Task A_draft_is_not_there_for_other_departments_or_the_office(string other)
    {
        var document = await ADraft.KeptAsync();
        var client = await TheHost.As(other);

        var answer = await client.GetAsync(document.Path());

        await answer.ProblemAsync(404, "NOT_FOUND");
    }

    [Test]
    public async Task An_administrator_sees_no_documents()
    {
        var document = await ADraft.KeptAsync();
        var admin = await TheHost.As("admin");

        var answer = await admin.GetAsync(document.Path());

        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task Who_never_drafts_may_not_start_a_draft()
    {
        var clerk = await TheHost.As("clerk");

        var answer = await clerk.PostTextAsync("/api/v1/documents", ADraft.Any().ToJsonString());

        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task Another_verb_than_an_address_takes_is_refused()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.DeleteAsync("/api/v1/documents");

        await answer.ProblemAsync(405, "METHOD_NOT_ALLOWED");
    }

    [Test]
    public async Task What_is_theirs_but_not_now_is_a_conflict()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();

        var answer = await drafter.PostTextAsync(document.Path() + "/recall", "");

        Assert.That((int)answer.StatusCode, Is.EqualTo(409), await answer.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task An_incomplete_draft_comes_back_with_every_defect()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();

        var precheck = await (await drafter.GetAsync(document.Path() + "/precheck")).JsonAsync();
        var answer = await (await drafter.PostTextAsync(document.Path() + "/submit", "{}")).JsonAsync();

        var codes = answer.GetProperty("returnNotice").GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("code").GetString()).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.GetProperty("state").GetString(), Is.EqualTo("returned"));
            Assert.That(codes, Is.SupersetOf(new[] { "R01", "R06", "R07", "R19" }));
            Assert.That(
                precheck.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()),
                Is.EqualTo(codes));
        }
    }

    [Test]
    public async Task A_page_of_a_list_leads_to_the_next()
    {
        var drafter = await TheHost.As("drafter.caizheng");
        for (var count = 0; count < 3; count++)
        {
            await ADraft.KeptAsync(drafter);
        }

        var first = await (await drafter.GetAsync("/api/v1/documents?limit=2")).JsonAsync();
        var next = first.GetProperty("next").GetString()!;
        var second = await (await drafter.GetAsync($"/api/v1/documents?limit=2&cursor={Uri.EscapeDataString(next)}")).JsonAsync();

        var ids = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
            .Select(line => line.GetProperty("id").GetString()).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.GetProperty("items").GetArrayLength(), Is.EqualTo(2));
            Assert.That(ids, Is.Unique);
            Assert.That(second.GetProperty("items").GetArrayLength(), Is.GreaterThanOrEqualTo(1));
        }
    }
}
