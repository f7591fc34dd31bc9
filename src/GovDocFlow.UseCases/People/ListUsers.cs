using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>Everybody, with their roles.</summary>
public static class ListUsers
{
    /// <summary>Asks for it: an administrator, or nobody signed in, which means the command line.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>Disabled ones included, in the order in which they were entered.</summary>
    public sealed record Answer(IReadOnlyList<UserView> Items);

    internal sealed class Handler(OfficerStore officers, Staff staff, PeopleDesk desk) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            var departments = await staff.DepartmentsAsync(cancellationToken);
            return new Answer(
                [.. (await officers.ListAsync(cancellationToken)).Select(officer => UserView.Of(officer, departments))]);
        }
    }
}
