using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace GovDocFlow.Web.Tests;

internal sealed class UploadTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly byte[] Body = ADocx.Saying("关于试行网上办理的通知", "各县（区）人民政府：", "现将有关事项通知如下。");

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_uploaded_file_comes_back_byte_for_byte(bool roleFirst)
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        var form = roleFirst
            ? new MultipartFormDataContent().WithRole("body").WithFile(Body, "正文 一.docx")
            : new MultipartFormDataContent().WithFile(Body, "正文 一.docx").WithRole("body");

        var answer = await drafter.PostAsync(document.Path() + "/files", form);

        var file = await answer.JsonAsync();
        var back = await drafter.GetAsync(answer.Headers.Location);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(file.GetProperty("sha256").GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Body))));
            Assert.That(file.GetProperty("name").GetString(), Is.EqualTo("正文 一.docx"));
            Assert.That(file.GetProperty("version").GetInt32(), Is.EqualTo(1));
            Assert.That(await back.Content.ReadAsByteArrayAsync(), Is.EqualTo(Body));
            Assert.That(back.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
            Assert.That(back.Content.Headers.ContentDisposition?.FileNameStar, Is.EqualTo("正文 一.docx"));
            Assert.That(back.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        }
    }

    [Test]
    public async Task Every_part_that_is_missing_or_unknown_is_named()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        using var form = new MultipartFormDataContent { { new StringContent("甲"), "remark" } };

        var answer = await drafter.PostAsync(document.Path() + "/files", form);

        var problem = await answer.ProblemAsync(400, "MALFORMED");
        Assert.That(problem.Defects(), Is.EquivalentTo(new[] { "UNKNOWN_FIELD remark", "MISSING_PART role", "MISSING_PART file" }));
    }

    [Test]
    public async Task An_unknown_role_is_answered_with_the_roles_that_there_are()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        using var form = new MultipartFormDataContent().WithRole("main").WithFile(Body, "a.docx");

        var answer = await drafter.PostAsync(document.Path() + "/files", form);

        var problem = await answer.ProblemAsync(400, "WRONG_VALUE");
        Assert.That(problem.GetProperty("title").GetString(), Does.Contain("interpretationPlan"));
    }

    [Test]
    public async Task What_is_no_upload_is_refused()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();

        var answer = await drafter.PostTextAsync(document.Path() + "/files", "{}");

        await answer.ProblemAsync(415, "CONTENT_TYPE");
    }

    [TestCase(0, 422, "FILE_EMPTY")]
    [TestCase(40, 415, "FILE_KIND")]
    public async Task What_is_no_docx_is_refused_whatever_it_is_called(int length, int status, string code)
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        using var form = new MultipartFormDataContent().WithRole("body").WithFile(Encoding.ASCII.GetBytes(new string('x', length)), "a.docx");

        var answer = await drafter.PostAsync(document.Path() + "/files", form);

        await answer.ProblemAsync(status, code);
    }

    [Test]
    public async Task A_file_of_more_than_50_megabytes_is_refused_and_its_sender_hears_why()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        using var form = new MultipartFormDataContent().WithRole("annex").WithFile(new byte[60 * Megabyte], "a.docx");

        var answer = await drafter.PostAsync(document.Path() + "/files", form);

        await answer.ProblemAsync(413, "FILE_TOO_LARGE");
    }

    [Test]
    public async Task An_upload_that_breaks_off_within_is_malformed()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        using var form = new MultipartFormDataContent().WithRole("body").WithFile(Body, "a.docx");
        var whole = await form.ReadAsByteArrayAsync();
        using var half = new ByteArrayContent(whole, 0, whole.Length / 2);
        half.Headers.ContentType = form.Headers.ContentType;

        var answer = await drafter.PostAsync(document.Path() + "/files", half);

        await answer.ProblemAsync(400, "MALFORMED_MULTIPART");
    }

    [Test]
    public async Task An_upload_whose_sender_hangs_up_leaves_nothing_and_harms_nobody()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        var request = $"POST {document.Path()}/files HTTP/1.1\r\nHost: office\r\n"
            + $"Authorization: {drafter.DefaultRequestHeaders.Authorization}\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9999\r\n\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"role\"\r\n\r\nbody\r\n--x\r\n";

        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(drafter.BaseAddress!.Host, drafter.BaseAddress.Port);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        }

        var after = await (await drafter.GetAsync(document.Path())).JsonAsync();
        Assert.That(after.GetProperty("files").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_same_upload_under_the_same_key_is_kept_once()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, document.Path() + "/files");
            request.Content = new MultipartFormDataContent().WithRole("annex").WithFile(Body, "附件.docx");
            request.Headers.Add("Idempotency-Key", $"upload-{document.Path()}");
            await drafter.SendAsync(request);
        }

        var after = await (await drafter.GetAsync(document.Path())).JsonAsync();

        Assert.That(after.GetProperty("files").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_body_that_bears_a_secrecy_mark_is_refused_and_not_kept()
    {
        var drafter = await TheHost.As("drafter.keji");
        var document = await ADraft.KeptAsync();
        using var form = new MultipartFormDataContent().WithRole("body").WithFile(ADocx.Saying("机密★10年", "关于某事的通知"), "a.docx");

        var answer = await drafter.PostAsync(document.Path() + "/files", form);

        await answer.ProblemAsync(422, "CLASSIFIED_REFUSED");
        var after = await (await drafter.GetAsync(document.Path())).JsonAsync();
        Assert.That(after.GetProperty("files").GetArrayLength(), Is.Zero);
    }
}
