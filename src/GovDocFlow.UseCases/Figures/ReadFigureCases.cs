using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Figures;

/// <summary>The documents behind a figure, the newest first.</summary>
public static class ReadFigureCases
{
    /// <summary>Asks for a page of them, over the same period and department as the figure.</summary>
    /// <param name="Metric">The figure's code.</param>
    /// <param name="Counted">Only what the numerator counts, or only what it does not; null: the whole denominator.</param>
    public sealed record Query(
        string Metric,
        DateOnly From,
        DateOnly To,
        string? Department = null,
        bool? Counted = null,
        int Limit = Paging.DefaultLimit,
        string? Cursor = null) : IRequest<Page<ReadDocuments.Line>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(query => query.To).IsPeriodFrom(query => query.From);
    }

    internal sealed class Handler(Session session, DocumentList list, Asker asker, TimeProvider clock)
        : IRequestHandler<Query, Page<ReadDocuments.Line>>
    {
        public async Task<Page<ReadDocuments.Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            var metric = Metric.All(session.Dialect).FirstOrDefault(known => known.Code == query.Metric)
                ?? throw new NotFoundException("metric");
            var now = clock.GetUtcNow();
            var scope = new FigureScope(query.From, query.To, query.Department, asker.Required, now);
            var counted = query.Counted switch
            {
                true => $" AND {metric.Hit}",
                false => $" AND NOT ({metric.Hit})",
                null => "",
            };
            var values = scope.Values();
            return await list.PageAsync(
                $" AND {metric.InPeriod} AND {metric.Base}{counted}{scope.Condition}",
                values,
                DocumentSequence.Of(null),
                query.Limit,
                query.Cursor,
                now,
                cancellationToken);
        }
    }
}
