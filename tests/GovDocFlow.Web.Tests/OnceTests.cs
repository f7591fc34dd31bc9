namespace GovDocFlow.Web.Tests;

internal sealed class OnceTests
{
    private const string Documents = "/api/v1/documents";
    private const string Header = "Idempotency-Key";

    private readonly string _key = $"key-{Guid.NewGuid()}";

    [Test]
    public async Task The_same_act_under_the_same_key_is_done_once()
    {
        var drafter = await TheHost.As("drafter.keji");
        var draft = ADraft.Any().ToJsonString();

        var first = await (await drafter.PostTextAsync(Documents, draft, (Header, _key))).JsonAsync();
        var second = await (await drafter.PostTextAsync(Documents, draft, (Header, _key))).JsonAsync();

        Assert.That(second.ToString(), Is.EqualTo(first.ToString()));
    }

    [Test]
    public async Task Without_a_key_it_is_done_as_often_as_it_is_asked_for()
    {
        var first = await ADraft.KeptAsync();
        var second = await ADraft.KeptAsync();

        Assert.That(second.Path(), Is.Not.EqualTo(first.Path()));
    }

    [Test]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var drafter = await TheHost.As("drafter.keji");
        await drafter.PostTextAsync(Documents, ADraft.Any("甲通知").ToJsonString(), (Header, _key));

        var answer = await drafter.PostTextAsync(Documents, ADraft.Any("乙通知").ToJsonString(), (Header, _key));

        await answer.ProblemAsync(422, "KEY_REUSED");
    }

    [Test]
    public async Task A_key_counts_for_each_user_apart()
    {
        var draft = ADraft.Any().ToJsonString();
        var first = await (await (await TheHost.As("drafter.keji")).PostTextAsync(Documents, draft, (Header, _key))).JsonAsync();

        var second = await (await (await TheHost.As("drafter.gongan")).PostTextAsync(Documents, draft, (Header, _key))).JsonAsync();

        Assert.That(second.Path(), Is.Not.EqualTo(first.Path()));
    }

    [Test]
    public async Task A_refusal_is_not_remembered()
    {
        var drafter = await TheHost.As("drafter.keji");
        await drafter.PostTextAsync(Documents, ADraft.Any(" ").ToJsonString(), (Header, _key));

        var answer = await drafter.PostTextAsync(Documents, ADraft.Any().ToJsonString(), (Header, _key));

        Assert.That((int)answer.StatusCode, Is.EqualTo(201));
    }

    [Test]
    public async Task Of_two_at_once_under_one_key_one_is_done_and_both_are_answered()
    {
        var drafter = await TheHost.As("drafter.keji");
        var draft = ADraft.Any().ToJsonString();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => drafter.PostTextAsync(Documents, draft, (Header, _key))));

        var paths = new HashSet<string>();
        foreach (var answer in answers)
        {
            paths.Add((await answer.JsonAsync()).Path());
        }

        Assert.That(paths, Has.Count.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("with blank")]
    [TestCase(256)]
    public async Task A_key_has_1_to_255_visible_characters(object key)
    {
        var drafter = await TheHost.As("drafter.keji");
        var text = key is int length ? new string('k', length) : (string)key;

        var answer = await drafter.PostTextAsync(Documents, ADraft.Any().ToJsonString(), (Header, text));

        await answer.ProblemAsync(400, "WRONG_VALUE");
    }
}
