using System.CommandLine;
using System.Globalization;
using System.Text;
using GovDocFlow.Web.Hosting;

namespace GovDocFlow.Web.Commands;

/// <summary>
/// The command line: a verb with its options, and settings (<c>--A:B=…</c>) beside it. Exit code 0 is done, 1 refused or failed,
/// 2 wrong usage.
/// </summary>
internal static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused or failed.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage.</summary>
    public const int WrongUsage = 2;

    /// <summary>Does what the arguments ask; without a verb it serves.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (words, settings) = Arguments.Split(arguments);
        var english = Arguments.AsksEnglish(words);
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = new CultureInfo(english ? "en" : "zh-CN");
        Console.OutputEncoding = Encoding.UTF8;

        if (words.Length == 0)
        {
            return await ServeAsync(settings);
        }

        var parsed = Verbs.All(settings).Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync((english ? "Wrong usage: " : "用法错误：") + error.Message);
            }

            return WrongUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Serves until it is told to stop.</summary>
    public static async Task<int> ServeAsync(string[] settings)
    {
        try
        {
            await using var host = OfficeHost.Build(settings);
            await host.RunAsync();
            return Done;
        }
        catch (Exception trouble) when (!IsHostProbe(trouble))
        {
            await Console.Error.WriteLineAsync(Trouble.Line(trouble));
            return Failed;
        }
    }

    // Tools and tests build the host through this entry point and stop it with an exception of their own.
    private static bool IsHostProbe(Exception trouble) => trouble.GetType().Name is "HostAbortedException" or "StopTheHostException";
}
