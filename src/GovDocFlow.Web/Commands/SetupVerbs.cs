using System.CommandLine;
using GovDocFlow.UseCases.Demo;
using GovDocFlow.UseCases.Setup;
using GovDocFlow.Web.Hosting;

namespace GovDocFlow.Web.Commands;

/// <summary><c>migrate</c> and <c>demo</c>.</summary>
internal static class SetupVerbs
{
    public static void AddSetup(this RootCommand root, VerbRunner run)
    {
        root.Add(new Command("migrate", "升级数据库 · bring the database up to date")
            .Does((_, stop) => MigrateAsync(run, stop)));
        root.Add(new Command("demo", "载入示例公文，办到现在为止 · load the sample cases, up to now")
            .Does((_, stop) => DemoAsync(run, stop)));
    }

    private static Task<int> MigrateAsync(VerbRunner run, CancellationToken stop) => run.RunAsync(async (office, _) =>
    {
        var answer = await office.SendAsync(new MigrateDatabase.Command(), null, stop);
        Console.WriteLine(VerbRunner.Said(
            $"数据库已是最新，执行了 {answer.Applied} 个升级脚本。", $"The database is up to date; {answer.Applied} scripts ran."));
        return CommandLine.Done;
    });

    private static Task<int> DemoAsync(VerbRunner run, CancellationToken stop) => run.RunAsync(async (office, environment) =>
    {
        await office.SendAsync(new MigrateDatabase.Command(), null, stop);
        if (environment.IsDevelopment())
        {
            await office.SendAsync(new SeedOffice.Command(OpenOffice.DemoPassword), null, stop);
        }

        var answer = await office.SendAsync(new ReplayDemo.Command(new Lines()), null, stop);
        Console.WriteLine(answer.Loaded
            ? VerbRunner.Said($"已载入 {answer.Cases.Count} 个示例。", $"{answer.Cases.Count} sample cases loaded.")
            : VerbRunner.Said("示例此前已经载入，未作改动。", "The sample cases were there already; nothing was changed."));
        return CommandLine.Done;
    });

    // Progress<T> would print from other threads, after the last line.
    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine(value);
    }
}
