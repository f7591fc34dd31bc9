using System.Threading.RateLimiting;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Hosting;

/// <summary>How much one user may ask for, and how often a password may be tried.</summary>
internal static class RequestLimits
{
    private const int PerSecond = 200;
    private const int Burst = 400;
    private const int PeriodsPerSecond = 10;

    /// <summary>Limits requests per user, or per address before sign-in: <c>Limits:RequestsPerSecond</c>, <c>Limits:Burst</c>.</summary>
    public static IServiceCollection AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var perSecond = configuration.GetValue("Limits:RequestsPerSecond", PerSecond);
        var burst = configuration.GetValue("Limits:Burst", Burst);
        services.AddSingleton<SignInLimit>();
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RefuseAsync;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(Asker(context), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = burst,
                    TokensPerPeriod = Math.Max(1, perSecond / PeriodsPerSecond),
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1) / PeriodsPerSecond,
                    QueueLimit = 0,
                }));
        });
    }

    private static string Asker(HttpContext context) =>
        context.Officer()?.UserName ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async ValueTask RefuseAsync(
        Microsoft.AspNetCore.RateLimiting.OnRejectedContext rejected, CancellationToken cancellation)
    {
        rejected.HttpContext.Response.Headers.RetryAfter = "1";
        await Problems.WriteAsync(
            rejected.HttpContext, Problems.OfStatus(StatusCodes.Status429TooManyRequests));
    }
}

/// <summary>How often a password may be tried for one user name from one address; without limit in Development.</summary>
internal sealed class SignInLimit : IDisposable
{
    private const int PerMinute = 10;

    private readonly PartitionedRateLimiter<string>? _limiter;

    /// <summary>Counts in every environment but Development.</summary>
    public SignInLimit(IHostEnvironment environment) => _limiter = environment.IsDevelopment()
        ? null
        : PartitionedRateLimiter.Create<string, string>(asker => RateLimitPartition.GetFixedWindowLimiter(
            asker,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>How long to wait before trying again; null where it may be tried now, which counts as a try.</summary>
    public TimeSpan? WhyWait(string userName, string? address)
    {
        using var lease = _limiter?.AttemptAcquire($"{address} {userName.ToUpperInvariant()}");
        return lease is null or { IsAcquired: true }
            ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter?.Dispose();
}
