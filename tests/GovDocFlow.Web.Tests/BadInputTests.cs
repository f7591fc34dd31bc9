using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace GovDocFlow.Web.Tests;

/// <summary>What nobody should send: each is refused with a code, and nothing of it is left.</summary>
internal sealed class BadInputTests
{
    private static readonly byte[] Docx = ADocx.Saying("关于试行网上办理的通知", "各县（区）人民政府：", "现将有关事项通知如下。");

    private static IEnumerable<TestCaseData<byte[], string, int, string>> Files =>
    [
        new(Docx[..(Docx.Length / 2)], "a.docx", 422, "FILE_DAMAGED") { TestName = "A_docx_that_was_cut_off_is_refused" },
        new(Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF"), "a.docx", 415, "FILE_KIND") { TestName = "A_PDF_that_is_called_a_docx_is_refused" },
        new(Docx, "a.pdf", 415, "FILE_KIND") { TestName = "A_docx_that_is_called_a_PDF_is_refused" },
        new(Docx, "a.exe", 415, "FILE_KIND") { TestName = "A_file_of_a_kind_that_is_not_taken_is_refused" },
        new(Bomb(), "a.docx", 422, "FILE_BOMB") { TestName = "A_docx_that_unpacks_without_end_is_refused" },
        new([], "a.docx", 422, "FILE_EMPTY") { TestName = "An_empty_file_is_refused" },
    ];

    [TestCaseSource(nameof(Files))]
    public async Task Refused(byte[] file, string name, int status, string code)
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        using var form = new MultipartFormDataContent().WithRole("body").WithFile(file, name);

        var answer = await drafter.PostAsync(document.Path() + "/files", form);

        await answer.ProblemAsync(status, code);
        await IsAsItWasAsync(drafter, document);
    }

    [Test]
    public async Task A_title_of_ten_thousand_characters_is_refused()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        var draft = ADraft.Any(new string('长', 10_000)).ToJsonString();

        var created = await drafter.PostTextAsync("/api/v1/documents", draft);
        var edited = await drafter.SendTextAsync(HttpMethod.Put, document.Path(), draft, ("If-Match", "\"1\""));

