using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace GovDocFlow.Web.Tests;

/// <summary>The real host on a real port, with a database of its own.</summary>
internal sealed class RunningHost : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("govdocflow").FullName;
    private readonly Dictionary<string, string?> _settings;

    public RunningHost(string environment = "Development", params (string Name, string Value)[] settings)
    {
        _settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        _settings["environment"] = environment;
        _settings["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "office.db")}";
        UseKestrel(0);
        StartServer();
    }

    public string ConnectionString => _settings["Database:ConnectionString"]!;

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
