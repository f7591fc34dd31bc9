using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Setup;

/// <summary>Brings the database to the schema of this program.</summary>
public static class MigrateDatabase
{
    /// <summary>Asks for it; needs nobody signed in.</summary>
    public sealed record Command : IRequest<Answer>;

    /// <summary>What was done.</summary>
    /// <param name="Applied">How many scripts ran; 0 where nothing was lacking.</param>
    /// <param name="Scripts">The names of the scripts that were lacking, in order.</param>
    public sealed record Answer(int Applied, IReadOnlyList<string> Scripts);

    internal sealed class Handler(Migrator migrator) : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            var lacking = await migrator.PendingAsync(cancellationToken);
            return new Answer(await migrator.RunAsync(cancellationToken), lacking);
        }
    }
}
