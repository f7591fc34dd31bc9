using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Figures;

/// <summary>The returns behind a number of <see cref="ReadFigures.ReturnReason"/>, the latest first.</summary>
public static class ReadReturnCases
{
    /// <summary>What stands for the reasons that reviewers wrote freely.</summary>
    public const string Free = "free";

    /// <summary>Asks for a page of them, the days in China and both included.</summary>
    /// <param name="Code">The code of a rule, or <see cref="Free"/>.</param>
    /// <param name="Kind">Null: of every kind.</param>
    /// <param name="Department">The key of a drafting department; null: all of them.</param>
    public sealed record Query(
        string Code,
        DateOnly From,
        DateOnly To,
        ReturnKind? Kind = null,
        string? Department = null,
        int Limit = Paging.DefaultLimit,
        string? Cursor = null) : IRequest<Page<Line>>;

    /// <summary>One return.</summary>
    /// <param name="N">Which return of its document it was, from 1.</param>
    /// <param name="Number">退文编号; null but for official returns.</param>
    public sealed record Line(
        Guid DocumentId, string Title, string Department, int N, ReturnKind Kind, string? Number, DateTimeOffset ReturnedAt);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(query => query.To).IsPeriodFrom(query => query.From);
    }

    internal sealed class Handler(Session session, Asker asker, TimeProvider clock) : IRequestHandler<Query, Page<Line>>
    {
        public async Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            const string Notices =
                """
                SELECT n.Seq, n.DocumentId, n.N, n.Kind, n.Number, n.ReturnedAt, n.Items, d.Title, d.Department
                FROM   ReturnNotice n
                JOIN   Document d ON d.Id = n.DocumentId
                WHERE  n.ReturnedAt >= @from AND n.ReturnedAt < @until AND d.State <> 'cancelled' AND n.Seq < @after
                """;
            var scope = new FigureScope(query.From, query.To, query.Department, asker.Required, clock.GetUtcNow());
            var values = scope.Values();
            values["after"] = Paging.After(query.Cursor, descending: true);
            values["kind"] = query.Kind is { } kind ? OutsideName.Of(kind) : null;
            var ofKind = query.Kind is null ? "" : " AND n.Kind = @kind";
            var code = query.Code == Free ? null : query.Code;
            var rows = new List<Row>();

            // What brought a draft back is kept as text that no SQL searches.
            await foreach (var row in session.StreamAsync<Row>(
                $"{Notices}{ofKind}{scope.Condition} ORDER BY n.Seq DESC", values, cancellationToken))
            {
                if (ReturnReasons.Codes(row.Items).Contains(code))
                {
                    rows.Add(row);
                }

                if (rows.Count > query.Limit)
                {
                    break;
                }
            }

            return Paging.Of(rows, query.Limit, row => row.Seq, row => row.ToLine());
        }
    }

    private sealed record Row
    {
        public long Seq { get; init; }

        public Guid DocumentId { get; init; }

        public int N { get; init; }

        public string Kind { get; init; } = "";

        public string? Number { get; init; }

        public DateTimeOffset ReturnedAt { get; init; }

        public string Items { get; init; } = "";

        public string Title { get; init; } = "";

        public string Department { get; init; } = "";

        public Line ToLine() =>
            new(DocumentId, Title, Department, N, OutsideName.Parse<ReturnKind>(Kind)!.Value, Number, ReturnedAt);
    }
}
