using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Review;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>An officer keeps a phrase for their opinions, or changes one.</summary>
public static class SavePhrase
{
    private const int Most = 50;

    /// <summary>Asks for it.</summary>
    /// <param name="Id">One of their own; null adds a new one.</param>
    /// <param name="Verb">The decision for which it is offered; null: for any.</param>
    public sealed record Command(Guid? Id, DecisionVerb? Verb, string Words) : IRequest<Phrase>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Words)
                .Must(words => !string.IsNullOrWhiteSpace(words)).Says("REQUIRED", "请填写内容。", "Give the words.")
                .MaximumLength(500).Says("TOO_LONG", "常用意见不超过 500 字。", "A phrase has at most 500 characters.");
            RuleFor(command => command.Verb)
                .IsInEnum().Says("WRONG_VALUE", "须为 approve 或 return。", "It is approve or return.");
        }
    }

    internal sealed class Handler(Session session, PhraseStore phrases, Asker asker, TimeProvider clock)
        : IRequestHandler<Command, Phrase>
    {
        public async Task<Phrase> Handle(Command command, CancellationToken cancellationToken)
        {
            var officer = asker.Required.Id;
            var phrase = new StoredPhrase
            {
                Id = command.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
                Officer = officer,
                Verb = command.Verb is { } verb ? OutsideName.Of(verb) : null,
                Words = command.Words.Trim(),
            };
            if (command.Id is not null)
            {
                return await phrases.ChangeAsync(phrase, cancellationToken) ? Phrase.Of(phrase) : throw new NotFoundException("phrase");
            }

            await session.BeginWriteAsync(cancellationToken);
            RefusedException.ThrowIf((await phrases.OfAsync(officer, cancellationToken)).Count < Most
                ? null
                : Refusal.NotNow("TOO_MANY_PHRASES", $"常用意见最多 {Most} 条，请先删除不用的。", $"There can be at most {Most}; remove one first."));
            await phrases.AddAsync(phrase, cancellationToken);
            return Phrase.Of(phrase);
        }
    }
}
