namespace GovDocFlow.Web.Tests;

/// <summary>One host for all tests that need nothing special of it, and its officers.</summary>
[SetUpFixture]
internal sealed class TheHost
{
    /// <summary>Its people.</summary>
    public static readonly Officers Officers = new(Anybody);

    private static readonly Lazy<RunningHost> Running = new(() => new RunningHost());

    public static HttpClient Anybody() => Running.Value.CreateClient();

    /// <summary>A client of an officer who has signed in.</summary>
    public static Task<HttpClient> As(string userName) => Officers.As(userName);

    [OneTimeTearDown]
    public void Stop()
    {
        if (Running.IsValueCreated)
        {
            Running.Value.Dispose();
        }
    }
}
