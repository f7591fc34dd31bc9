using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>A department is entered, so that people can have posts in it and documents can come from it.</summary>
public static class AddDepartment
{
    private const int LongestKey = 40;
    private const int MostAliases = 10;

    /// <summary>Asks for it: an administrator, or nobody signed in, which means the command line.</summary>
    /// <param name="Key">By which programs know it; lower-case letters, digits, dots and hyphens. It never changes.</param>
    /// <param name="Name">As it signs.</param>
    /// <param name="ShortName">As lists show it.</param>
    /// <param name="Aliases">Other names under which it signs jointly.</param>
    /// <param name="IsOffice">Whether it is the government office itself; there is one.</param>
    public sealed record Command(
        string Key, string Name, string ShortName, IReadOnlyList<string>? Aliases = null, bool IsOffice = false)
        : IRequest<Department>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Key)
                .Must(key => key is { Length: > 0 and <= LongestKey } && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-'))
                .Says("WRONG_VALUE", "单位代码为 1 至 40 个小写字母、数字、点或连字符。", "A key has 1 to 40 lower-case letters, digits, dots or hyphens.");
            RuleFor(command => command.Name)
                .Must(PeopleDesk.IsLine).Says("WRONG_VALUE", "请填写单位全称，不超过 200 字。", "Give the full name, of at most 200 characters.");
            RuleFor(command => command.ShortName)
                .Must(PeopleDesk.IsLine).Says("WRONG_VALUE", "请填写单位简称，不超过 200 字。", "Give a short name of at most 200 characters.");
            RuleFor(command => command.Aliases)
                .Must(aliases => aliases is null || (aliases.Count <= MostAliases && aliases.All(IsAlias)))
                .Says("WRONG_VALUE", "别名至多 10 个，每个不超过 50 字，不含逗号。", "There are at most 10 aliases, each of at most 50 characters without commas.");
        }

        private static bool IsAlias(string alias) =>
            PeopleDesk.IsLine(alias) && alias.Length <= 50 && !alias.Contains(',', StringComparison.Ordinal);
    }

    internal sealed class Handler(Session session, OfficerStore officers, Staff staff, PeopleDesk desk) : IRequestHandler<Command, Department>
    {
        public async Task<Department> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            var known = await staff.DepartmentsAsync(cancellationToken);
            RefusedException.ThrowIf(WhyNotOffice(command, known));

            var entered = new Department(command.Key, command.Name.Trim(), command.ShortName.Trim(), command.Aliases ?? [], command.IsOffice);
            await desk.NoteAsync(new Act("addDepartment", entered), cancellationToken);
            try
            {
                await officers.AddDepartmentAsync(
                    new StoredDepartment
                    {
                        Key = entered.Key,
                        Name = entered.Name,
                        ShortName = entered.ShortName,
                        Aliases = string.Join(',', entered.Aliases),
                        IsOffice = entered.IsOffice,
                    },
                    cancellationToken);
            }
            catch (Exception taken) when (session.Dialect.IsUniqueViolation(taken))
            {
                throw new RefusedException(Refusal.NotNow(
                    "DEPARTMENT_TAKEN", $"单位代码“{command.Key}”已有单位使用。", $"The department key '{command.Key}' is taken."));
            }

            return entered;
        }

        private static Refusal? WhyNotOffice(Command command, IReadOnlyList<Department> known) =>
            command.IsOffice && known.FirstOrDefault(one => one.IsOffice) is { } office
                ? Refusal.NotNow(
                    "OFFICE_IS_THERE",
                    $"办公室只有一个，已是“{office.Name}”。",
                    $"There is one office; it is '{office.Key}' already.")
                : null;
    }
}
