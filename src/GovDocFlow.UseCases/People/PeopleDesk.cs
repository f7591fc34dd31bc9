using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases.Trails;

namespace GovDocFlow.UseCases.People;

/// <summary>Where people, departments and number series are kept: by an administrator, or at the machine itself.</summary>
internal sealed class PeopleDesk(Asker asker, OfficeTrail trail)
{
    /// <summary>Says why whoever asks does not keep them; null when they do. Nobody signed in means the command line.</summary>
    public Refusal? WhyNot() => asker.Officer is null || asker.Officer.Is(Role.Admin)
        ? null
        : Refusal.Never("NOT_AN_ADMIN", "只有系统管理员可以管理人员、单位和文号系列。", "Only an administrator keeps people, departments and number series.");

    /// <summary>Notes a change, in its own transaction.</summary>
    public Task NoteAsync(Act act, CancellationToken cancellation) => asker.Officer is { } officer
        ? trail.AppendAsync(act, officer, cancellation)
        : trail.AppendByCommandLineAsync(act, cancellation);

    /// <summary>Says why nobody can have a post in this department; null where it is there.</summary>
    public static Refusal? WhyNotIn(string department, IReadOnlyList<Department> known)
    {
        if (known.Any(one => one.Key == department))
        {
            return null;
        }

        if (known.Count == 0)
        {
            return Refusal.Content(
                "NO_DEPARTMENT", "还没有任何单位，请先用 department add 增加单位。", "There is no department yet; add one first with: department add.");
        }

        var why = new Sentence(
            $"没有单位“{department}”；可用：{string.Join('、', known.Select(one => $"{one.Key}（{one.Name}）"))}。",
            $"There is no department '{department}'; there are: {string.Join(", ", known.Select(one => one.Key))}.");
        return Refusal.Content("UNKNOWN_DEPARTMENT", why.Zh, why.En, [new Defect("UNKNOWN_DEPARTMENT", "department", why)]);
    }

    /// <summary>Whether a text can be a name or a post.</summary>
    public static bool IsLine(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= 200;
}
