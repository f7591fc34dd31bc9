using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>Everybody with the posts they held, and who held which on a day.</summary>
public static class ReadPeople
{
    /// <summary>Asks for it: an administrator, or nobody signed in, which means the command line.</summary>
    /// <param name="On">The day for which the post is named; null names none.</param>
    public sealed record Query(DateOnly? On = null) : IRequest<Answer>;

    /// <summary>Disabled ones included, in the order in which they were entered.</summary>
    public sealed record Answer(IReadOnlyList<Person> Items);

    /// <summary>Somebody.</summary>
    /// <param name="Posts">The posts, the present one last.</param>
    /// <param name="PostOn">The post on the day that was asked for; null where they held none, or no day was asked for.</param>
    public sealed record Person(UserView User, IReadOnlyList<PostView> Posts, PostView? PostOn);

    internal sealed class Handler(OfficerStore officers, OfficerPostStore posts, Staff staff, PeopleDesk desk)
        : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            var departments = await staff.DepartmentsAsync(cancellationToken);
            var kept = (await posts.ListAsync(cancellationToken)).ToLookup(post => post.Officer);
            return new Answer(
                [.. (await officers.ListAsync(cancellationToken)).Select(officer => Shown(officer, kept, departments, query.On))]);
        }

        private static Person Shown(
            StoredOfficer officer, ILookup<Guid, StoredPost> kept, IReadOnlyList<Department> departments, DateOnly? on)
        {
            var posts = kept[officer.Id].DefaultIfEmpty(PostView.First(officer))
                .Select(post => PostView.Of(post, departments))
                .ToList();
            return new Person(
                UserView.Of(officer, departments), posts, on is { } day ? posts.FindLast(post => post.WasHeldOn(day)) : null);
        }
    }
}
