using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>How documents are looked up.</summary>
public enum DueStatus
{
    /// <summary>临期: an open clock is due within a working day.</summary>
    DueSoon,

    /// <summary>逾期: an open clock's latest possible day is over.</summary>
    Overdue,

    /// <summary>暂定: an open clock rests on a calendar that is not announced.</summary>
    Provisional,
}

/// <summary>The documents that an officer sees.</summary>
public static class ReadDocuments
{
    /// <summary>Asks for a page of them; a filter that is null does not narrow.</summary>
    /// <param name="Q">Words of title or number; all of them must be there.</param>
    /// <param name="From">Started on this day or later, in China.</param>
    /// <param name="To">Started on this day or earlier, in China.</param>
    /// <param name="StartedByMe">Only what the asker started.</param>
    /// <param name="Order">Null: the newest first.</param>
    /// <param name="Cursor">Of a page in the same order; null for the first page.</param>
    public sealed record Query(
        DocumentState? State = null,
        string? Department = null,
        Disclosure? Attribute = null,
        bool? Normative = null,
        DocumentKind? Kind = null,
        DueStatus? DueStatus = null,
        string? Q = null,
        DateOnly? From = null,
        DateOnly? To = null,
        bool StartedByMe = false,
        DocumentOrder? Order = null,
        int Limit = Paging.DefaultLimit,
        string? Cursor = null) : IRequest<Page<Line>>;

    /// <summary>One document in a list.</summary>
    public sealed record Line
    {
        /// <summary>Its key.</summary>
        public Guid Id { get; init; }

        /// <summary>标题</summary>
        public string Title { get; init; } = "";

        /// <summary>文种</summary>
        public DocumentKind Kind { get; init; }

        /// <summary>Where it stands.</summary>
        public DocumentState State { get; init; }

        /// <summary>公开属性; null while it is not decided.</summary>
        public Disclosure? Attribute { get; init; }

        /// <summary>规范性文件</summary>
        public bool Normative { get; init; }

        /// <summary>The key of the drafting department.</summary>
        public string Department { get; init; } = "";

        /// <summary>发文字号; null before issue.</summary>
        public string? Number { get; init; }

        /// <summary>When it was started.</summary>
        public DateTimeOffset CreatedAt { get; init; }

        /// <summary>成文日期</summary>
        public DateOnly? FormedOn { get; init; }

        /// <summary>When it was issued.</summary>
        public DateTimeOffset? IssuedAt { get; init; }

        /// <summary>The last possible day, inclusive, of the open clock that is over first; null without an open clock.</summary>
        public DateOnly? LatestDueOn { get; init; }

        /// <summary>How it stands to its clocks; null where none is near, late or provisional.</summary>
        public DueStatus? DueStatus { get; init; }

        /// <summary>The version.</summary>
        public int Version { get; init; }
    }

    internal sealed class Handler(Session session, DocumentList list, Asker asker, TimeProvider clock)
        : IRequestHandler<Query, Page<Line>>
    {
        public Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var (where, values) = DocumentFilter.Of(query, asker.Required, now, session.Dialect);
            return list.PageAsync(where, values, DocumentSequence.Of(query.Order), query.Limit, query.Cursor, now, cancellationToken);
        }
    }
}
