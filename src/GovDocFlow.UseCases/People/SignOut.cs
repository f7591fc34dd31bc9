using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>A token is given back and lets nobody in any more.</summary>
public static class SignOut
{
    /// <summary>Asks for it; nothing happens where the token is unknown or was ended before.</summary>
    public sealed record Command(string Token) : IRequest<Unit>;

    internal sealed class Handler(SessionTokenStore tokens, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await tokens.EndAsync(SignIn.HashOf(command.Token), clock.GetUtcNow(), cancellationToken);
            return Unit.Value;
        }
    }
}
