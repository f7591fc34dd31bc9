using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovDocFlow.Web.Tests;

/// <summary>One normative document from its draft to its publication, over the wire and by the contract alone.</summary>
internal sealed class CaseWalkTests
{
    private const string Api = "/api/v1";
    private const string Document = Api + "/documents";
    private const string Url = "https://www.bazhong.example/zcwj/1.html";

    private static readonly string[] Body =
    [
        "巴中市人民政府关于印发《巴中市共享充电桩管理办法》的通知", "各县（区）人民政府，市级各部门：",
        "第一条 为规范共享充电桩的设置和使用，制定本办法。", "第二条 经营者应当在投放前向市住房城乡建设部门备案。",
    ];

    private static readonly string[] Interpretation =
    [
        "《巴中市共享充电桩管理办法》政策解读", "一、背景依据", "近年来充电需求增长很快，群众反映找桩难、收费不透明。",
        "二、目标任务", "到明年底城区每两公里至少有一处可用的桩。", "三、主要内容", "共八条，讲清谁来建、怎么收费、坏了找谁。",
        "四、涉及范围", "城区所有对公众开放的桩，不含单位自用的。", "五、执行口径", "收费以明码标价牌为准，夜间不另加服务费。",
        "六、新旧政策差异", "以前只管电动汽车，现在把电动自行车也包括进来。", "七、注意事项", "发现无人维护的桩可以拨打热线，三天内有人处理。",
        "八、关键词诠释", "共享充电桩：向不特定公众提供充电服务的设备。", "九、惠企利民举措", "新投放的经营者第一年免收占道费用。",
    ];

    private static readonly (string Role, string[] Text)[] Papers =
    [
        ("body", Body), ("interpretationPlan", ["解读方案", "文件公布当日在市政府网站同步发布文字解读。"]),
        ("interpretationMaterial", Interpretation), ("legalityOpinion", ["合法性审核意见", "内容合法，同意提请审议。"]),
        ("consultationReport", ["征求意见情况报告", "公开征求意见三十日，未收到不同意见。"]),
    ];

    private static readonly (string By, string Step)[] Steps =
    [
        ("head.zhujian", "departmentHead"), ("reviewer", "officeReview"), ("legal", "legalityReview"), ("signer", "signOff"), ("clerk", "recheck"),
    ];

    private static readonly string[] Rules = ["publish.formation20wd", "publish.normative3wd", "publish.beforeEffect"];

    private readonly RunningHost _host = new(settings: ("Time:StartAt", "2026-02-13T16:20:00+08:00"));
    private readonly Officers _officers;

    public CaseWalkTests() => _officers = new Officers(_host.CreateClient);

    [TearDown]
    public void Stop() => _host.Dispose();

    [Test]
    public async Task A_normative_document_goes_from_draft_to_publication()
    {
        var path = await DraftAsync();
        await UploadAsync(path, Papers);
        await PrecheckPassesAsync(path);
        await SubmitPassesAsync(path);
        foreach (var (by, step) in Steps)
        {
            await ApproveAsync(path, by, step);
        }

        await IssueAsync(path);
        await ClocksRunAsync(path);
        await PublishAsync(path);
        await ArchiveAsync(path);
        await TimelineTellsAsync(path);
    }

    [Test]
    public async Task Without_its_interpretation_it_comes_back_with_all_defects_at_once_until_each_is_settled()
    {
        var drafter = await _officers.As("drafter.zhujian");
        var path = await DraftAsync(draft => draft.With("attribute", new JsonObject { ["value"] = "exempt", ["explanation"] = "不宜公开" }));
        await UploadAsync(path, Papers.Where(paper => paper.Role is "body" or "legalityOpinion" or "consultationReport"));

        var returned = await PostAsync(drafter, $"{path}/submit", new JsonObject());
        var notice = returned.GetProperty("returnNotice");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(returned.GetProperty("state").GetString(), Is.EqualTo("returned"));
            Assert.That(Texts(notice.GetProperty("items"), "code"), Is.EquivalentTo(new[] { "R03", "R05", "R06", "R07", "R13" }));
            Assert.That((notice.GetProperty("n").GetInt32(), notice.GetProperty("kind").GetString()), Is.EqualTo((1, "selfCheck")));
            Assert.That(notice.GetProperty("by").GetString(), Is.EqualTo("系统"));
            Assert.That(notice.GetProperty("number").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Holds(notice, "at", "items", "warnings");
        }

        var again = await PostAsync(drafter, $"{path}/submit", Answered(1));
        Assert.That(again.GetProperty("returnNotice").GetProperty("n").GetInt32(), Is.EqualTo(2));
        var sheet = await drafter.GetByteArrayAsync($"{path}/returns/1/notice.docx");
        Assert.That(sheet.AsSpan(0, 2).SequenceEqual("PK"u8), Is.True);

        await PutAsync(drafter, path, ADraftHere());
        await UploadAsync(path, Papers.Where(paper => paper.Role.StartsWith("interpretation", StringComparison.Ordinal)));
        var passed = await PostAsync(drafter, $"{path}/submit", Answered(1, 2, 3, 4, 5));

        var document = await GetAsync(drafter, path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(passed.GetProperty("state").GetString(), Is.EqualTo("underReview"));
            Assert.That(document.GetProperty("returns").GetArrayLength(), Is.EqualTo(2));
            Assert.That(Texts(document.GetProperty("returns")[1].GetProperty("items"), "status"), Is.All.EqualTo("fixed"));
            Assert.That(Texts(document.GetProperty("returns")[0].GetProperty("items"), "status"), Is.All.EqualTo("open"));
        }
    }

