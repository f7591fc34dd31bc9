using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace GovDocFlow.Web.Tests;

/// <summary>One host for all tests that need nothing special of it, and its officers.</summary>
[SetUpFixture]
internal sealed class TheHost
{
    private const string Password = "govdocflow-demo";

    private static readonly ConcurrentDictionary<string, Task<string>> Tokens = new();
    private static readonly Lazy<RunningHost> Running = new(() => new RunningHost());

    public static HttpClient Anybody() => Running.Value.CreateClient();

    /// <summary>A client of an officer who has signed in.</summary>
    public static async Task<HttpClient> As(string userName)
    {
        var client = Anybody();
        var token = await Tokens.GetOrAdd(userName, SignIn);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        if (Running.IsValueCreated)
        {
            Running.Value.Dispose();
        }
    }

    private static async Task<string> SignIn(string userName)
    {
        using var client = Anybody();
        var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName, password = Password });
        return (await answer.JsonAsync()).GetProperty("token").GetString()!;
    }
}
