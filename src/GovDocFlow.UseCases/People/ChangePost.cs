using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>Somebody takes another post, with its roles; opinions that were given keep the post held then.</summary>
public static class ChangePost
{
    /// <summary>Asks for it: an administrator, or nobody signed in, which means the command line.</summary>
    /// <param name="Department">The key of a department.</param>
    /// <param name="From">The first day in the new post, not after today; the first day of the present post corrects that post.</param>
    public sealed record Command(
        string UserName, string Title, string Department, IReadOnlyList<Role> Roles, DateOnly From) : IRequest<UserView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Title)
                .Must(PeopleDesk.IsLine).Says("WRONG_VALUE", "请填写职务，不超过 200 字。", "Give a post of at most 200 characters.");
            RuleFor(command => command.Roles)
                .Must(roles => roles is { Count: > 0 } && roles.All(Enum.IsDefined))
                .Says("REQUIRED", "请至少指定一个岗位。", "Give at least one role.");
        }
    }

    internal sealed class Handler(
        OfficerStore officers, OfficerPostStore posts, Staff staff, PeopleDesk desk, TimeProvider clock)
        : IRequestHandler<Command, UserView>
    {
        public async Task<UserView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            var departments = await staff.DepartmentsAsync(cancellationToken);
            RefusedException.ThrowIf(PeopleDesk.WhyNotIn(command.Department, departments));
            var officer = await officers.FindByUserNameAsync(command.UserName, cancellationToken)
                ?? throw new NotFoundException("user");
            await desk.NoteAsync(
                new Act("changePost", new { officer.UserName, command.Title, command.Department, command.Roles, command.From }),
                cancellationToken);

            // Read under the trail's lock, so that of two changes the second follows the first.
            var present = (await posts.OfAsync(officer.Id, cancellationToken)) is [.., var last] ? last : PostView.First(officer);
            RefusedException.ThrowIf(WhyNotFrom(command.From, present));
            var taken = new StoredPost
            {
                Officer = officer.Id,
                Title = command.Title,
                Department = command.Department,
                Roles = string.Join(',', command.Roles.Distinct().Select(OutsideName.Of)),
                FromDay = command.From,
            };
            if (present.FromDay < taken.FromDay)
            {
                await posts.WriteAsync(present with { UntilDay = taken.FromDay.AddDays(-1) }, cancellationToken);
            }

            await posts.WriteAsync(taken, cancellationToken);
            await officers.SetPostAsync(taken, cancellationToken);
            return UserView.Of(
                officer with { Title = taken.Title, Department = taken.Department, Roles = taken.Roles }, departments);
        }

        private Refusal? WhyNotFrom(DateOnly from, StoredPost present)
        {
            if (from > ChinaTime.DayOf(clock.GetUtcNow()))
            {
                return Refusal.Content(
                    "POST_IN_FUTURE", "任职日期不能晚于今天，请到任当日再办理。", "A post cannot begin after today; change it on its first day.");
            }

            return from < present.FromDay
                ? Refusal.Content(
                    "POST_BEFORE_PRESENT",
                    $"任职日期不能早于现任职务的起始日 {present.FromDay:yyyy-MM-dd}。",
                    $"A post cannot begin before the present one did, on {present.FromDay:yyyy-MM-dd}.")
                : null;
        }
    }
}
