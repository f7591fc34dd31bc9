using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Demo;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GovDocFlow.Browser.Tests;

/// <summary>The real host on a free port of this machine, with the sample cases on a database of its own.</summary>
internal sealed class OfficeHost : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("govdocflow-pages").FullName;
    private readonly Dictionary<string, string?> _settings;

    private OfficeHost(string startAt)
    {
        _settings = new()
        {
            ["environment"] = "Development",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "office.db")}",
            ["Time:StartAt"] = startAt,
        };
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts it at an instant, with the sample cases played up to there.</summary>
    public static async Task<OfficeHost> StartAsync(string startAt)
    {
        var host = new OfficeHost(startAt);
        var office = host.Services.GetRequiredService<Office>();
        await office.SendAsync(new ReplayDemo.Command(), null, CancellationToken.None);
        await office.SendAsync(new SweepClocks.Command(null), null, CancellationToken.None);
        return host;
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(_settings));
        return base.CreateHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
