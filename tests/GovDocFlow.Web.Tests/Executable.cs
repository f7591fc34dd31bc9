using System.Diagnostics;

namespace GovDocFlow.Web.Tests;

/// <summary>The shipped executable, run as processes of its own.</summary>
internal static class Executable
{
    /// <summary>Runs a verb in a folder to its end.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(
        string folder, string environment, params string[] words)
    {
        using var process = Process.Start(StartInfo(folder, environment, words))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>How it is started in a folder.</summary>
    public static ProcessStartInfo StartInfo(string folder, string environment, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "GovDocFlow.Web.dll"));
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        return start;
    }
}
