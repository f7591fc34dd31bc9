using GovDocFlow.Documents;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>The departments.</summary>
public static class ListDepartments
{
    /// <summary>Asks for them: an administrator, or nobody signed in, which means the command line.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>All of them, in the order in which they were entered.</summary>
    public sealed record Answer(IReadOnlyList<Department> Items);

    internal sealed class Handler(Staff staff, PeopleDesk desk) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            return new Answer(await staff.DepartmentsAsync(cancellationToken));
        }
    }
}
