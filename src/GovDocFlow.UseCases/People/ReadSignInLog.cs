using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>Who signed in or tried to, the newest first.</summary>
public static class ReadSignInLog
{
    /// <summary>Asks for a page of it, as an administrator; a filter that is null does not narrow.</summary>
    /// <param name="UserName">As it was typed, in any case of letters.</param>
    /// <param name="From">On this day or later, in China.</param>
    /// <param name="To">On this day or earlier, in China.</param>
    public sealed record Query(
        string? UserName = null,
        bool? Succeeded = null,
        DateOnly? From = null,
        DateOnly? To = null,
        int Limit = Paging.DefaultLimit,
        string? Cursor = null) : IRequest<Page<Line>>;

    /// <summary>One attempt.</summary>
    public sealed record Line
    {
        internal long Seq { get; init; }

        /// <summary>As it was typed, in lower case.</summary>
        public string UserName { get; init; } = "";

        /// <summary>The name of whoever signs in like that; null where nobody does.</summary>
        public string? Name { get; init; }

        /// <summary>Whether it let them in.</summary>
        public bool Succeeded { get; init; }

        /// <summary>Where it came from; null where that is not known.</summary>
        public string? Address { get; init; }

        /// <summary>When.</summary>
        public DateTimeOffset At { get; init; }
    }

    internal sealed class Handler(Session session, PeopleDesk desk) : IRequestHandler<Query, Page<Line>>
    {
        public async Task<Page<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            const string Attempts =
                """
                SELECT s.Seq, s.UserName, o.Name, s.Succeeded, s.Address, s.At
                FROM   SignInLog s
                LEFT JOIN Officer o ON o.UserName = s.UserName
                WHERE  s.Seq < @after
                """;
            var filter = (query.UserName is null ? "" : " AND s.UserName = @userName")
                + (query.Succeeded is null ? "" : " AND s.Succeeded = @succeeded")
                + (query.From is null ? "" : " AND s.At >= @from")
                + (query.To is null ? "" : " AND s.At < @until");
            var rows = await session.QueryAsync<Line>(
                session.Dialect.Page($"{Attempts}{filter} ORDER BY s.Seq DESC", "@take"),
                new
                {
                    userName = query.UserName?.Trim().ToLowerInvariant(),
                    succeeded = query.Succeeded,
                    from = query.From is { } from ? ChinaTime.StartOf(from) : (DateTimeOffset?)null,
                    until = query.To is { } to ? ChinaTime.StartOf(to.AddDays(1)) : (DateTimeOffset?)null,
                    after = Paging.After(query.Cursor, descending: true),
                    take = query.Limit + 1,
                },
                cancellationToken);
            return Paging.Of(rows, query.Limit, row => row.Seq, row => row);
        }
    }
}
