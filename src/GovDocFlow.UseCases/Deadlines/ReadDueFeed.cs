using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>An officer's due days as a calendar file, for a program that holds the secret address.</summary>
public static class ReadDueFeed
{
    private const int MostItems = 1000;
    private const int DaysBack = 31;
    private const int DaysAhead = 366;

    /// <summary>Asks for it; needs nobody signed in.</summary>
    /// <param name="Token">The secret of <see cref="RenewDueFeed"/>.</param>
    public sealed record Query(string Token) : IRequest<Answer>;

    /// <summary>What is owed from a month ago to a year ahead.</summary>
    /// <param name="Calendar">RFC 5545.</param>
    public sealed record Answer(string Calendar);

    internal sealed class Handler(DueFeedStore feeds, DueItems due, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var stored = await feeds.FindOfficerAsync(People.SignIn.HashOf(query.Token), cancellationToken);
            if (stored is null || Staff.Known(stored) is not { SeesDocuments: true } officer)
            {
                throw new NotFoundException("feed");
            }

            var now = clock.GetUtcNow();
            var today = ChinaTime.DayOf(now);
            var items = await due.BetweenAsync(
                officer, today.AddDays(-DaysBack), today.AddDays(DaysAhead), today, MostItems, cancellationToken);
            return new Answer(CalendarFile.Write(items, now));
        }
    }
}