    [Test]
    public async Task A_reviewers_return_is_numbered_and_comes_straight_back_once_it_is_answered()
    {
        var (drafter, reviewer) = (await _officers.As("drafter.zhujian"), await _officers.As("reviewer"));
        var path = await DraftAsync();
        await UploadAsync(path, Papers);
        await SubmitPassesAsync(path);
        await ApproveAsync(path, "head.zhujian", "departmentHead");
        var task = await TaskAsync(reviewer, "officeReview");

        var returned = await PostAsync(reviewer, $"{Api}/tasks/{task}/decision", new JsonObject
        {
            ["verb"] = "return",
            ["opinion"] = "请补充说明。",
            ["to"] = "drafter",
            ["thenBack"] = true,
            ["items"] = new JsonArray(new JsonObject { ["message"] = "依据不足", ["location"] = "第 3 段" }, new JsonObject { ["message"] = "附件缺页" }),
        });
        var submitted = await PostAsync(drafter, $"{path}/submit", JsonNode.Parse("""
            {"answers":[{"item":1,"status":"answered","text":"依据见第一条"},{"item":2,"status":"fixed"}]}
            """)!);

        var document = await GetAsync(drafter, path);
        var notice = returned.GetProperty("returns")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(returned.GetProperty("state").GetString(), Is.EqualTo("returned"));
            Assert.That((notice.GetProperty("kind").GetString(), notice.GetProperty("number").GetString()), Is.EqualTo(("official", "退文〔2026〕1号")));
            Assert.That(submitted.GetProperty("state").GetString(), Is.EqualTo("underReview"));
            Assert.That(Texts(document.GetProperty("waiting"), "step"), Is.EqualTo(new[] { "officeReview" }));
            Assert.That(Texts(document.GetProperty("returns")[0].GetProperty("items"), "status"), Is.EqualTo(new[] { "answered", "fixed" }));
        }
    }

    private static JsonObject ADraftHere() => ADraft.Any(Body[0])
        .With("normative", true).With("policy", true).With("effectiveOn", "2026-03-01")
        .With("attribute", new JsonObject { ["value"] = "proactive" });

    private static JsonObject Answered(params int[] items) => new JsonObject
    {
        ["answers"] = new JsonArray([.. items.Select(item => new JsonObject { ["item"] = item, ["status"] = "fixed" })]),
    };

    private async Task<string> DraftAsync(Func<JsonObject, JsonObject>? change = null)
    {
        var drafter = await _officers.As("drafter.zhujian");

        var answer = await drafter.PostTextAsync(Document, (change?.Invoke(ADraftHere()) ?? ADraftHere()).ToJsonString());

        var document = await answer.JsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Holds(
                document, "id", "title", "kind", "issuerLevel", "issuingOrgan", "urgency", "normative", "policy", "majorDecision",
                "affectsMarketActors", "secrecy", "effectiveOn", "jointIssuers", "attribute", "interpretation", "files", "returns",
                "opinions", "number", "formedOn", "issuedOn", "publications", "clocks", "state", "version", "mayDo");
            Assert.That(Texts(document.GetProperty("mayDo"), "verb"), Does.Contain("submit"));
        }

        return document.Path();
    }

    private async Task UploadAsync(string path, IEnumerable<(string Role, string[] Text)> papers)
    {
        var drafter = await _officers.As("drafter.zhujian");
        foreach (var (role, text) in papers)
        {
            using var form = new MultipartFormDataContent().WithRole(role).WithFile(ADocx.Saying(text), $"{role}.docx");
            var file = await (await drafter.PostAsync($"{path}/files", form)).JsonAsync();
            Holds(file, "id", "role", "name", "size", "sha256", "version");
            Assert.That(file.GetProperty("role").GetString(), Is.EqualTo(role));
        }
    }

    private async Task PrecheckPassesAsync(string path)
    {
        var precheck = await GetAsync(await _officers.As("drafter.zhujian"), $"{path}/precheck");
        var document = await GetAsync(await _officers.As("drafter.zhujian"), path);

        var elements = document.GetProperty("interpretation").GetProperty("elements");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(precheck.GetProperty("wouldReturn").GetBoolean(), Is.False, precheck.ToString());
            Assert.That(precheck.GetProperty("items").GetArrayLength(), Is.Zero);
            Holds(precheck, "warnings");
            Assert.That(document.GetProperty("interpretation").GetProperty("owed").GetBoolean(), Is.True);
            Assert.That(Texts(elements, "status"), Is.Not.Empty.And.All.EqualTo("found"));
            Assert.That(Texts(elements, "location"), Has.None.Null);
        }
    }

    private async Task SubmitPassesAsync(string path)
    {
        var submitted = await PostAsync(await _officers.As("drafter.zhujian"), $"{path}/submit", new JsonObject());

        Assert.That(submitted.GetProperty("state").GetString(), Is.EqualTo("underReview"), submitted.ToString());
    }

    private async Task ApproveAsync(string path, string by, string step)
    {
        var holder = await _officers.As(by);
        var task = await TaskAsync(holder, step);

        var document = await PostAsync(
            holder, $"{Api}/tasks/{task}/decision", new JsonObject { ["verb"] = "approve", ["opinion"] = $"{step} 同意。" });

        var opinions = document.GetProperty("opinions");
        Assert.That(Texts(opinions, "text")[^1], Is.EqualTo($"{step} 同意。"));
        Assert.That(document.Path(), Is.EqualTo(path));
    }

    private async Task IssueAsync(string path)
    {
        var clerk = await _officers.As("clerk");
        var signed = await GetAsync(clerk, path);
        Assert.That(signed.GetProperty("state").GetString(), Is.EqualTo("signedOff"));

        var issued = await PostAsync(clerk, $"{path}/issue", new JsonObject { ["series"] = "巴府规" });

        var ledger = await GetAsync(clerk, $"{Api}/numbers?series=巴府规&year=2026");
        var sheet = await clerk.GetByteArrayAsync($"{path}/sign-off-sheet.docx");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(issued.GetProperty("state").GetString(), Is.EqualTo("issued"));
            Assert.That(issued.GetProperty("number").GetString(), Is.EqualTo("巴府规〔2026〕1号"));
            Assert.That(issued.GetProperty("formedOn").GetString(), Is.EqualTo("2026-02-13"));
            Assert.That(issued.GetProperty("issuedOn").GetString(), Is.EqualTo("2026-02-13"));
            Assert.That(Texts(ledger.GetProperty("items"), "number"), Is.EqualTo(new[] { "巴府规〔2026〕1号" }));
            Assert.That(sheet.AsSpan(0, 2).SequenceEqual("PK"u8), Is.True);
        }
    }

    private async Task ClocksRunAsync(string path)
    {
        var publisher = await _officers.As("publisher");
        var clocks = (await GetAsync(publisher, $"{Api}/clocks?status=running&documentId={path[(path.LastIndexOf('/') + 1)..]}")).GetProperty("items");
        var binding = clocks.EnumerateArray().Single(clock => clock.GetProperty("binding").GetBoolean());
        var days = (await GetAsync(publisher, $"{Api}/clocks/{binding.GetProperty("id").GetString()}/explanation")).GetProperty("days");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Texts(clocks, "rule"), Is.EquivalentTo(Rules));
            Assert.That(binding.GetProperty("rule").GetString(), Is.EqualTo("publish.normative3wd"));
            Assert.That(binding.GetProperty("dueAt").GetString(), Is.EqualTo("2026-02-25T23:59:59+08:00"));
            Assert.That(binding.GetProperty("certainty").GetString(), Is.EqualTo("firm"));
            Holds(
                binding, "id", "legalBasis", "subject", "start", "amount", "unit", "dueOn", "earliestDueOn", "latestDueOn", "status",
                "stoppedAt", "calendarVersion", "rungs");
            Assert.That(Texts(binding.GetProperty("rungs"), "code"), Does.Contain("start"));
            Assert.That(days[0].GetProperty("date").GetString(), Is.EqualTo("2026-02-14"));
            Assert.That(days.EnumerateArray().Last().GetProperty("date").GetString(), Is.EqualTo("2026-02-25"));
            Assert.That(days.EnumerateArray().Count(day => day.GetProperty("counted").GetBoolean()), Is.EqualTo(3));
            Holds(days[0], "working", "because");
        }
    }

    private async Task PublishAsync(string path)
    {
        var publisher = await _officers.As("publisher");

        var gazette = await PublicationAsync(publisher, path, "document", "gazette");
        var published = await PublicationAsync(publisher, path, "document", "website");
        var interpreted = await PublicationAsync(publisher, path, "interpretation", "website");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(gazette.GetProperty("state").GetString(), Is.EqualTo("issued"));
            Assert.That(Texts(gazette.GetProperty("clocks"), "status"), Is.All.EqualTo("running"));
            Assert.That(published.GetProperty("state").GetString(), Is.EqualTo("published"));
            Assert.That(Texts(published.GetProperty("clocks"), "rule"), Is.EquivalentTo(Rules.Append("interpret.within3wd")));
            Assert.That(Texts(interpreted.GetProperty("clocks"), "status"), Is.All.EqualTo("met"));
            Assert.That(Texts(interpreted.GetProperty("publications"), "url"), Is.EqualTo(new[] { Url, Url, Url }));
        }
    }

    private static Task<JsonElement> PublicationAsync(HttpClient publisher, string path, string part, string channel) => PostAsync(
        publisher, $"{path}/publications", new JsonObject { ["part"] = part, ["channel"] = channel, ["url"] = Url });

    private async Task ArchiveAsync(string path)
    {
        var archived = await PostAsync(await _officers.As("clerk"), $"{path}/archive", new JsonObject());

        Assert.That(archived.GetProperty("state").GetString(), Is.EqualTo("archived"));
    }

    private async Task TimelineTellsAsync(string path)
    {
        var lines = (await GetAsync(await _officers.As("supervisor"), $"{path}/timeline")).GetProperty("items");

        var byPeople = lines.EnumerateArray().Where(line => line.GetProperty("actor").GetString() != "系统").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                byPeople.Select(line => line.GetProperty("verb").GetString()).Where(verb => verb is not ("attribute" or "bindPair")),
                Is.EqualTo((string[])
                [
                    "create", .. Enumerable.Repeat("addFile", Papers.Length), "submit", .. Enumerable.Repeat("approve", Steps.Length),
                    "issue", "publish", "publish", "publish", "archive",
                ]));
            Assert.That(
                byPeople.Select(line => DateTimeOffset.Parse(line.GetProperty("at").GetString()!, CultureInfo.InvariantCulture)), Is.Ordered);
            Holds(lines[0], "at", "actor", "onBehalfOf", "verb", "detail");
        }
    }

    private static async Task<string> TaskAsync(HttpClient holder, string step)
    {
        var tasks = (await GetAsync(holder, $"{Api}/tasks")).GetProperty("items");
        var task = tasks.EnumerateArray().Single();
        Holds(task, "documentId", "title", "receivedAt", "dueOn", "urgency");
        Assert.That(task.GetProperty("step").GetString(), Is.EqualTo(step));
        Assert.That(task.GetProperty("verbs").EnumerateArray().Select(verb => verb.GetString()), Is.EquivalentTo(new[] { "approve", "return" }));
        return task.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, JsonNode body)
    {
        var answer = await client.PostTextAsync(path, body.ToJsonString());
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private static async Task PutAsync(HttpClient client, string path, JsonNode body)
    {
        var version = (await client.GetAsync(path)).Headers.ETag!.Tag;
        var answer = await client.SendTextAsync(HttpMethod.Put, path, body.ToJsonString(), ("If-Match", version));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string path) => await (await client.GetAsync(path)).JsonAsync();

    private static IReadOnlyList<string?> Texts(JsonElement list, string field) =>
        [.. list.EnumerateArray().Select(item => item.GetProperty(field).GetString())];

    private static void Holds(JsonElement answer, params string[] fields) =>
        Assert.That(answer.EnumerateObject().Select(field => field.Name), Is.SupersetOf(fields));
}
