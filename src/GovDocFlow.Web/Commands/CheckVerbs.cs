using System.CommandLine;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Setup;
using GovDocFlow.UseCases.Trails;

namespace GovDocFlow.Web.Commands;

/// <summary><c>workflow check|draw</c>, <c>numbers audit</c>, <c>audit verify</c>; exit code 1 where something is wrong.</summary>
internal static class CheckVerbs
{
    public static void AddChecks(this RootCommand root, VerbRunner run)
    {
        var route = new Argument<string?>("route") { Arity = ArgumentArity.ZeroOrOne };
        var draw = new Command("draw", "画图（Mermaid）· draw as Mermaid") { route };
        root.Add(new Command("workflow", "办理流程 · routes and rules")
        {
            new Command("check", "检查 · check").Answers((parsed, stop) => CheckAsync(run, parsed, stop)),
            draw.Answers((parsed, stop) => DrawAsync(run, parsed, parsed.GetValue(route), stop)),
        });
        root.Add(new Command("numbers", "发文字号 · the ledger")
        {
            new Command("audit", "核查断号、重号 · gaps and doubles").Answers((parsed, stop) => NumbersAsync(run, parsed, stop)),
        });
        root.Add(new Command("audit", "办理轨迹 · the trail")
        {
            new Command("verify", "验证轨迹链 · verify the chain").Answers((parsed, stop) => VerifyAsync(run, parsed, stop)),
        });
    }

    private static Task<int> CheckAsync(VerbRunner run, ParseResult parsed, CancellationToken stop) =>
        run.RunAsync(async (office, _) =>
        {
            var found = await office.SendAsync(new CheckWorkflows.Query(), null, stop);
            VerbRunner.Print(parsed, found, Words);
            return found.Sound ? CommandLine.Done : CommandLine.Failed;
        });

    private static IEnumerable<string> Words(CheckWorkflows.Answer found) =>
    [
        .. found.Routes.SelectMany(route => (string[])
        [
            VerbRunner.Said(
                $"{route.Route}（{route.Name}）第 {route.Version} 版，{route.Activities} 个环节",
                $"{route.Route} ({route.Name}) version {route.Version}, {route.Activities} activities"),
            .. route.Proofs.Select(proof => $"  {(proof.Holds ? "✓" : "✗")} {VerbRunner.Said(proof.Zh, proof.En)}"),
        ]),
        .. found.Rules.Select(rules => $"{rules.File}  {rules.Sha256}"),
        .. found.Problems.Select(problem =>
            $"{problem.File}  {problem.Activity}  {problem.Code}  {VerbRunner.Said(problem.Message.Zh, problem.Message.En)}"),
        .. (found.Holders ?? []).Where(step => step.Holders.Count == 0).Select(step => VerbRunner.Said(
            $"{step.Route} {step.StepName} {step.Department} 无人办理", $"{step.Route} {step.Step} {step.Department}: nobody holds it")),
        found.Sound ? VerbRunner.Said("检查通过。", "Sound.") : VerbRunner.Said("检查未通过。", "Not sound."),
    ];

    private static Task<int> DrawAsync(VerbRunner run, ParseResult parsed, string? route, CancellationToken stop) =>
        run.RunAsync(async (office, _) => VerbRunner.Print(
            parsed,
            await office.SendAsync(new DrawWorkflows.Query(route), null, stop),
            answer => answer.Items.Select(drawing => $"%% {drawing.Route} {drawing.Name}\n{drawing.Mermaid}")));

    private static Task<int> NumbersAsync(VerbRunner run, ParseResult parsed, CancellationToken stop) =>
        run.RunOnDatabaseAsync(async office =>
        {
            var audit = await office.SendAsync(new AuditNumbers.Query(), null, stop);
            VerbRunner.Print(parsed, audit, found =>
            [
                .. found.Problems.Select(problem => VerbRunner.Said(problem.Zh, problem.En)),
                VerbRunner.Said(
                    $"核查了 {found.Numbers} 个号，发现 {found.Problems.Count} 个问题。",
                    $"{found.Numbers} numbers, {found.Problems.Count} problems."),
            ]);
            return audit.Problems.Count == 0 ? CommandLine.Done : CommandLine.Failed;
        });

    private static Task<int> VerifyAsync(VerbRunner run, ParseResult parsed, CancellationToken stop) =>
        run.RunOnDatabaseAsync(async office =>
        {
            var verdict = await office.SendAsync(new VerifyTrail.Query(), null, stop);
            VerbRunner.Print(parsed, verdict, found =>
            [
                found.IsWhole
                    ? VerbRunner.Said(
                        $"轨迹完整：{found.Subjects} 条链，{found.Entries} 条记录。",
                        $"The trail is whole: {found.Subjects} chains, {found.Entries} entries.")
                    : VerbRunner.Said(
                        $"轨迹被改动：{found.Subject} 第 {found.Line} 条：{found.What?.Zh}",
                        $"The trail was altered: {found.Subject} line {found.Line}: {found.What?.En}"),
            ]);
            return verdict.IsWhole ? CommandLine.Done : CommandLine.Failed;
        });
}
