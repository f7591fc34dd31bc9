using System.Net;

namespace GovDocFlow.Web.Tests;

internal sealed class ConditionTests
{
    [Test]
    public async Task A_change_names_the_version_that_was_seen()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();

        var answer = await drafter.SendTextAsync(HttpMethod.Put, document.Path(), ADraft.Any().ToJsonString());

        await answer.ProblemAsync(428, "IF_MATCH_REQUIRED");
    }

    [Test]
    public async Task A_change_of_what_was_seen_is_kept_and_gives_the_next_version()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();

        var answer = await drafter.SendTextAsync(
            HttpMethod.Put, document.Path(), ADraft.Any("关于改期的通知").ToJsonString(), ("If-Match", "\"1\""));

        var changed = await answer.JsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed.GetProperty("title").GetString(), Is.EqualTo("关于改期的通知"));
            Assert.That(answer.Headers.ETag?.Tag, Is.EqualTo("\"2\""));
        }
    }

    [Test]
    public async Task A_change_of_what_was_changed_meanwhile_is_stale()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        await drafter.SendTextAsync(HttpMethod.Put, document.Path(), ADraft.Any().ToJsonString(), ("If-Match", "\"1\""));

        var answer = await drafter.SendTextAsync(
            HttpMethod.Put, document.Path(), ADraft.Any().ToJsonString(), ("If-Match", "\"1\""));

        await answer.ProblemAsync(412, "STALE");
    }

    [TestCase("1")]
    [TestCase("W/\"1\"")]
    [TestCase("\"one\"")]
    [TestCase("\"1\", \"2\"")]
    public async Task A_condition_that_is_no_version_is_malformed(string condition)
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();

        var answer = await drafter.SendTextAsync(
            HttpMethod.Put, document.Path(), ADraft.Any().ToJsonString(), ("If-Match", condition));

        await answer.ProblemAsync(400, "WRONG_VALUE");
    }

    [Test]
    public async Task A_condition_is_honoured_by_acts_too()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();

        var answer = await drafter.PostTextAsync(
            document.Path() + "/cancel", """{"reason":"重复"}""", ("If-Match", "\"7\""));

        await answer.ProblemAsync(412, "STALE");
    }

    [Test]
    public async Task An_act_on_any_version_is_done()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();

        var answer = await drafter.PostTextAsync(document.Path() + "/cancel", """{"reason":"重复"}""", ("If-Match", "*"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
