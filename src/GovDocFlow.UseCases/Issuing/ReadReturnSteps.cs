using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>Where the clerk can send a signed document back to before it is issued.</summary>
public static class ReadReturnSteps
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid DocumentId) : IRequest<Answer>;

    /// <summary>The steps.</summary>
    /// <param name="Steps">
    /// The earliest first; without the re-check, which a return reaches only by way of the signature. Empty where the asker
    /// may not return it now.
    /// </param>
    public sealed record Answer(IReadOnlyList<ReadTask.StepView> Steps);

    internal sealed class Handler(Casework casework) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.DocumentId, DocumentParts.All, cancellationToken);
            if (document.WhyNotReturnBeforeIssue(casework.By) is not null)
            {
                return new Answer([]);
            }

            var procedure = await casework.ProcedureAsync(document, cancellationToken);
            var last = procedure.Route.Activities.Last(activity => activity.Type == Recheck.Type).Id;
            return new Answer(ReturnSteps.Accepted(
                procedure.Route,
                procedure.Route.EarlierSteps(last),
                order => document.ReturnBeforeIssue(procedure, order, casework.By, casework.Now)));
        }
    }
}
