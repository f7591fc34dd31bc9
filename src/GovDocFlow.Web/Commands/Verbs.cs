using System.CommandLine;

namespace GovDocFlow.Web.Commands;

/// <summary>The verbs of the command line.</summary>
internal static class Verbs
{
    /// <summary>All of them; without any, the host serves.</summary>
    /// <param name="settings">The settings beside the verb.</param>
    public static RootCommand All(string[] settings)
    {
        var run = new VerbRunner(settings);
        var root = new RootCommand("GovDocFlow 公文办理与公开 · official documents, from draft to publication");
        root.Add(new Option<string>("--culture") { Recursive = true, Description = "zh | en" });
        root.SetAction((_, _) => CommandLine.ServeAsync(settings));

        var serve = new Command("serve", "启动系统（缺省）· serve (the default)");
        serve.SetAction((_, _) => CommandLine.ServeAsync(settings));
        root.Add(serve);
        root.AddSetup(run);
        root.AddOffice(run);
        root.AddPeople(run);
        root.AddCalendar(run);
        root.AddClocks(run);
        root.AddChecks(run);
        return root;
    }

    /// <summary>A verb that does something.</summary>
    public static Command Does(this Command verb, Func<ParseResult, CancellationToken, Task<int>> act)
    {
        verb.SetAction(act);
        return verb;
    }

    /// <summary>A verb that answers as JSON too.</summary>
    public static Command Answers(this Command verb, Func<ParseResult, CancellationToken, Task<int>> act)
    {
        verb.Add(VerbRunner.Json);
        return verb.Does(act);
    }
}
