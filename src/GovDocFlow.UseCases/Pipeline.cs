using FluentValidation;
using FluentValidation.Results;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases;

/// <summary>A request that carries what a drafter filled in.</summary>
internal interface IBearsDraft
{
    Draft Draft { get; }
}

/// <summary>A wrong form never opens a connection; all that is wrong with it is told at once.</summary>
internal sealed class Validate<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // First of all: of classified content not even the fields' names are looked at.
        if (request is IBearsDraft { Draft: var draft })
        {
            RefusedException.ThrowIf(Document.WhyNotHeld(draft));
        }

        var failures = new List<ValidationFailure>();
        foreach (var validator in validators)
        {
            failures.AddRange((await validator.ValidateAsync(request, cancellationToken)).Errors);
        }

        return failures.Count == 0 ? await next() : throw new ValidationException(failures);
    }
}

/// <summary>An act with a key is done once: its answer is remembered in the act's own transaction.</summary>
internal sealed class AnswerOnce<TRequest, TResponse>(Asker asker, IdempotencyStore answers, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (asker is not { Officer: { } officer, Once: { } once })
        {
            return await next();
        }

        var claim = await answers.ClaimAsync(
            officer.Id, once.Path, once.Key, once.BodyHash, clock.GetUtcNow(), cancellationToken);
        switch (claim.Result)
        {
            case ClaimResult.Answered:
                return Json.Read<TResponse>(claim.Answer!);
            case ClaimResult.BodyDiffers:
                throw new RefusedException(Refusal.Content(
                    "KEY_REUSED",
                    "该 Idempotency-Key 已用于另一内容的请求，请换一个键。",
                    "This Idempotency-Key was used with another body; use a new one."));
            default:
                var answer = await next();
                await answers.RememberAsync(officer.Id, once.Path, once.Key, Json.Write(answer), cancellationToken);
                return answer;
        }
    }
}

/// <summary>What a use case wrote is kept when it ends well, all of it, and otherwise none.</summary>
internal sealed class CommitOnce<TRequest, TResponse>(Session session) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var answer = await next();
        await session.CommitAsync(cancellationToken);
        return answer;
    }
}
