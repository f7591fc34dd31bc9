using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>Somebody says how a supervision item stands, or closes it.</summary>
public static class AnswerSupervision
{
    /// <summary>Asks for it.</summary>
    /// <param name="Feedback">What is to be said; null where it is only closed.</param>
    public sealed record Command(Guid Id, string? Feedback, bool Close) : IRequest<Answer>;

    /// <summary>The item as it now stands.</summary>
    public sealed record Answer(
        Guid Id,
        Guid DocumentId,
        string? Feedback,
        DateTimeOffset? FeedbackAt,
        string? FeedbackBy,
        DateTimeOffset? ClosedAt,
        string? ClosedBy);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            When(command => !command.Close, () => RuleFor(command => command.Feedback!).IsReason());
    }

    internal sealed class Handler(Casework casework, SupervisionStore items, DocumentStore documents, TrailStore trail)
        : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(WhyNever(casework.By, command.Close));
            var found = await items.FindAsync(command.Id, cancellationToken) ?? throw new NotFoundException("supervision");
            await casework.OpenAsync(found.DocumentId, DocumentParts.None, cancellationToken);
            await trail.LockAsync(DocumentStore.Subject(found.DocumentId), cancellationToken);
            var item = (await items.FindAsync(command.Id, cancellationToken))!;
            RefusedException.ThrowIf(item.ClosedAt is null ? null : Refusal.NotNow(
                "ALREADY_CLOSED", $"该督办已由{item.ClosedBy}办结。", $"{item.ClosedBy} closed it already."));

            var (by, at) = (casework.By, casework.Now);
            var answered = command.Feedback is null ? item : item with { Feedback = command.Feedback, FeedbackAt = at, FeedbackBy = by.Name };
            var changed = command.Close ? answered with { ClosedAt = at, ClosedBy = by.Name } : answered;
            await items.ChangeAsync(changed, cancellationToken);
            var document = (await documents.FindAsync(item.DocumentId, DocumentParts.None, cancellationToken))!;
            var act = new Act(command.Close ? "closeSupervision" : "superviseFeedback", new { item = item.Id, command.Feedback });
            await trail.AppendAsync(
                DocumentStore.Subject(item.DocumentId), [TrailLines.Of(act, by, at, document.Version)], cancellationToken);
            return new Answer(
                changed.Id, changed.DocumentId, changed.Feedback, changed.FeedbackAt, changed.FeedbackBy, changed.ClosedAt, changed.ClosedBy);
        }
    }

    /// <summary>Says why an officer's role never answers or closes supervision; null where it does.</summary>
    /// <remarks>The supervisor says what they see; closing is for those who answer for the office.</remarks>
    public static Refusal? WhyNever(Officer by, bool close) =>
        by.IsAny(Role.OfficeHead, Role.Leader)
        || (!close && by.IsAny(Role.Supervisor, Role.Head, Role.Publisher, Role.Clerk))
            ? null
            : Refusal.Never(
                "NOT_YOUR_SUPERVISION",
                close ? "督办由办公室主任或分管领导办结。" : "您的岗位不反馈督办。",
                close ? "The office head or the leader closes supervision items." : "Your role gives no feedback on supervision.");
}
