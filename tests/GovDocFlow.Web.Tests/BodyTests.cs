using System.Net;
using System.Text.Json.Nodes;

namespace GovDocFlow.Web.Tests;

internal sealed class BodyTests
{
    private const string Documents = "/api/v1/documents";

    [Test]
    public async Task A_kept_draft_is_answered_in_full_with_its_version_and_address()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync(Documents, ADraft.Any().ToJsonString());

        var document = await answer.JsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(answer.Headers.ETag?.Tag, Is.EqualTo("\"1\""));
            Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo(document.Path()));
            Assert.That(document.GetProperty("state").GetString(), Is.EqualTo("draft"));
            Assert.That(document.GetProperty("number").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
            Assert.That(document.GetProperty("createdAt").GetString(), Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$"));
        }
    }

    [Test]
    public async Task All_that_is_wrong_with_a_body_is_told_at_once()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync(Documents, """
            {"title":5,"kind":"memo","issuerLevel":null,"normative":"yes","bogus":1,"policy":false,"secrecy":"none",
             "effectiveOn":"2026-02-30","attribute":{"ground":"G1","withheld":[{"passage":"甲"},{"reason":"乙"}]},"copies":"3"}
            """);

        var problem = await answer.ProblemAsync(400, "MALFORMED");
        Assert.That(problem.Defects(), Is.EquivalentTo(new[]
        {
            "WRONG_VALUE title", "WRONG_VALUE kind", "REQUIRED issuerLevel", "WRONG_VALUE normative", "UNKNOWN_FIELD bogus",
            "WRONG_VALUE effectiveOn", "REQUIRED attribute.value", "UNKNOWN_FIELD attribute.withheld[1].reason",
            "REQUIRED attribute.withheld[1].passage", "WRONG_VALUE copies", "REQUIRED issuingOrgan",
        }));
    }

    [Test]
    public async Task A_wrong_value_is_answered_with_the_values_that_there_are()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync(Documents, ADraft.Any().With("urgency", "soon").ToJsonString());

        var problem = await answer.ProblemAsync(400, "WRONG_VALUE");
        Assert.That(problem.GetProperty("title").GetString(), Does.Contain("routine、urgent、mostUrgent"));
    }

    [TestCase("{", TestName = "A_body_that_breaks_off_is_malformed")]
    [TestCase("{} trailing", TestName = "A_body_with_something_after_it_is_malformed")]
    [TestCase("", TestName = "A_body_that_is_missing_is_malformed")]
    [TestCase("{\"title\":\"甲\",}", TestName = "A_body_with_a_trailing_comma_is_malformed")]
    [TestCase("{\"title\":\"\\ud800\"}", TestName = "A_body_with_half_a_character_is_malformed")]
    public async Task Malformed(string text)
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync(Documents, text);

        await answer.ProblemAsync(400, "MALFORMED_JSON");
    }

    [Test]
    public async Task A_field_that_is_there_twice_is_named()
    {
        var drafter = await TheHost.As("drafter.keji");
        var draft = ADraft.Any().ToJsonString();

        var answer = await drafter.PostTextAsync(Documents, $$"""{"title":"甲",{{draft[1..]}}""");

        var problem = await answer.ProblemAsync(400, "MALFORMED_JSON");
        Assert.That(problem.Defects(), Is.EqualTo(new[] { "MALFORMED_JSON title" }));
    }

    [Test]
    public async Task A_body_nested_without_end_is_refused_without_being_read()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync(Documents, new string('[', 100_000));

        await answer.ProblemAsync(400, "MALFORMED_JSON");
    }

    [Test]
    public async Task A_body_of_another_type_is_refused()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostAsync(Documents, new StringContent("title=1"));

        await answer.ProblemAsync(415, "CONTENT_TYPE");
    }

    [Test]
    public async Task A_body_of_more_than_a_megabyte_is_refused()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync(Documents, ADraft.Any(new string('长', 400_000)).ToJsonString());

        await answer.ProblemAsync(413, "BODY_TOO_LARGE");
    }

    [Test]
    public async Task What_may_be_missing_may_be_null()
    {
        var drafter = await TheHost.As("drafter.keji");
        var draft = ADraft.Any().With("urgency", null).With("majorDecision", null).With("jointIssuers", null)
            .With("forwards", null).With("attribute", null).With("copies", null).With("effectiveOn", null);

        var answer = await drafter.PostTextAsync(Documents, draft.ToJsonString());

        var document = await answer.JsonAsync();
        Assert.That(document.GetProperty("urgency").GetString(), Is.EqualTo("routine"), document.ToString());
    }

    [Test]
    public async Task Recipients_may_be_a_list()
    {
        var drafter = await TheHost.As("drafter.keji");
        var draft = ADraft.Any().With("mainRecipients", new JsonArray("各县（区）人民政府", "市级各部门"));

        var answer = await drafter.PostTextAsync(Documents, draft.ToJsonString());

        var document = await answer.JsonAsync();
        Assert.That(document.GetProperty("mainRecipients").GetString(), Is.EqualTo("各县（区）人民政府、市级各部门"));
    }

    [TestCase("\"onRequest\"")]
    [TestCase("{\"value\":\"onRequest\"}")]
    public async Task The_attribute_of_an_original_is_a_name_or_an_attribute(string attribute)
    {
        var drafter = await TheHost.As("drafter.keji");
        var draft = ADraft.Any().With(
            "forwards", new JsonObject { ["title"] = "原文", ["attribute"] = JsonNode.Parse(attribute) });

        var answer = await drafter.PostTextAsync(Documents, draft.ToJsonString());

        var document = await answer.JsonAsync();
        Assert.That(document.GetProperty("forwards").GetProperty("attribute").GetString(), Is.EqualTo("onRequest"));
    }

    [Test]
    public async Task An_instant_without_its_offset_is_refused()
    {
        var clerk = await TheHost.As("clerk");
        var document = await ADraft.KeptAsync();

        var answer = await clerk.PostTextAsync(
            document.Path() + "/issue", """{"series":"巴府发","issuedAt":"2026-02-13T16:20:00"}""");

        var problem = await answer.ProblemAsync(400, "WRONG_VALUE");
        Assert.That(problem.Defects(), Is.EqualTo(new[] { "WRONG_VALUE issuedAt" }));
    }

    [Test]
    public async Task Limits_of_fields_are_told_all_at_once_with_their_outside_names()
    {
        var drafter = await TheHost.As("drafter.keji");
        var draft = ADraft.Any(" ").With("copies", -1).With("phone", new string('1', 101))
            .With("attribute", new JsonObject { ["value"] = "exempt", ["explanation"] = new string('理', 2001) });

        var answer = await drafter.PostTextAsync(Documents, draft.ToJsonString());

        var problem = await answer.ProblemAsync(422, "INVALID");
        Assert.That(problem.Defects(), Is.EquivalentTo(new[]
        {
            "REQUIRED title", "WRONG_VALUE copies", "TOO_LONG phone", "TOO_LONG attribute.explanation",
        }));
    }

    [Test]
    public async Task Classified_content_is_refused_whatever_else_is_wrong_with_its_fields()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync(Documents, ADraft.Any("").With("secrecy", "机密").ToJsonString());

        await answer.ProblemAsync(422, "CLASSIFIED_REFUSED");
    }

    [TestCase("zh-CN", "请求")]
    [TestCase("en-GB,en;q=0.9", "malformed")]
    [TestCase("fr", "请求")]
    public async Task Refusals_are_Chinese_unless_English_is_asked_for(string language, string word)
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync(Documents, """{"a":1,"b":2}""", ("Accept-Language", language));

        var problem = await answer.ProblemAsync(400, "MALFORMED");
        Assert.That(problem.GetProperty("title").GetString(), Does.Contain(word));
    }

    [Test]
    public async Task Parameters_of_an_address_are_held_to_the_contract_too()
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.GetAsync(Documents + "?state=lost&from=tomorrow&limit=0&normative=maybe&color=red");

        var problem = await answer.ProblemAsync(400, "MALFORMED");
        Assert.That(problem.Defects(), Is.EquivalentTo(new[]
        {
            "WRONG_VALUE state", "WRONG_VALUE from", "WRONG_VALUE limit", "WRONG_VALUE normative", "UNKNOWN_FIELD color",
        }));
    }
}
