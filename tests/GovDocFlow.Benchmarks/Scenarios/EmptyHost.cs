using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovDocFlow.Benchmarks.Scenarios;

/// <summary>The smallest web host there is, in a process of its own.</summary>
internal static class EmptyHost
{
    public const string Flag = "--empty-host";

    public static async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(address);
        app.MapGet("/health", () => Results.Ok());
        await app.RunAsync();
    }
}
