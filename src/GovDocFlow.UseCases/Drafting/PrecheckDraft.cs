using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>What a submission would meet now, by the gates' own code.</summary>
public static class PrecheckDraft
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid DocumentId) : IRequest<Answer>;

    /// <summary>Whether it would come back, and all that would bring it back.</summary>
    public sealed record Answer(bool WouldReturn, IReadOnlyList<FindingView> Items, IReadOnlyList<FindingView> Warnings);

    internal sealed class Handler(Casework casework, Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.DocumentId, DocumentParts.Files, cancellationToken);
            var rules = document.IsWithDrafter && document.RulesHash is null
                ? procedures.Rules
                : await casework.RulesAsync(document, cancellationToken);
            var found = document.Precheck(
                rules,
                await casework.TextAsync(document, FileRole.Body, cancellationToken),
                await casework.TextAsync(document, FileRole.InterpretationMaterial, cancellationToken),
                ChinaTime.DayOf(casework.Now));
            return new Answer(
                found.Items.Count > 0, [.. found.Items.Select(FindingView.Of)], [.. found.Warnings.Select(FindingView.Of)]);
        }
    }
}
