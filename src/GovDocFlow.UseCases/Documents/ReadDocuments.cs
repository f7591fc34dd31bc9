using GovDocFlow.Deadlines;
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

/// <summary>The documents that an officer sees, the newest first.</summary>
public static class ReadDocuments
{
    /// <summary>Asks for a page of them; a filter that is null does not narrow.</summary>
    /// <param name="Q">Words of title or number; all of them must be there.</param>
    /// <param name="From">Started on this day or later, in China.</param>
    /// <param name="To">Started on this day or earlier, in China.</param>
    /// <param name="StartedByMe">Only what the asker started.</param>
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

        /// <summary>How it stands to its clocks; null where none is near, late or provisional.</summary>
        public DueStatus? DueStatus { get; init; }

        /// <summary>The version.</summary>
        public int Version { get; init; }
    }

    internal sealed class Handler(Session session, Asker asker, TimeProvider clock) : IRequestHandler<Query, Page<Line>>
    {
        public async Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (where, values) = DocumentFilter.Of(query, asker.Required, clock.GetUtcNow());
            values["after"] = Paging.After(query.Cursor, descending: true);
            values["take"] = query.Limit + 1;
            const string Lines =
                """
                SELECT d.Seq, d.Id, d.Title, d.Kind, d.State, d.Attribute, d.Normative, d.Department, d.Number, d.CreatedAt,
                       d.FormedOn, d.IssuedAt, d.DueSoonAt, d.OverdueAt, d.IsProvisional, d.Version
                FROM   Document d
                WHERE  d.Seq < @after
                """;
            var rows = await session.QueryAsync<DocumentLineRow>(
                session.Dialect.Page($"{Lines} {where} ORDER BY d.Seq DESC", "@take"), values, cancellationToken);
            return Paging.Of(rows, query.Limit, row => row.Seq, row => row.ToLine(clock.GetUtcNow()));
        }
    }
}

/// <summary>The filter of a document list: further conditions (AND …) on rows named <c>d</c>, with their parameters.</summary>
internal static class DocumentFilter
{
    public static (string Where, Dictionary<string, object?> Values) Of(
        ReadDocuments.Query query, Officer by, DateTimeOffset now)
    {
        var conditions = new List<string> { Sight.Of(by) };
        var values = new Dictionary<string, object?> { ["sightDepartment"] = by.Department };
        Add(query.State is { } state ? OutsideName.Of(state) : null, "state", "d.State = @state");
        Add(query.Department, "department", "d.Department = @department");
        Add(query.Attribute is { } attribute ? OutsideName.Of(attribute) : null, "attribute", "d.Attribute = @attribute");
        Add(query.Kind is { } kind ? OutsideName.Of(kind) : null, "kind", "d.Kind = @kind");
        Add(query.Normative, "normative", "d.Normative = @normative");
        Add(query.StartedByMe ? by.Id : null, "startedBy", "d.StartedBy = @startedBy");
        Add(query.From is { } from ? ChinaTime.StartOf(from) : null, "from", "d.CreatedAt >= @from");
        Add(query.To is { } to ? ChinaTime.StartOf(to.AddDays(1)) : null, "until", "d.CreatedAt < @until");
        Add(query.DueStatus is null ? null : now, "now", Due(query.DueStatus));
        var words = (query.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var (index, word) in words.Take(5).Index())
        {
            Add($"%{Escaped(word)}%", $"word{index}", $"(d.Title LIKE @word{index} ESCAPE '~' OR d.Number LIKE @word{index} ESCAPE '~')");
        }

        return (string.Concat(conditions.Select(condition => $" AND {condition}")), values);

        void Add(object? value, string name, string condition)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                values[name] = value;
            }
        }
    }

    // Found in the index of due dates first: few documents are due, and a page in order would be sought among all.
    private static string Due(DueStatus? status) => status switch
    {
        DueStatus.Overdue => "d.Seq IN (SELECT o.Seq FROM Document o WHERE o.OverdueAt <= @now)",
        DueStatus.DueSoon => "d.Seq IN (SELECT o.Seq FROM Document o WHERE o.OverdueAt > @now AND o.DueSoonAt <= @now)",
        DueStatus.Provisional => "d.Seq IN (SELECT o.Seq FROM Document o WHERE o.OverdueAt > @now AND o.IsProvisional = 1)",
        null => "",
    };

    /// <summary>A word so that LIKE with ESCAPE ~ takes it literally.</summary>
    internal static string Escaped(string word) => word
        .Replace("~", "~~", StringComparison.Ordinal)
        .Replace("%", "~%", StringComparison.Ordinal)
        .Replace("_", "~_", StringComparison.Ordinal)
        .Replace("[", "~[", StringComparison.Ordinal);
}

/// <summary>A row of a document list.</summary>
internal sealed record DocumentLineRow
{
    public long Seq { get; init; }

    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string Kind { get; init; } = "";

    public string State { get; init; } = "";

    public string? Attribute { get; init; }

    public bool Normative { get; init; }

    public string Department { get; init; } = "";

    public string? Number { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateOnly? FormedOn { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public DateTimeOffset? DueSoonAt { get; init; }

    public DateTimeOffset? OverdueAt { get; init; }

    public bool IsProvisional { get; init; }

    public int Version { get; init; }

    public ReadDocuments.Line ToLine(DateTimeOffset now) => new()
    {
        Id = Id,
        Title = Title,
        Kind = OutsideName.Parse<DocumentKind>(Kind)!.Value,
        State = OutsideName.Parse<DocumentState>(State)!.Value,
        Attribute = OutsideName.Parse<Disclosure>(Attribute),
        Normative = Normative,
        Department = Department,
        Number = Number,
        CreatedAt = CreatedAt,
        FormedOn = FormedOn,
        IssuedAt = IssuedAt,
        DueStatus = OverdueAt <= now ? Documents.DueStatus.Overdue
            : DueSoonAt <= now ? Documents.DueStatus.DueSoon
            : IsProvisional ? Documents.DueStatus.Provisional
            : null,
        Version = Version,
    };
}
