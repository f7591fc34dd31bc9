using System.CommandLine;
using System.Text.Json;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Setup;
using GovDocFlow.Web.Hosting;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Commands;

/// <summary>Runs a verb through the office's one door, and tells how it ended.</summary>
/// <param name="settings">The settings beside the verb.</param>
internal sealed class VerbRunner(string[] settings)
{
    /// <summary>Asks for an answer that a program reads.</summary>
    public static readonly Option<bool> Json = new("--json") { Description = "输出 JSON · answer as JSON" };

    private static readonly JsonSerializerOptions OneLine = new(JsonFormat.Answers) { WriteIndented = false };

    /// <summary>Does something for which the database is not needed, or which looks after it itself.</summary>
    /// <param name="act">Gives the exit code.</param>
    public async Task<int> RunAsync(Func<Office, IHostEnvironment, Task<int>> act)
    {
        try
        {
            await using var host = OfficeHost.BuildForVerbs(settings);
            return await act(host.Services.GetRequiredService<Office>(), host.Environment);
        }
        catch (Exception trouble)
        {
            await Console.Error.WriteLineAsync(Trouble.Line(trouble));
            return CommandLine.Failed;
        }
    }

    /// <summary>Does something in the database, after it was brought up to date.</summary>
    /// <param name="act">Gives the exit code.</param>
    public Task<int> RunOnDatabaseAsync(Func<Office, Task<int>> act) =>
        RunAsync(async (office, _) =>
        {
            // A schema is never left half-way, whatever is pressed meanwhile.
            await office.SendAsync(new MigrateDatabase.Command(), null, CancellationToken.None);
            return await act(office);
        });

    /// <summary>Prints an answer: as one JSON object, or in words.</summary>
    public static int Print<T>(ParseResult parsed, T answer, Func<T, IEnumerable<string>> words)
    {
        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(answer, OneLine));
        }
        else
        {
            foreach (var line in words(answer))
            {
                Console.WriteLine(line);
            }
        }

        return CommandLine.Done;
    }

    /// <summary>A sentence in the language of the command line.</summary>
    public static string Said(string zh, string en) =>
        new Sentence(zh, en).In(System.Globalization.CultureInfo.CurrentUICulture.Name);
}
