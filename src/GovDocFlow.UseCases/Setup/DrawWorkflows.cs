using GovDocFlow.Documents;
using GovDocFlow.Workflows;
using MediatR;

namespace GovDocFlow.UseCases.Setup;

/// <summary>Draws the routes in force as Mermaid flowcharts.</summary>
public static class DrawWorkflows
{
    /// <summary>Asks for it; needs nobody signed in.</summary>
    /// <param name="Route">Only this route; null draws all of them.</param>
    public sealed record Query(string? Route = null) : IRequest<Answer>;

    /// <summary>The drawings, in the order of the route files.</summary>
    public sealed record Answer(IReadOnlyList<Drawing> Items);

    /// <summary>One drawing.</summary>
    /// <param name="Route">The route's own name in files.</param>
    /// <param name="Name">What people read.</param>
    public sealed record Drawing(string Route, string Name, string Mermaid);

    internal sealed class Handler(Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var routes = query.Route is null ? procedures.Folder.Routes
                : procedures.Folder.Find(query.Route) is { } route ? [route]
                : throw new NotFoundException("route");
            return Task.FromResult(new Answer(
                [.. routes.Select(one => new Drawing(one.DefinitionId, one.Name, Mermaid.Draw(one)))]));
        }
    }
}
