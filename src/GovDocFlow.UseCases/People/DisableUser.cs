using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>Somebody may sign in no more, and whatever they have open ends. What they did keeps their name.</summary>
public static class DisableUser
{
    /// <summary>Asks for it: an administrator, or nobody signed in, which means the command line.</summary>
    public sealed record Command(string UserName) : IRequest<UserView>;

    internal sealed class Handler(
        OfficerStore officers, SessionTokenStore tokens, Staff staff, PeopleDesk desk, TimeProvider clock)
        : IRequestHandler<Command, UserView>
    {
        public async Task<UserView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            var officer = await officers.FindByUserNameAsync(command.UserName, cancellationToken)
                ?? throw new NotFoundException("user");
            if (!officer.Disabled)
            {
                await desk.NoteAsync(new Act("disableUser", new { officer.UserName, officer.Name }), cancellationToken);
                await officers.SetDisabledAsync(officer.Id, true, cancellationToken);
                await tokens.EndAllAsync(officer.Id, clock.GetUtcNow(), cancellationToken);
            }

            return UserView.Of(officer with { Disabled = true }, await staff.DepartmentsAsync(cancellationToken));
        }
    }
}
