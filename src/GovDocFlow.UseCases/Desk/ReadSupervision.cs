using System.Text.Json.Serialization;
using GovDocFlow.Storage;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>督办: the supervision items of the documents that an officer sees, the newest first.</summary>
public static class ReadSupervision
{
    /// <summary>Asks for a page of them.</summary>
    /// <param name="Open">Only open ones, or only closed ones; null: all.</param>
    public sealed record Query(bool? Open = null, int Limit = Paging.DefaultLimit, string? Cursor = null)
        : IRequest<Page<Line>>;

    /// <summary>One item.</summary>
    public sealed record Line
    {
        internal long Seq { get; init; }

        /// <summary>Its key.</summary>
        public Guid Id { get; init; }

        /// <summary>The document that is late.</summary>
        public Guid DocumentId { get; init; }

        /// <summary>Its title.</summary>
        public string Title { get; init; } = "";

        /// <summary>Its number; null before issue.</summary>
        public string? Number { get; init; }

        /// <summary>The key of the drafting department.</summary>
        public string Department { get; init; } = "";

        /// <summary>The clock that was breached.</summary>
        public Guid? ClockId { get; init; }

        /// <summary>The rule of that clock.</summary>
        [JsonPropertyName("rule")]
        public string RuleCode { get; init; } = "";

        /// <summary>When it was opened.</summary>
        public DateTimeOffset OpenedAt { get; init; }

        /// <summary>What was said about it last; null before.</summary>
        public string? Feedback { get; init; }

        /// <summary>When.</summary>
        public DateTimeOffset? FeedbackAt { get; init; }

        /// <summary>By whom.</summary>
        public string? FeedbackBy { get; init; }

        /// <summary>When it was closed; null while it is open.</summary>
        public DateTimeOffset? ClosedAt { get; init; }

        /// <summary>By whom.</summary>
        public string? ClosedBy { get; init; }
    }

    internal sealed class Handler(Session session, Asker asker) : IRequestHandler<Query, Page<Line>>
    {
        public async Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            const string Items =
                """
                SELECT s.Seq, s.Id, s.DocumentId, d.Title, d.Number, d.Department, s.ClockId, s.RuleCode, s.OpenedAt, s.Feedback,
                       s.FeedbackAt, s.FeedbackBy, s.ClosedAt, s.ClosedBy
                FROM   SupervisionItem s
                JOIN   Document d ON d.Id = s.DocumentId
                WHERE  s.Seq < @after
                """;
            var by = asker.Required;
            var open = query.Open switch
            {
                true => " AND s.ClosedAt IS NULL",
                false => " AND s.ClosedAt IS NOT NULL",
                null => "",
            };
            var rows = await session.QueryAsync<Line>(
                session.Dialect.Page($"{Items}{Sight.And(by)}{open} ORDER BY s.Seq DESC", "@take"),
                new
                {
                    sightDepartment = by.Department,
                    after = Paging.After(query.Cursor, descending: true),
                    take = query.Limit + 1,
                },
                cancellationToken);
            return Paging.Of(rows, query.Limit, row => row.Seq, row => row);
        }
    }
}
