using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>What stands around every page: the office's name, its departments, and how many notices are unread.</summary>
public static class ReadFrame
{
    /// <summary>Asks for it; also before sign-in.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>What stands there.</summary>
    /// <param name="OfficeName">Empty while no office is entered.</param>
    /// <param name="Departments">In the order in which they were entered; empty before sign-in.</param>
    /// <param name="Unread">The asker's notices that they have not marked as read; 0 before sign-in.</param>
    public sealed record Answer(string OfficeName, IReadOnlyList<Department> Departments, int Unread)
    {
        /// <summary>The short name of a department; its key where there is none of that key.</summary>
        public string ShortNameOf(string department) =>
            Departments.FirstOrDefault(known => known.Key == department)?.ShortName ?? department;
    }

    internal sealed class Handler(Session session, Staff staff, Asker asker) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var departments = await staff.DepartmentsAsync(cancellationToken);
            var name = departments.FirstOrDefault(department => department.IsOffice)?.Name ?? "";
            if (asker.Officer is not { } officer)
            {
                return new Answer(name, [], 0);
            }

            var unread = await session.ScalarAsync<int>(
                "SELECT COUNT(*) FROM Notice WHERE Officer = @Id AND ReadAt IS NULL", new { officer.Id }, cancellationToken);
            return new Answer(name, departments, unread);
        }
    }
}
