using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Setup;

namespace GovDocFlow.Web.Hosting;

/// <summary>Brings the database up to date before the host listens; in Development an empty one gets the demo office.</summary>
internal sealed class OpenOffice(Office office, IHostEnvironment environment) : IHostedService
{
    /// <summary>Everybody knows it, so it is never used outside Development.</summary>
    public const string DemoPassword = "govdocflow-demo";

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await office.SendAsync(new MigrateDatabase.Command(), null, cancellationToken);
        if (environment.IsDevelopment())
        {
            await office.SendAsync(new SeedOffice.Command(DemoPassword), null, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
