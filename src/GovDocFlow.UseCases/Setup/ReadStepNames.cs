using MediatR;

namespace GovDocFlow.UseCases.Setup;

/// <summary>What the steps of the routes in force are called.</summary>
public static class ReadStepNames
{
    /// <summary>Asks for them.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>The names by step; a step of several routes is called as the first of them calls it.</summary>
    public sealed record Answer(IReadOnlyDictionary<string, string> Names)
    {
        /// <summary>The name of a step; the step itself where no route has it any more.</summary>
        public string Of(string step) => Names.GetValueOrDefault(step) ?? step;
    }

    internal sealed class Handler(Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken cancellationToken) => Task.FromResult(new Answer(
            procedures.Folder.Routes
                .SelectMany(route => route.Activities)
                .DistinctBy(activity => activity.Id)
                .ToDictionary(activity => activity.Id, activity => activity.Name)));
    }
}
