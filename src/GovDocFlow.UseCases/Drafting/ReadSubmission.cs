using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>Who would be told of a submission that passes the gates.</summary>
public static class ReadSubmission
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid DocumentId) : IRequest<Answer>;

    /// <summary>Where it would go.</summary>
    /// <param name="BackTo">The step that returned it and gets it straight back; null where the department head is next.</param>
    /// <param name="Heads">The names of the department's heads who may decide it; empty where every one of them drafted.</param>
    public sealed record Answer(string? BackTo, IReadOnlyList<string> Heads);

    internal sealed class Handler(Casework casework, Staff staff) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.DocumentId, DocumentParts.All, cancellationToken);
            var heads = await staff.HoldersAsync(new(OutsideName.Of(Role.Head), document.Department), cancellationToken);
            return new Answer(
                await BackToAsync(document, cancellationToken),
                [.. heads.Where(head => !document.Drafters.Append(casework.By.Id).Contains(head.Id)).Select(head => head.Name)]);
        }

        // A changed pair is approved by the head again, also on the way back.
        private async Task<string?> BackToAsync(Document document, CancellationToken cancellation) =>
            document is { LastReturn: { ThenBack: true, Step: { } step }, State: DocumentState.Returned }
            && document.ApprovedPair == DocumentFile.PairHash(document.Files)
                ? (await casework.ProcedureAsync(document, cancellation)).Route[step].Name
                : null;
    }
}
