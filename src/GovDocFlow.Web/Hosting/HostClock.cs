using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Hosting;

/// <summary>Chooses the host's clock.</summary>
internal static class HostClock
{
    private const string Setting = "Time:StartAt";

    /// <summary>The system's clock, or in Development one that starts at <c>Time:StartAt</c>.</summary>
    /// <exception cref="CannotStartException">The setting is no instant with an offset, or this is not Development.</exception>
    public static TimeProvider Of(IConfiguration configuration, IHostEnvironment environment)
    {
#pragma warning disable RS0030 // The composition root is where the clock is chosen.
        var system = TimeProvider.System;
#pragma warning restore RS0030
        if (configuration[Setting] is not { Length: > 0 } setting)
        {
            return system;
        }

        if (!environment.IsDevelopment())
        {
            throw new CannotStartException(
                $"{Setting} 只能用于 Development 环境，当前为 {environment.EnvironmentName}，系统不启动。",
                $"{Setting} is for Development only; this is {environment.EnvironmentName}, so the host does not start.");
        }

        return Instants.Parse(setting) is { } start
            ? new OffsetTimeProvider(system, start)
            : throw new CannotStartException(
                $"{Setting} 的值“{setting}”不是带时区的时刻，应如 2026-02-13T16:20:00+08:00。",
                $"{Setting} is '{setting}'; it must be an instant with its offset, such as 2026-02-13T16:20:00+08:00.");
    }
}
