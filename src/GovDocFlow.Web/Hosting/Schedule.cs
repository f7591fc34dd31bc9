using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Deadlines;
using Quartz;

namespace GovDocFlow.Web.Hosting;

/// <summary>What happens by the clock: it reminds, escalates and opens supervision, and decides nothing.</summary>
internal static class Schedule
{
    private const int SweepSeconds = 60;

    // Who opens the first page does not wait behind the first sweep.
    private static readonly TimeSpan FirstSweepAfter = TimeSpan.FromSeconds(2);

    /// <summary>Sweeps two seconds after the host has started, and every minute from then on.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.ScheduleJob<Sweep>(trigger => trigger
            .WithIdentity("sweep")
            .StartNow()
            .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(SweepSeconds)).RepeatForever())));
        services.AddQuartzHostedService(options =>
        {
            options.AwaitApplicationStarted = true;
            options.StartDelay = FirstSweepAfter;
            options.WaitForJobsToComplete = true;
        });
        return services;
    }
}

/// <summary>One sweep of all clocks; the next one waits until it has ended.</summary>
[DisallowConcurrentExecution]
internal sealed class Sweep(Office office, ILogger<Sweep> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await office.SendAsync(new SweepClocks.Command(null), null, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops; the next start sweeps first of all.
        }
        catch (Exception trouble)
        {
            // The next minute tries again; until then no other work is held up.
            log.LogError(trouble, "The sweep of the clocks failed.");
        }
    }
}
