using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Review;

/// <summary>One task of a document, and where each way of deciding it would lead.</summary>
public static class ReadTask
{
    /// <summary>Asks for it, open or decided.</summary>
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <summary>The task.</summary>
    /// <param name="MayChangeAttribute">Whether an approval at this step may change the disclosure attribute.</param>
    /// <param name="BindsPair">Whether an approval states the secrecy review and binds document and interpretation.</param>
    /// <param name="ReturnSteps">The earlier steps that would take a return by the asker, beside the drafter; the earliest first.</param>
    /// <param name="WhyNot">Why the asker may not decide it now; null when they may.</param>
    /// <param name="AfterApproval">What an approval would lead to now; null where the asker may not approve.</param>
    public sealed record Answer(
        Guid Id,
        Guid DocumentId,
        string Step,
        string StepName,
        bool MayChangeAttribute,
        bool BindsPair,
        IReadOnlyList<StepView> ReturnSteps,
        RefusalView? WhyNot,
        Consequence? AfterApproval);

    /// <summary>A step of the route, with its name on sheets.</summary>
    public sealed record StepView(string Step, string StepName);

    /// <summary>What an act would lead to.</summary>
    /// <param name="Next">The steps that would open, each with the names of who would be told; may be empty.</param>
    /// <param name="Findings">What the gates on the way would find; empty where it passes.</param>
    public sealed record Consequence(
        DocumentState State, IReadOnlyList<NextStep> Next, IReadOnlyList<FindingView> Findings);

    /// <summary>A step that would open.</summary>
    public sealed record NextStep(string StepName, IReadOnlyList<string> Told);

    internal sealed class Handler(Casework casework, DocumentStore documents, Staff staff) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var task = await documents.FindTaskAsync(query.Id, cancellationToken) ?? throw new NotFoundException("task");
            var document = await casework.OpenAsync(task.DocumentId, DocumentParts.All, cancellationToken);
            var procedure = await casework.ProcedureAsync(document, cancellationToken);
            var step = procedure.Route[task.Step];
            var whyNot = document.WhyNotDecide(task, casework.By);
            var mayApprove = document.WhyNotApprove(task, procedure.Route, casework.By) is null;
            return new Answer(
                task.Id,
                document.Id,
                task.Step,
                task.StepName,
                step.Type == SignOff.Type || step.Inputs.Find("reviews") is "office" or GovDocFlow.Documents.Cases.Review.OfDisclosure,
                step.Type == DepartmentHead.Type,
                whyNot is not null
                    ? []
                    : Review.ReturnSteps.Accepted(
                        procedure.Route,
                        procedure.Route.EarlierSteps(task.Step),
                        order => document.Return(task, procedure, order, casework.By, casework.Now)),
                whyNot is null ? null : new RefusalView(whyNot.Code, whyNot.Why),
                mayApprove ? await AfterAsync(document, task, procedure, cancellationToken) : null);
        }

        // The verb itself says what it would do: it changes nothing until it is kept.
        private async Task<Consequence> AfterAsync(
            Document document, WorkTask task, Procedure procedure, CancellationToken cancellation)
        {
            var read = await casework.WithPapersAsync(procedure, document, cancellation);
            var outcome = document.Approve(task, read, "", null, casework.By, casework.Now);
            var next = new List<NextStep>();
            foreach (var opened in outcome.Opened)
            {
                var told = await staff.HoldersAsync(new(OutsideName.Of(opened.Role), opened.Department), cancellation);
                next.Add(new NextStep(opened.StepName, [.. told.Select(officer => officer.Name)]));
            }

            return new Consequence(
                outcome.After.State,
                next,
                [.. (outcome.Returned?.Items ?? []).Select(item => new FindingView(
                    item.Code!, item.Rule!, item.Basis!, item.Message, item.Fix!, item.Location, item.Field))]);
        }
    }
}
