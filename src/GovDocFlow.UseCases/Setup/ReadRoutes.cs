using GovDocFlow.Documents;
using GovDocFlow.Workflows;
using MediatR;

namespace GovDocFlow.UseCases.Setup;

/// <summary>The routes of the installation: each drawn, with what is proven of it, and what is wrong with the others.</summary>
public static class ReadRoutes
{
    /// <summary>Asks for them; anybody who is signed in may.</summary>
    /// <param name="InEnglish">Whether the drawings are labelled in English.</param>
    public sealed record Query(bool InEnglish = false) : IRequest<Answer>;

    /// <summary>The routes in the order of their files.</summary>
    /// <param name="Problems">Why files that are not among the routes cannot be used; empty where all can.</param>
    public sealed record Answer(IReadOnlyList<DrawnRoute> Routes, IReadOnlyList<RouteTrouble> Problems);

    /// <summary>A route in force.</summary>
    /// <param name="Hash">SHA-256 of its content, to which cases are pinned.</param>
    /// <param name="Svg">Safe to put into a page as it is.</param>
    public sealed record DrawnRoute(
        string Route, string Name, int Version, string Hash, IReadOnlyList<RouteStep> Steps, IReadOnlyList<RouteProof> Proofs, string Svg);

    /// <summary>A step at which people decide.</summary>
    public sealed record RouteStep(string Step, string Name);

    /// <summary>A promise that the route keeps.</summary>
    public sealed record RouteProof(string What, bool Holds, string? Activity, Sentence Words);

    /// <summary>What is wrong with a file.</summary>
    /// <param name="Activity">The activity at fault; null where the file as a whole is meant.</param>
    public sealed record RouteTrouble(string File, string? Activity, string Code, Sentence Words);

    internal sealed class Handler(Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken cancellationToken) => Task.FromResult(new Answer(
            [.. procedures.Folder.Routes.Select(route => Drawn(route, query.InEnglish))],
            [
                .. procedures.Folder.Problems.Concat(procedures.Selection.Problems).Select(problem => new RouteTrouble(
                    problem.File, problem.Activity, problem.Code, new(problem.Zh, problem.En))),
            ]));

        private static DrawnRoute Drawn(Route route, bool inEnglish) => new(
            route.DefinitionId,
            route.Name,
            route.Version,
            route.Hash,
            [
                .. route.Activities.Where(activity => activity.Shape is { WaitsForPeople: true, ReturnsToDrafter: false })
                    .Select(activity => new RouteStep(activity.Id, activity.Name)),
            ],
            [
                .. RouteProofs.Prove(route).Select(proof => new RouteProof(
                    proof.What, proof.Holds, proof.Activity, new(proof.Zh, proof.En))),
            ],
            RouteDrawing.Draw(route, inEnglish: inEnglish));
    }
}
