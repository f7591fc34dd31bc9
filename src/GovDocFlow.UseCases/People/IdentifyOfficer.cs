using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>Whose token it is; asked with every request, so that an ended token ends at once.</summary>
public static class IdentifyOfficer
{
    /// <summary>Asks for it; null where the token is unknown, ended or expired, or its officer is disabled.</summary>
    public sealed record Query(string Token) : IRequest<Officer?>;

    internal sealed class Handler(SessionTokenStore tokens, TimeProvider clock) : IRequestHandler<Query, Officer?>
    {
        public async Task<Officer?> Handle(Query query, CancellationToken cancellationToken) =>
            await tokens.FindOfficerAsync(SignIn.HashOf(query.Token), clock.GetUtcNow(), cancellationToken) is { } stored
                ? Staff.Known(stored)
                : null;
    }
}
