using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Demo;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Trails;
using MediatR;

namespace GovDocFlow.UseCases.Setup;

/// <summary>Enters the demo office into an empty database: its departments, people and number series.</summary>
public static class SeedOffice
{
    /// <summary>Asks for it; needs nobody signed in. A database that holds anybody is left as it is.</summary>
    /// <param name="Password">Everybody's password, of at least 10 characters.</param>
    public sealed record Command(string Password) : IRequest<Answer>;

    /// <summary>What was entered.</summary>
    /// <param name="Seeded">False where somebody was there already; all counts are 0 then.</param>
    public sealed record Answer(bool Seeded, int Departments, int Users, int Series);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Password)
            .Must(password => password is { Length: >= 10 and <= 200 })
            .Says("WEAK_PASSWORD", "密码为 10 至 200 个字符。", "A password has 10 to 200 characters.");
    }

    internal sealed class Handler(
        Session session, OfficerStore officers, SeriesStore series, Passwords passwords, OfficeTrail trail, TimeProvider clock)
        : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            await session.BeginWriteAsync(cancellationToken);
            if (!await IsEmptyAsync(cancellationToken))
            {
                return new Answer(false, 0, 0, 0);
            }

            try
            {
                var office = DemoFiles.Office();
                await EnterAsync(office, command.Password, cancellationToken);
                var answer = new Answer(true, office.Departments.Count, office.Users.Count, office.Series.Count);
                await trail.AppendByCommandLineAsync(
                    new Act("seedOffice", new { answer.Departments, answer.Users, answer.Series }), cancellationToken);
                return answer;
            }
            catch (Exception race) when (session.Dialect.IsUniqueViolation(race))
            {
                // Another host seeded in the same moment.
                await session.RollbackAsync();
                return new Answer(false, 0, 0, 0);
            }
        }

        private async Task<bool> IsEmptyAsync(CancellationToken cancellation) =>
            (await officers.DepartmentsAsync(cancellation)).Count == 0
            && (await officers.ListAsync(cancellation)).Count == 0;

        private async Task EnterAsync(DemoOffice office, string password, CancellationToken cancellation)
        {
            foreach (var department in office.Departments)
            {
                await officers.AddDepartmentAsync(
                    new StoredDepartment
                    {
                        Key = department.Key,
                        Name = department.Name,
                        ShortName = department.ShortName,
                        Aliases = string.Join(',', department.Aliases),
                        IsOffice = department.IsOffice,
                    },
                    cancellation);
            }

            var now = clock.GetUtcNow();
            foreach (var user in office.Users)
            {
                await officers.AddAsync(
                    new StoredOfficer
                    {
                        Id = Guid.CreateVersion7(now),
                        UserName = user.UserName,
                        Name = user.Name,
                        Title = user.Title,
                        Department = user.Department,
                        Roles = string.Join(',', user.Roles.Select(OutsideName.Of)),
                        PasswordHash = passwords.Hash(password),
                        CreatedAt = now,
                    },
                    cancellation);
            }

            foreach (var one in office.Series)
            {
                await series.AddAsync(
                    new NumberSeriesName { Name = one.Series, Organ = one.Organ, IsNormative = one.Normative }, cancellation);
            }
        }
    }
}
