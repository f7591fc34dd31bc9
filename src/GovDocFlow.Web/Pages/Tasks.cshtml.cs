using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Web.Pages;

/// <summary>待办</summary>
internal sealed class TasksModel : OfficePage
{
    /// <summary>What waits, the longest wait first.</summary>
    public Page<ReadTasks.Line> List { get; private set; } = new([], null);

    /// <summary>Reads a page of it.</summary>
    public async Task OnGetAsync(int? limit, string? cursor) =>
        List = await AskAsync(new ReadTasks.Query(Paging.Limit(limit), cursor));
}
