using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Review;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>常用意见: an officer's own phrases first, then those of the office.</summary>
public static class ReadPhrases
{
    /// <summary>Asks for them.</summary>
    /// <param name="Verb">Only those for this decision; null: all.</param>
    public sealed record Query(DecisionVerb? Verb = null) : IRequest<Answer>;

    /// <summary>The phrases.</summary>
    public sealed record Answer(IReadOnlyList<Phrase> Items);

    internal sealed class Handler(PhraseStore phrases, Asker asker) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var own = (await phrases.OfAsync(asker.Required.Id, cancellationToken)).Select(Phrase.Of);
            var all = own.Concat(OfficePhrases.All.Select(phrase => new Phrase(null, phrase.Verb, phrase.Words)));
            return new Answer([.. all.Where(phrase => query.Verb is null || phrase.Verb is null || phrase.Verb == query.Verb)]);
        }
    }
}

/// <summary>A phrase for an opinion.</summary>
/// <param name="Id">Null where it is the office's, which nobody changes.</param>
/// <param name="Verb">The decision for which it is offered; null: for any.</param>
public sealed record Phrase(Guid? Id, DecisionVerb? Verb, string Words)
{
    internal static Phrase Of(StoredPhrase stored) =>
        new(stored.Id, OutsideName.Parse<DecisionVerb>(stored.Verb), stored.Words);
}
