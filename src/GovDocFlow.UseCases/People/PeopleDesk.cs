using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases.Trails;

namespace GovDocFlow.UseCases.People;

/// <summary>Where people are entered and struck off: by an administrator, or at the machine itself.</summary>
internal sealed class PeopleDesk(Asker asker, OfficeTrail trail)
{
    /// <summary>Says why whoever asks does not keep the people; null when they do. Nobody signed in means the command line.</summary>
    public Refusal? WhyNot() => asker.Officer is null || asker.Officer.Is(Role.Admin)
        ? null
        : Refusal.Never("NOT_AN_ADMIN", "只有系统管理员可以管理人员。", "Only an administrator keeps the people.");

    /// <summary>Notes a change, in its own transaction.</summary>
    public Task NoteAsync(Act act, CancellationToken cancellation) => asker.Officer is { } officer
        ? trail.AppendAsync(act, officer, cancellation)
        : trail.AppendByCommandLineAsync(act, cancellation);
}
