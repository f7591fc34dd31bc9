using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>Somebody new gets a post and may sign in.</summary>
public static class AddUser
{
    /// <summary>Asks for it: an administrator, or nobody signed in, which means the command line.</summary>
    /// <param name="Department">The key of a department.</param>
    /// <param name="Password">At least 10 characters.</param>
    public sealed record Command(
        string UserName, string Name, string Title, string Department, IReadOnlyList<Role> Roles, string Password)
        : IRequest<UserView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.UserName)
                .Must(name => name is { Length: > 0 and <= 100 } && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
                .Says("WRONG_VALUE", "用户名为 1 至 100 字，不含空格。", "A user name has 1 to 100 characters and no blanks.");
            RuleFor(command => command.Name)
                .Must(PeopleDesk.IsLine).Says("WRONG_VALUE", "请填写姓名，不超过 200 字。", "Give a name of at most 200 characters.");
            RuleFor(command => command.Title)
                .Must(PeopleDesk.IsLine).Says("WRONG_VALUE", "请填写职务，不超过 200 字。", "Give a post of at most 200 characters.");
            RuleFor(command => command.Roles)
                .Must(roles => roles is { Count: > 0 } && roles.All(Enum.IsDefined))
                .Says("REQUIRED", "请至少指定一个岗位。", "Give at least one role.");
            RuleFor(command => command.Password)
                .Must(password => password is { Length: >= 10 and <= 200 })
                .Says("WEAK_PASSWORD", "密码为 10 至 200 个字符。", "A password has 10 to 200 characters.");
        }
    }

    internal sealed class Handler(
        Session session, OfficerStore officers, Staff staff, Passwords passwords, PeopleDesk desk, TimeProvider clock)
        : IRequestHandler<Command, UserView>
    {
        public async Task<UserView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            var departments = await staff.DepartmentsAsync(cancellationToken);
            RefusedException.ThrowIf(PeopleDesk.WhyNotIn(command.Department, departments));
            RefusedException.ThrowIf(
                await officers.FindByUserNameAsync(command.UserName, cancellationToken) is null ? null : Taken(command.UserName));

            var officer = Entered(command);
            await desk.NoteAsync(
                new Act("addUser", new { officer.UserName, officer.Name, officer.Title, officer.Department, command.Roles }),
                cancellationToken);
            try
            {
                await officers.AddAsync(officer, cancellationToken);
            }
            catch (Exception taken) when (session.Dialect.IsUniqueViolation(taken))
            {
                throw new RefusedException(Taken(command.UserName));
            }

            return UserView.Of(officer, departments);
        }

        private StoredOfficer Entered(Command command)
        {
            var now = clock.GetUtcNow();
            return new StoredOfficer
            {
                Id = Guid.CreateVersion7(now),
                UserName = command.UserName,
                Name = command.Name,
                Title = command.Title,
                Department = command.Department,
                Roles = string.Join(',', command.Roles.Distinct().Select(OutsideName.Of)),
                PasswordHash = passwords.Hash(command.Password),
                CreatedAt = now,
            };
        }

        private static Refusal Taken(string userName) => Refusal.NotNow(
            "USER_NAME_TAKEN", $"用户名“{userName}”已有人使用。", $"The user name '{userName}' is taken.");
    }
}
