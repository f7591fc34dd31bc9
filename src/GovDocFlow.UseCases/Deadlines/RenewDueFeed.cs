using System.Buffers.Text;
using System.Security.Cryptography;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Trails;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>An officer gets a secret address under which a calendar program reads their due days; an older one ends.</summary>
public static class RenewDueFeed
{
    private const int TokenBytes = 32;

    /// <summary>Asks for it. The answer must not be kept, so no idempotency key goes with it.</summary>
    public sealed record Command : IRequest<Answer>;

    /// <summary>The new secret.</summary>
    /// <param name="Token">Shown this once: only its hash is kept.</param>
    public sealed record Answer(string Token, DateTimeOffset Since);

    internal sealed class Handler(DueFeedStore feeds, OfficeTrail trail, Asker asker, TimeProvider clock)
        : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            var by = asker.Required;
            RefusedException.ThrowIf(Sight.WhyNot(by));
            var now = clock.GetUtcNow();
            var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
            await trail.AppendAsync(new Act("renewDueFeed", new { by.UserName }), by, cancellationToken);
            await feeds.ReplaceAsync(by.Id, SignIn.HashOf(token), now, cancellationToken);
            return new Answer(token, now);
        }
    }
}
