using System.Diagnostics;

namespace GovDocFlow.Web.Tests;

/// <summary>The real host as a process that can be killed; its database stays where it is.</summary>
internal sealed class HostProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly SocketsHttpHandler _handler = new();
    private readonly Uri _address;

    private HostProcess(Process process, Uri address) => (_process, _address) = (process, address);

    /// <summary>Starts it in a folder, in which its database is kept, and waits until it listens.</summary>
    public static async Task<HostProcess> StartAsync(string folder)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process
        {
            StartInfo = Executable.StartInfo(folder, "Development", "--urls=http://127.0.0.1:0"),
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split(Listening) is [_, var found])
            {
                address.TrySetResult(new Uri(found));
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The host ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HostProcess(process, await address.Task);
    }

    public HttpClient CreateClient() => new(_handler, disposeHandler: false) { BaseAddress = _address };

    /// <summary>Ends it as a power failure would: it is not asked and finishes nothing.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _handler.Dispose();
    }
}