        Assert.That((await created.ProblemAsync(422, "INVALID")).Defects(), Is.EqualTo(new[] { "TOO_LONG title" }));
        Assert.That((await edited.ProblemAsync(422, "INVALID")).Defects(), Is.EqualTo(new[] { "TOO_LONG title" }));
        await IsAsItWasAsync(drafter, document);
    }

    [TestCase("2026-02-30")]
    [TestCase("13.02.2026")]
    [TestCase("2026-02-13T00:00:00+08:00")]
    [TestCase("")]
    public async Task A_day_that_is_none_is_refused(string day)
    {
        var drafter = await TheHost.As("drafter.keji");

        var answer = await drafter.PostTextAsync("/api/v1/documents", ADraft.Any().With("effectiveOn", day).ToJsonString());

        Assert.That((await answer.ProblemAsync(400, "WRONG_VALUE")).Defects(), Is.EqualTo(new[] { "WRONG_VALUE effectiveOn" }));
    }

    [TestCase("PUT", "", "{0}")]
    [TestCase("POST", "/submit", "{}")]
    [TestCase("POST", "/recall", "{}")]
    [TestCase("POST", "/cancel", """{"reason":"重复"}""")]
    [TestCase("GET", "/precheck", "")]
    [TestCase("GET", "/timeline", "")]
    [TestCase("GET", "/sign-off-sheet.docx", "")]
    public async Task Another_departments_document_is_not_there(string method, string suffix, string body)
    {
        var other = await TheHost.As("drafter.gongan");
        var document = await ADraft.KeptAsync();

        var answer = await other.SendTextAsync(
            new HttpMethod(method), document.Path() + suffix, body == "{0}" ? ADraft.Any().ToJsonString() : body, ("If-Match", "\"1\""));

        await answer.ProblemAsync(404, "NOT_FOUND");
        await IsAsItWasAsync(await TheHost.As("drafter.keji"), document);
    }

    [Test]
    public async Task Another_departments_file_is_not_there_and_none_is_added_to_its_document()
    {
        var (drafter, other) = (await TheHost.As("drafter.keji"), await TheHost.As("drafter.gongan"));
        var document = await ADraft.KeptAsync();
        using var own = new MultipartFormDataContent().WithRole("body").WithFile(Docx, "a.docx");
        var file = (await (await drafter.PostAsync(document.Path() + "/files", own)).JsonAsync()).GetProperty("id").GetString();
        var elsewhere = await ADraft.KeptAsync(other);
        using var foreign = new MultipartFormDataContent().WithRole("body").WithFile(Docx, "b.docx");

        await (await other.GetAsync($"{document.Path()}/files/{file}")).ProblemAsync(404, "NOT_FOUND");
        await (await other.GetAsync($"{elsewhere.Path()}/files/{file}")).ProblemAsync(404, "NOT_FOUND");
        await (await other.PostAsync(document.Path() + "/files", foreign)).ProblemAsync(404, "NOT_FOUND");

        var after = await (await drafter.GetAsync(document.Path())).JsonAsync();
        Assert.That(after.GetProperty("files").GetArrayLength(), Is.EqualTo(1));
    }

    [TestCase("""{"verb":"publish","opinion":"同意。"}""", 400, "WRONG_VALUE")]
    [TestCase("""{"verb":"return","opinion":" "}""", 422, "INVALID")]
    [TestCase("""{"verb":"return","opinion":"退。","to":"signOff"}""", 422, "NOT_AN_EARLIER_STEP")]
    [TestCase("""{"verb":"return","opinion":"退。","to":"nowhere"}""", 422, "NOT_AN_EARLIER_STEP")]
    [TestCase("""{"verb":"approve"}""", 400, "REQUIRED")]
    public async Task A_decision_that_is_none_decides_nothing(string decision, int status, string code)
    {
        var one = await new OrdinaryCase("fagai").GoToAsync(TheHost.Officers, OrdinaryCase.AtOfficeReview);
        using var reviewer = await TheHost.As("reviewer");
        var before = await (await reviewer.GetAsync(one.Path)).JsonAsync();
        var task = before.GetProperty("waiting")[0].GetProperty("id").GetString();

        var answer = await reviewer.PostTextAsync($"/api/v1/tasks/{task}/decision", decision);

        await answer.ProblemAsync(status, code);
        await IsAsItWasAsync(reviewer, before);
    }

    [Test]
    public async Task A_refused_issue_burns_no_number()
    {
        var one = await new OrdinaryCase("fagai").GoToAsync(TheHost.Officers, OrdinaryCase.AtIssue);
        using var clerk = await TheHost.As("clerk");
        var before = await (await clerk.GetAsync(one.Path)).JsonAsync();
        string[] bodies =
        [
            """{"series":"巴府函","issuedAt":"2020-01-01T00:00:00+08:00"}""", """{"series":"巴府函","issuedAt":"2099-01-01T00:00:00+08:00"}""",
        ];

        await (await clerk.PostTextAsync($"{one.Path}/issue", """{"series":"巴府令"}""")).ProblemAsync(422, "UNKNOWN_SERIES");
        await (await clerk.PostTextAsync($"{one.Path}/issue", """{"series":"巴府函","number":"巴府函〔2026〕9号"}""")).ProblemAsync(409, "NUMBER_NOT_NEXT");
        foreach (var body in bodies)
        {
            await (await clerk.PostTextAsync($"{one.Path}/issue", body)).ProblemAsync(422, "ISSUED_AT_OUT_OF_RANGE");
        }

        await IsAsItWasAsync(clerk, before);
        var ledger = await (await clerk.GetAsync("/api/v1/numbers?series=巴府函")).JsonAsync();
        Assert.That(ledger.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Nothing_is_published_before_its_issue_nor_issued_before_its_signature()
    {
        var one = await new OrdinaryCase("fagai").GoToAsync(TheHost.Officers, OrdinaryCase.AtOfficeReview);
        using var clerk = await TheHost.As("clerk");
        using var publisher = await TheHost.As("publisher");
        var before = await (await clerk.GetAsync(one.Path)).JsonAsync();
        const string Publication = """{"part":"document","channel":"website","url":"https://www.bazhong.example/1.html"}""";

        await (await publisher.PostTextAsync($"{one.Path}/publications", Publication)).ProblemAsync(409, "NOT_ISSUED");
        await (await clerk.PostTextAsync($"{one.Path}/issue", """{"series":"巴府发"}""")).ProblemAsync(409, "NOT_SIGNED_OFF");
        await (await clerk.PostTextAsync($"{one.Path}/archive", "")).ProblemAsync(409, "NOT_ISSUED");

        await IsAsItWasAsync(clerk, before);
    }

    [TestCase("POST", "/documents/{0}/issue", """{"series":"巴府发"}""", "clerk")]
    [TestCase("POST", "/documents/{0}/publications/{0}/withdraw", """{"reason":"重复"}""", "publisher")]
    [TestCase("POST", "/tasks/{0}/decision", """{"verb":"approve","opinion":"同意。"}""", "reviewer")]
    [TestCase("POST", "/numbers/reservations", """{"series":"巴府发","documentId":"{0}"}""", "clerk")]
    [TestCase("POST", "/supervision/{0}/close", "{}", "officeHead")]
    [TestCase("GET", "/clocks/{0}/explanation", "", "clerk")]
    public async Task What_an_unknown_key_names_is_not_there(string method, string path, string body, string by)
    {
        using var client = await TheHost.As(by);
        var unknown = Guid.CreateVersion7().ToString();

        var answer = await client.SendTextAsync(new HttpMethod(method), "/api/v1" + path.Replace("{0}", unknown), body.Replace("{0}", unknown));

        await answer.ProblemAsync(404, "NOT_FOUND");
    }

    private static async Task IsAsItWasAsync(HttpClient client, JsonElement before)
    {
        var after = await (await client.GetAsync(before.Path())).JsonAsync();
        var trail = await (await client.GetAsync(before.Path() + "/timeline")).JsonAsync();
        using (Assert.EnterMultipleScope())
        {
            foreach (var field in (string[])["version", "state", "title", "files", "waiting", "opinions", "returns", "number"])
            {
                Assert.That(after.GetProperty(field).ToString(), Is.EqualTo(before.GetProperty(field).ToString()), field);
            }

            Assert.That(
                trail.GetProperty("items").EnumerateArray().Max(line => line.GetProperty("version").GetInt32()),
                Is.EqualTo(before.GetProperty("version").GetInt32()));
        }
    }

    // A few kilobytes that unpack to far more than 200 times their size.
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        bytes.Write(ADocx.Saying("关于试行网上办理的通知"));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/media/image1.bmp", CompressionLevel.SmallestSize).Open();
            part.Write(new byte[40 * 1024 * 1024]);
        }

        return bytes.ToArray();
    }
}
