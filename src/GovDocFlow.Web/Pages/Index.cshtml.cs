using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Review;
using GovDocFlow.Web.Pages.Frame;

namespace GovDocFlow.Web.Pages;

/// <summary>首页: what there is to do for whoever looks.</summary>
internal sealed class IndexModel(TimeProvider clock) : OfficePage
{
    private const int Shown = 8;

    /// <summary>Today, in China.</summary>
    public DateOnly Today { get; } = ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>The numbers on the tiles; null for who sees no documents.</summary>
    public ReadCounts.Answer? Counts { get; private set; }

    /// <summary>What waits for them; null where their role decides no step.</summary>
    public Page<ReadTasks.Line>? Tasks { get; private set; }

    /// <summary>Open supervision; null where their role does not follow it up.</summary>
    public Page<ReadSupervision.Line>? Supervision { get; private set; }

    /// <summary>Everybody; null but for administrators.</summary>
    public IReadOnlyList<UserView>? People { get; private set; }

    /// <summary>The documents with which their role goes on.</summary>
    public List<DeskList> Lists { get; } = [];

    /// <summary>Reads the desk.</summary>
    public async Task OnGetAsync()
    {
        if (By.SeesDocuments)
        {
            Counts = await AskAsync(new ReadCounts.Query());
        }

        if (Navigation.Decides(By))
        {
            Tasks = await AskAsync(new ReadTasks.Query(Shown));
        }

        if (By.Drafts)
        {
            await AddAsync("Desk.Returned", DocumentState.Returned);
            await AddAsync("Desk.Drafts", DocumentState.Draft);
        }

        if (By.Is(Role.Clerk))
        {
            await AddAsync("Desk.ToIssue", DocumentState.SignedOff);
        }

        if (By.Is(Role.Publisher))
        {
            await AddAsync("Desk.ToPublish", DocumentState.Issued);
        }

        if (By.IsAny(Role.OfficeHead, Role.Leader, Role.Supervisor))
        {
            Supervision = await AskAsync(new ReadSupervision.Query(Open: true, Shown));
        }

        if (By.Is(Role.Admin))
        {
            People = (await AskAsync(new ListUsers.Query())).Items;
        }
    }

    private async Task AddAsync(string title, DocumentState state) => Lists.Add(new DeskList(
        title,
        title.Replace('.', '-').ToLowerInvariant(),
        $"/documents?state={OutsideName.Of(state)}",
        await AskAsync(new ReadDocuments.Query(State: state, Limit: Shown))));
}

/// <summary>The first documents of a list, and where the whole list is.</summary>
/// <param name="Title">The key of its words.</param>
internal sealed record DeskList(string Title, string Id, string Address, Page<ReadDocuments.Line> Page);
