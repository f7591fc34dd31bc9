using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Figures;

/// <summary>统计: the figures of a period with their numerators and denominators, the reasons of returns, and the age of open work.</summary>
/// <remarks>Over the documents that the officer who asks sees.</remarks>
public static class ReadFigures
{
    /// <summary>Asks for them, the days in China and both included.</summary>
    /// <param name="Department">The key of a drafting department; null: all of them.</param>
    public sealed record Query(DateOnly From, DateOnly To, string? Department = null) : IRequest<Answer>;

    /// <summary>The figures, in a fixed order.</summary>
    /// <param name="Departments">The names of the departments by key.</param>
    public sealed record Answer(
        DateOnly From,
        DateOnly To,
        IReadOnlyList<Figure> Figures,
        IReadOnlyList<ReturnReason> Returns,
        OpenWork OpenWork,
        IReadOnlyDictionary<string, string> Departments);

    /// <summary>One figure.</summary>
    /// <param name="Metric">The code by which its documents are asked for.</param>
    /// <param name="IsOfPeriod">False for what stands now, whatever the period.</param>
    public sealed record Figure(
        string Metric,
        Sentence Name,
        Sentence Basis,
        FigureUnit Unit,
        bool IsOfPeriod,
        FigureValue Value,
        IReadOnlyDictionary<string, FigureValue> ByDepartment);

    /// <summary>A value with what it is made of.</summary>
    /// <param name="Numerator">Of a median and a P95 the number of documents.</param>
    /// <param name="Value">Null where the denominator is 0.</param>
    public sealed record FigureValue(long Numerator, long Denominator, decimal? Value);

    /// <summary>How often a rule, or a free item, brought drafts back in the period; each notice counts a reason once.</summary>
    /// <param name="Code">Null for items that reviewers wrote freely.</param>
    public sealed record ReturnReason(
        string? Code, Sentence Name, ReturnNumbers Total, IReadOnlyDictionary<string, ReturnNumbers> ByDepartment);

    /// <summary>退文, 部门内部退回 and 自检退回.</summary>
    public sealed record ReturnNumbers(int Official, int Internal, int SelfCheck);

    /// <summary>What waits now for somebody's decision.</summary>
    /// <param name="LongestWorkingDays">The longest wait; null where nothing waits.</param>
    public sealed record OpenWork(int Tasks, int? LongestWorkingDays, IReadOnlyList<AgeBand> Bands);

    /// <summary>The tasks that have waited so many working days, both included.</summary>
    /// <param name="ToWorkingDays">Null for the last band.</param>
    public sealed record AgeBand(
        int FromWorkingDays, int? ToWorkingDays, int Tasks, IReadOnlyDictionary<string, int> ByDepartment);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(query => query.To).IsPeriodFrom(query => query.From);
    }

    internal sealed class Handler(
        Session session, FigureCounts counts, ReturnReasons reasons, WorkAges ages, Staff staff, Asker asker, TimeProvider clock)
        : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var scope = new FigureScope(query.From, query.To, query.Department, asker.Required, clock.GetUtcNow());
            var figures = new List<Figure>();
            foreach (var metric in Metric.All(session.Dialect))
            {
                var byDepartment = await counts.OfAsync(metric, scope, cancellationToken);
                figures.Add(new Figure(
                    metric.Code,
                    metric.Name,
                    metric.Basis,
                    metric.Unit,
                    metric.Period is not MetricPeriod.Now,
                    Tally.Sum(byDepartment.Values).Value(metric),
                    byDepartment.ToDictionary(department => department.Key, department => department.Value.Value(metric))));
            }

            return new Answer(
                query.From,
                query.To,
                figures,
                await reasons.OfAsync(scope, cancellationToken),
                await ages.OfAsync(scope, cancellationToken),
                (await staff.DepartmentsAsync(cancellationToken)).ToDictionary(one => one.Key, one => one.Name));
        }
    }
}
