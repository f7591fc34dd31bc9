using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GovDocFlow.Benchmarks.Measuring;

namespace GovDocFlow.Benchmarks.Scenarios;

/// <summary>How long a host takes from the start of its process until it says that it is ready.</summary>
internal static class StartScenario
{
    private const string Name = "start";
    private const int Starts = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Report report, CancellationToken cancellation)
    {
        if (Host() is not { } host)
        {
            report.Say("start: skipped, the host is not built; run: dotnet build -c Release src/GovDocFlow.Web");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("govdocflow-benchmarks-").FullName;
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            var empty = await StartAsync(client, folder, OfHost(host), cancellation);
            var (product, floor) = (new Samples(), new Samples());
            for (var start = 0; start < Starts; start++)
            {
                floor.Add(await StartAsync(client, folder, address => [Self(), EmptyHost.Flag, address], cancellation));
                product.Add(await StartAsync(client, folder, OfHost(host), cancellation));
            }

            report.Add(Measurement.Of(Name, "existing database", "ms", product, floor));
            report.Add(Measurement.Of(Name, "empty database", "ms", empty, floor.Mean, 1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Func<string, string[]> OfHost(string host) => address => [host, $"--Urls={address}"];

    private static string Self() => typeof(StartScenario).Assembly.Location;

    // The host that was built beside this program, in the same configuration.
    private static string? Host()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "GovDocFlow.sln")))
        {
            root = root.Parent;
        }

        var host = Path.Combine(
            root?.FullName ?? "",
            "src",
            "GovDocFlow.Web",
            "bin",
            output.Parent!.Name,
            output.Name,
            "GovDocFlow.Web.dll");
        return File.Exists(host) ? host : null;
    }

    private static async Task<double> StartAsync(
        HttpClient client, string folder, Func<string, string[]> arguments, CancellationToken cancellation)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var info = new ProcessStartInfo("dotnet", arguments(address))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var from = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        try
        {
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await ReadyAsync(client, process, $"{address}/health", cancellation);
            return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task ReadyAsync(
        HttpClient client, Process process, string health, CancellationToken cancellation)
    {
        var from = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(from) < Patience)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(health), cancellation);
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellation);
        }

        throw new InvalidOperationException($"{process.StartInfo.ArgumentList[0]} did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
