using System.Text.Json;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Trails;

/// <summary>The trail of the whole office, the newest act first; only a supervisor reads it.</summary>
/// <remarks>
/// Words, and a person's acts of one kind, are sought among <see cref="SoughtAtOnce"/> lines for each page: such a page may hold
/// fewer lines than its limit, or none, and still have a next one, which goes on where it ended.
/// </remarks>
public static class ReadTrail
{
    /// <summary>Among how many lines one page seeks what no index leads to.</summary>
    public const int SoughtAtOnce = 50_000;

    /// <summary>Asks for a page of it; a filter that is null does not narrow.</summary>
    /// <param name="Subject">Only this subject: <c>office</c>, or <c>document:</c> with an id.</param>
    /// <param name="Actor">Only acts of this person, by user name or full name; <c>system</c> or <c>commandLine</c> where nobody signed in.</param>
    /// <param name="Verb">Only this act, by its outside name.</param>
    /// <param name="From">On this day or later, in China.</param>
    /// <param name="To">On this day or earlier, in China.</param>
    /// <param name="Words">Words of the act's detail; all of them must be there, of more than five only the first five count.</param>
    public sealed record Query(
        string? Subject = null,
        string? Actor = null,
        string? Verb = null,
        DateOnly? From = null,
        DateOnly? To = null,
        string? Words = null,
        int Limit = Paging.DefaultLimit,
        string? Cursor = null) : IRequest<Page<Line>>;

    /// <summary>One act.</summary>
    /// <param name="Number">Its place in the subject's own trail, from 1 without gaps.</param>
    /// <param name="DocumentId">The document that it is about; null where it is about none.</param>
    /// <param name="Title">That document's title now; null likewise.</param>
    /// <param name="Actor">The name of who did it, as it read on that day.</param>
    /// <param name="OnBehalfOf">For whom; null where they acted for themselves.</param>
    /// <param name="Detail">What changed.</param>
    /// <param name="Version">The subject's version after it.</param>
    public sealed record Line(
        string Subject,
        int Number,
        Guid? DocumentId,
        string? Title,
        DateTimeOffset At,
        string Actor,
        string? OnBehalfOf,
        string Verb,
        JsonElement Detail,
        int Version);

    internal sealed class Handler(Session session, OfficerStore officers, Asker asker) : IRequestHandler<Query, Page<Line>>
    {
        public async Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(WhyNot(asker.Required));
            var filter = TrailFilter.Of(query, await ActorsAsync(query.Actor, cancellationToken), session.Dialect);
            var after = Math.Min(Paging.After(query.Cursor, descending: true), await EndAsync(cancellationToken));
            var isSought = IsSought(query);
            if (!isSought && (query.Actor is not null || query.From is null != query.To is null))
            {
                // Mostly a page is found among the latest lines. Else all lines of a person would be put in order under their
                // several names, and days that are open to one side be looked up over all that lies on it.
                var latest = await PageAsync(query, filter, after - SoughtAtOnce, after, cancellationToken);
                if (latest.Next is not null)
                {
                    return latest;
                }
            }

            var (first, end) = await BoundsAsync(query, cancellationToken);
            after = Math.Min(after, end);
            var from = isSought ? Math.Max(first, after - SoughtAtOnce) : first;
            var page = await PageAsync(query, filter, from, after, cancellationToken);
            return page.Next is null && from > first ? page with { Next = Paging.Cursor(from) } : page;
        }

        private async Task<Page<Line>> PageAsync(
            Query query, TrailFilter filter, long first, long after, CancellationToken cancellation)
        {
            const string Entries =
                """
                SELECT t.Seq, t.Subject, t.Line, t.At, t.ActorName, t.OnBehalfOf, t.Verb, t.Detail, t.SubjectVersion,
                       d.Id AS DocumentId, d.Title
                FROM   TrailEntry t
                LEFT JOIN Document d ON d.Id = REPLACE(t.Subject, 'document:', '')
                WHERE  t.Seq < @after AND t.Seq >= @first
                """;
            filter.Values["first"] = first;
            filter.Values["after"] = after;
            filter.Values["take"] = query.Limit + 1;
            var rows = await session.QueryAsync<Row>(
                session.Dialect.Page($"{Entries}{filter.Condition} ORDER BY t.Seq DESC", "@take"), filter.Values, cancellation);
            return Paging.Of(rows, query.Limit, row => row.Seq, row => row.ToLine());
        }

        // No index leads to words, nor to a person's acts of one kind.
        private static bool IsSought(Query query) => query.Words is not null || (query.Actor is not null && query.Verb is not null);

        private async Task<long> EndAsync(CancellationToken cancellation) =>
            await session.ScalarAsync<long?>("SELECT MAX(Seq) FROM TrailEntry", null, cancellation) + 1 ?? 0;

        private static Refusal? WhyNot(Officer by) => by.Is(Role.Supervisor)
            ? null
            : Refusal.Never("NOT_A_SUPERVISOR", "只有监督员可以查阅全部留痕。", "Only a supervisor reads the whole trail.");

        // The page runs by sequence, so that days alone would be looked for line by line. Without the + 0 the bounds would be
        // looked for like that too, and not in the index of the instants.
        private async Task<(long First, long End)> BoundsAsync(Query query, CancellationToken cancellation)
        {
            if (query is { From: null, To: null })
            {
                return (0, long.MaxValue);
            }

            var bounds = await session.FindAsync<Bounds>(
                "SELECT MIN(Seq + 0) AS FirstSeq, MAX(Seq + 0) AS LastSeq FROM TrailEntry WHERE At >= @from AND At < @until",
                new
                {
                    from = ChinaTime.StartOf(query.From ?? DateOnly.MinValue.AddDays(1)),
                    until = ChinaTime.StartOf(query.To?.AddDays(1) ?? DateOnly.MaxValue),
                },
                cancellation);
            return bounds is { FirstSeq: { } first, LastSeq: { } last } ? (first, last + 1) : (long.MaxValue, 0);
        }

        // The trail knows people by key; whoever looks something up knows their names.
        private async Task<IReadOnlyList<string>?> ActorsAsync(string? asked, CancellationToken cancellation) =>
            asked is null
                ? null
                :
                [
                    asked,
                    .. (await officers.ListAsync(cancellation))
                        .Where(officer => officer.Name == asked || officer.UserName.Equals(asked, StringComparison.OrdinalIgnoreCase))
                        .Select(officer => TextTypes.Text(officer.Id)),
                ];
    }

    private sealed record Bounds
    {
        public long? FirstSeq { get; init; }

        public long? LastSeq { get; init; }
    }

    private sealed record Row
    {
        public long Seq { get; init; }

        public string Subject { get; init; } = "";

        public int Line { get; init; }

        public DateTimeOffset At { get; init; }

        public string ActorName { get; init; } = "";

        public string? OnBehalfOf { get; init; }

        public string Verb { get; init; } = "";

        public string Detail { get; init; } = "";

        public int SubjectVersion { get; init; }

        public Guid? DocumentId { get; init; }

        public string? Title { get; init; }

        public ReadTrail.Line ToLine() => new(
            Subject,
            Line,
            DocumentId,
            Title,
            At,
            ActorName,
            OnBehalfOf,
            Verb,
            JsonSerializer.Deserialize<JsonElement>(Detail),
            SubjectVersion);
    }
}
