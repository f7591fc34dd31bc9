using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.Workflows;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>The case's route as a picture: the way so far, where it is and with whom, and what is still to come.</summary>
public static class ReadRoutePicture
{
    /// <summary>Asks for it.</summary>
    /// <param name="InEnglish">Whether all but the steps' own names is in English.</param>
    public sealed record Query(Guid DocumentId, bool InEnglish = false) : IRequest<Answer>;

    /// <summary>The picture.</summary>
    /// <param name="Route">The definition id of the route.</param>
    /// <param name="IsPinned">Whether the case follows it; false for a draft that would take it if it were submitted now.</param>
    /// <param name="Svg">Safe to put into a page as it is.</param>
    public sealed record Answer(string Route, string RouteName, bool IsPinned, string Svg);

    internal sealed class Handler(Casework casework, DocumentStore documents, Procedures procedures, Staff staff)
        : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.DocumentId, DocumentParts.Tasks, cancellationToken);
            if (document.RouteHash is null)
            {
                var route = Selected(document.Draft);
                return new Answer(
                    route.DefinitionId, route.Name, false, RouteDrawing.Draw(route, inEnglish: query.InEnglish));
            }

            var pinned = (await casework.ProcedureAsync(document, cancellationToken)).Route;
            var marks = await MarksAsync(document, pinned, cancellationToken);
            return new Answer(
                pinned.DefinitionId,
                pinned.Name,
                true,
                RouteDrawing.Draw(pinned, marks, $"{pinned.Name}：《{document.Draft.Title}》", query.InEnglish));
        }

        private Route Selected(Draft draft)
        {
            var name = procedures.Selection.Select(new RouteFacts(
                OutsideName.Of(draft.IssuerLevel), draft.JointIssuers.Count > 0, draft.Normative));
            return (name is null ? null : procedures.Folder.Find(name)) ?? throw new NotFoundException("route");
        }

        private async Task<Dictionary<string, StepMark>> MarksAsync(
            Document document, Route route, CancellationToken cancellation)
        {
            var approvals = (await documents.OpinionsAsync(document.Id, cancellation))
                .Where(opinion => opinion.Verb == "approve")
                .ToLookup(opinion => opinion.Step);
            var decided = approvals.Select(step => step.Key).ToHashSet();
            if (document.Returns > 0)
            {
                decided.UnionWith(route.Activities.Where(activity => activity.Shape.ReturnsToDrafter).Select(activity => activity.Id));
            }

            var standings = RouteProgress.Of(route, document.Position, decided);
            var marks = new Dictionary<string, StepMark>(standings.Count);
            foreach (var (step, standing) in standings)
            {
                marks[step] = new StepMark(standing, standing switch
                {
                    StepStanding.Current => await HoldersAsync(document, step, cancellation),
                    StepStanding.Done when approvals[step].LastOrDefault() is { } opinion =>
                        $"{opinion.ByName} {ChinaTime.ToChina(opinion.At):MM-dd}",
                    StepStanding.Done when route[step].Shape.ReturnsToDrafter => $"{document.Returns}×",
                    _ => null,
                });
            }

            return marks;
        }

        private async Task<string?> HoldersAsync(Document document, string step, CancellationToken cancellation)
        {
            var names = new List<string>();
            foreach (var task in document.Tasks.Where(task => task.Step == step))
            {
                var holders = await staff.HoldersAsync(new Hold(OutsideName.Of(task.Role), task.Department), cancellation);
                names.AddRange(holders.Where(officer => !document.Drafters.Contains(officer.Id)).Select(officer => officer.Name));
            }

            if (names.Count == 0 && document.IsWithDrafter)
            {
                names.AddRange(await DraftersAsync(document, cancellation));
            }

            return names.Count == 0 ? null : string.Join('、', names.Distinct());
        }

        private async Task<IEnumerable<string>> DraftersAsync(Document document, CancellationToken cancellation) =>
            (await staff.FindAsync(document.Drafters[^1], cancellation))?.Name is { } name ? [name] : [];
    }
}
