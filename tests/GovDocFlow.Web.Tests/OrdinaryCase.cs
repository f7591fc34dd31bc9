using System.Security.Cryptography;
using System.Text.Json;

namespace GovDocFlow.Web.Tests;

/// <summary>A department's public notice on its way from draft to number: one act after the other, each under a key of its own.</summary>
/// <remarks>Every act raises the version by one, so after its n-th act the document is at version n.</remarks>
/// <param name="annexSize">The bytes of its annex; more than 256 KB are kept in several chunks.</param>
internal sealed class OrdinaryCase(string department, int annexSize = 1000)
{
    /// <summary>The acts after which it waits for the office's review.</summary>
    public const int AtOfficeReview = 5;

    /// <summary>The acts after which it waits for its number.</summary>
    public const int AtIssue = 8;

    /// <summary>All acts.</summary>
    public const int Acts = 9;

    private static readonly byte[] Body = ADocx.Saying("关于开展科普活动的通知", "各县（区）：", "现将有关事项通知如下。");

    private readonly byte[] _annex = APicture(annexSize);
    private readonly Dictionary<string, string> _files = [];
    private Act? _open;

    /// <summary>The path of the document; null before it was answered.</summary>
    public string? Path { get; private set; }

    /// <summary>The acts that were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Whether an act was sent of which nobody knows yet whether it was done.</summary>
    public bool IsWaiting => _open is not null;

    /// <summary>The SHA-256 of each file whose upload was answered, by its key.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The answer to the last act.</summary>
    public JsonElement Answer { get; private set; }

    /// <summary>Acts until this many acts were answered.</summary>
    public async Task<OrdinaryCase> GoToAsync(Officers officers, int acts)
    {
        while (Answered < acts)
        {
            await ActAsync(officers);
        }

        return this;
    }

    /// <summary>Does the next act; one that was not answered is sent again under its key.</summary>
    public async Task ActAsync(Officers officers)
    {
        _open ??= await NextAsync(officers);
        using var client = await officers.As(_open.By);
        using var request = new HttpRequestMessage(HttpMethod.Post, _open.Path) { Content = _open.Content() };
        request.Headers.Add("Idempotency-Key", _open.Key);
        using var answer = await client.SendAsync(request);
        Answer = await answer.JsonAsync();
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{_open.Path}: {Answer}");
        Note(Answer);
        Answered++;
        _open = null;
    }

    private void Note(JsonElement answer)
    {
        if (Answered == 0)
        {
            Path = answer.Path();
        }
        else if (answer.TryGetProperty("sha256", out var sha256))
        {
            _files[answer.GetProperty("id").GetString()!] = sha256.GetString()!;
        }
    }

    private async Task<Act> NextAsync(Officers officers) => Answered switch
    {
        0 => Says(Drafter, "/api/v1/documents", ADraft.OfADepartment().ToJsonString()),
        1 => Uploads("body", Body, "正文.docx"),
        2 => Uploads("annex", _annex, "附件.png"),
        3 => Says(Drafter, $"{Path}/submit", "{}"),
        4 => await ApprovesAsync(officers, Head),
        5 => await ApprovesAsync(officers, "reviewer"),
        6 => await ApprovesAsync(officers, Head),
        7 => await ApprovesAsync(officers, "clerk"),
        _ => Says("clerk", $"{Path}/issue", """{"series":"巴府发"}"""),
    };

    private string Drafter => $"drafter.{department}";

    private string Head => $"head.{department}";

    private async Task<Act> ApprovesAsync(Officers officers, string by)
    {
        using var client = await officers.As(by);
        var document = await (await client.GetAsync(Path)).JsonAsync();
        var task = document.GetProperty("waiting")[0].GetProperty("id").GetString();
        return Says(by, $"/api/v1/tasks/{task}/decision", """{"verb":"approve","opinion":"同意。"}""");
    }

    private static Act Says(string by, string path, string body) =>
        new(by, path, () => new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

    private Act Uploads(string role, byte[] file, string name) =>
        new(Drafter, $"{Path}/files", () => new MultipartFormDataContent().WithRole(role).WithFile(file, name));

    // Never the same twice: equal files are kept once.
    private static byte[] APicture(int size) => [0x89, .. "PNG\r\n\x1a\n"u8, .. RandomNumberGenerator.GetBytes(size)];

    private sealed record Act(string By, string Path, Func<HttpContent> Content)
    {
        public string Key { get; } = $"act-{Guid.NewGuid()}";
    }
}
