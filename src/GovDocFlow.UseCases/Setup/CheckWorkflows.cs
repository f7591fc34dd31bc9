using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.Workflows;
using MediatR;

namespace GovDocFlow.UseCases.Setup;

/// <summary>Checks the workflow folder: what is wrong with its files, what is proven of its routes, and who holds their steps.</summary>
public static class CheckWorkflows
{
    /// <summary>Asks for it; needs nobody signed in, and no database.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>All that was found.</summary>
    /// <param name="Sound">Whether there is no problem and no step without a holder.</param>
    /// <param name="Holders">The steps and their holders; null where there is no database with this program's schema.</param>
    public sealed record Answer(
        bool Sound,
        IReadOnlyList<CheckedRoute> Routes,
        IReadOnlyList<RulesFile> Rules,
        IReadOnlyList<Problem> Problems,
        IReadOnlyList<StepHolders>? Holders);

    /// <summary>A route that may be used, with what is proven of it.</summary>
    public sealed record CheckedRoute(string Route, string Name, int Version, int Activities, IReadOnlyList<Proof> Proofs);

    /// <summary>A rules file that was read.</summary>
    /// <param name="Sha256">Of its bytes, lower-case hex.</param>
    public sealed record RulesFile(string File, string Sha256);

    /// <summary>What is wrong with a file.</summary>
    /// <param name="Activity">The activity at fault; null where the file as a whole is meant.</param>
    public sealed record Problem(string File, string? Activity, string Code, Sentence Message);

    /// <summary>A step and who may decide it.</summary>
    /// <param name="Department">The key of the department whose documents are meant; null for the documents of all.</param>
    /// <param name="Holders">Their names; empty where a document would wait for nobody.</param>
    public sealed record StepHolders(
        string Route, string Step, string StepName, Role Role, string? Department, IReadOnlyList<string> Holders);

    internal sealed class Handler(Settings settings, Migrator migrator, Staff staff) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var folder = RouteFolder.Load(Path.Combine(settings.WorkflowsPath, "routes"), Activities.Shapes);
            var problems = folder.Problems.Concat(OfRules(out var rules)).Select(Shown).ToList();
            var holders = await HasSchemaAsync(cancellationToken) ? await HoldersAsync(folder, cancellationToken) : null;
            return new Answer(
                problems.Count == 0 && holders?.Any(step => step.Holders.Count == 0) != true,
                [.. folder.Routes.Select(Checked)],
                rules,
                problems,
                holders);
        }

        private IReadOnlyList<RouteProblem> OfRules(out IReadOnlyList<RulesFile> read)
        {
            read = [];
            try
            {
                var path = Path.Combine(settings.WorkflowsPath, "rules");
                read =
                [
                    .. Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).Select(file => new RulesFile(
                        Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))))),
                ];
                return Procedures.Load(settings.WorkflowsPath).Selection.Problems;
            }
            catch (Exception unreadable)
                when (unreadable is FormatException or JsonException or IOException or UnauthorizedAccessException)
            {
                return
                [
                    new RouteProblem(
                        "rules", null, "UNREADABLE", $"规则文件无法读取：{unreadable.Message}", $"The rules cannot be read: {unreadable.Message}"),
                ];
            }
        }

        // Asking must not make a database where there is none.
        private async Task<bool> HasSchemaAsync(CancellationToken cancellation)
        {
            var connection = new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString };
            var isThere = !settings.Provider.Equals(nameof(DatabaseProvider.Sqlite), StringComparison.OrdinalIgnoreCase)
                || (connection.TryGetValue("Data Source", out var file) && File.Exists((string)file));
            return isThere && (await migrator.PendingAsync(cancellation)).Count == 0;
        }

        private async Task<IReadOnlyList<StepHolders>> HoldersAsync(RouteFolder folder, CancellationToken cancellation)
        {
            var people = await staff.ActiveAsync(cancellation);
            var drafting = people.Where(officer => officer.Is(Role.Drafter)).Select(officer => officer.Department).Distinct().ToList();
            return
            [
                .. from route in folder.Routes
                   from activity in route.Activities
                   where activity.Shape is { WaitsForPeople: true, ReturnsToDrafter: false }
                   from hold in Holds(activity, drafting)
                   select new StepHolders(
                       route.DefinitionId,
                       activity.Id,
                       activity.Name,
                       hold.Role,
                       hold.Department,
                       [
                           .. people.Where(officer =>
                               officer.Is(hold.Role) && (hold.Department is null || officer.Department == hold.Department))
                               .Select(officer => officer.Name),
                       ]),
            ];
        }

        // Heads decide for their own department only, so that each drafting department needs one.
        private static IEnumerable<(Role Role, string? Department)> Holds(RouteActivity activity, IReadOnlyList<string> drafting)
        {
            var role = OutsideName.Parse<Role>(activity.Inputs["role"])!.Value;
            var departmentRole = activity.Type is DepartmentHead.Type or Countersign.Type
                ? role
                : OutsideName.Parse<Role>(activity.Inputs.Find("departmentRole"));
            if (departmentRole != role)
            {
                yield return (role, null);
            }

            if (departmentRole is { } own)
            {
                foreach (var department in drafting)
                {
                    yield return (own, department);
                }
            }
        }

        private static CheckedRoute Checked(Route route) => new(
            route.DefinitionId, route.Name, route.Version, route.Activities.Count, RouteProofs.Prove(route));

        private static Problem Shown(RouteProblem problem) =>
            new(problem.File, problem.Activity, problem.Code, new Sentence(problem.Zh, problem.En));
    }
}
