using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GovDocFlow.Web.Tests;

/// <summary>Sends and reads what the contract speaks.</summary>
internal static class Answers
{
    /// <summary>The answer as JSON; fails with its text where it is none.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Does.EndWith("json"), text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Posts text as JSON, whether it is or not.</summary>
    public static Task<HttpResponseMessage> PostTextAsync(
        this HttpClient client, string path, string text, params (string Name, string Value)[] headers) =>
        client.SendTextAsync(HttpMethod.Post, path, text, headers);

    /// <summary>Sends text as JSON, whether it is or not.</summary>
    public static async Task<HttpResponseMessage> SendTextAsync(
        this HttpClient client, HttpMethod method, string path, string text, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    /// <summary>The problem, after its form was checked.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), text);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), text);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code), text);
            Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo(status));
            Assert.That(problem.GetProperty("title").GetString(), Is.Not.Empty);
            Assert.That(problem.GetProperty("errors").GetArrayLength(), Is.GreaterThan(0));
            Assert.That(text, Does.Not.Contain("   at "));
        }

        return problem;
    }

    /// <summary>Each defect as <c>CODE field</c>.</summary>
    public static IReadOnlyList<string> Defects(this JsonElement problem) =>
    [
        .. problem.GetProperty("errors").EnumerateArray()
            .Select(error => $"{error.GetProperty("code").GetString()} {error.GetProperty("field").GetString()}"),
    ];
}
