using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>An officer drops one of their own phrases.</summary>
public static class RemovePhrase
{
    /// <summary>Asks for it.</summary>
    public sealed record Command(Guid Id) : IRequest<Unit>;

    internal sealed class Handler(PhraseStore phrases, Asker asker) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            await phrases.RemoveAsync(command.Id, asker.Required.Id, cancellationToken)
                ? Unit.Value
                : throw new NotFoundException("phrase");
    }
}
