using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace GovDocFlow.Web.Tests;

/// <summary>The demo office's people, each signed in once.</summary>
/// <param name="connect">A client of the host, or of its successor on the same database.</param>
internal sealed class Officers(Func<HttpClient> connect)
{
    private const string Password = "govdocflow-demo";

    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new();

    /// <summary>A client of an officer who has signed in.</summary>
    public async Task<HttpClient> As(string userName)
    {
        var client = connect();
        var token = await _tokens.GetOrAdd(userName, SignIn);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<string> SignIn(string userName)
    {
        using var client = connect();
        var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName, password = Password });
        return (await answer.JsonAsync()).GetProperty("token").GetString()!;
    }
}
