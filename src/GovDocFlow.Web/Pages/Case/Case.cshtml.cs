using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Issuing;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Case;

/// <summary>A document with its way so far, and what the reader may do with it.</summary>
internal sealed class CaseModel(TimeProvider clock) : OfficePage
{
    /// <summary>The document.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The file to show; null: its body.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public Guid? Shown { get; set; }

    /// <summary>The version that the reader was looking at.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>Why it is cancelled or sent back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The document.</summary>
    public DocumentView Case { get; private set; } = null!;

    /// <summary>Its files.</summary>
    public FileTabs Files { get; private set; } = null!;

    /// <summary>The file that is shown, as text; null where there is no file.</summary>
    public PreviewFile.Answer? Preview { get; private set; }

    /// <summary>Every act, oldest first.</summary>
    public IReadOnlyList<ActLine> Timeline { get; private set; } = [];

    /// <summary>The working days from tomorrow to the last due day, both inclusive.</summary>
    private IReadOnlySet<DateOnly> WorkingDays { get; set; } = new HashSet<DateOnly>();

    /// <inheritdoc/>
    protected override Guid? ActsOn => Id;

    private DateOnly Today { get; } = ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync()
    {
        Case = await AskAsync(new ReadDocument.Query(Id));
        Files = FileTabs.Of(Case, Shown, $"/documents/{Id}");
        Preview = Files.Shown is { } file ? await AskAsync(new PreviewFile.Query(Id, file.Id)) : null;
        Timeline = ActLine.Of((await AskAsync(new ReadTimeline.Query(Id))).Items, StepName);
        var last = Case.Clocks.Where(one => one.Status is ClockStatus.Running).Select(one => one.DueOn).DefaultIfEmpty(Today).Max();
        if (last > Today)
        {
            var days = await AskAsync(new ReadCalendarDays.Query(Today.AddDays(1), last));
            WorkingDays = days.Days.Where(day => day.Working).Select(day => day.Date).ToHashSet();
        }
    }

    /// <summary>撤回</summary>
    public Task<IActionResult> OnPostRecallAsync() => ActedAsync(
        new RecallDocument.Command(Id, Version), new("已撤回，可以修改后重新报送。", "Recalled; change it and submit it again."));

    /// <summary>撤件</summary>
    public Task<IActionResult> OnPostCancelAsync() => ActedAsync(
        new CancelDocument.Command(Id, Version, Reason ?? ""), new("已撤件。", "Cancelled."));

    /// <summary>归档</summary>
    public Task<IActionResult> OnPostArchiveAsync() => ActedAsync(
        new ArchiveDocument.Command(Id, Version), new("已归档。", "Archived."));

    /// <summary>Whether the verb would be accepted now.</summary>
    public bool May(string verb) => Case.MayDo.Any(may => may.Verb == verb && may.Refusal is null);

    /// <summary>The tasks that the reader may decide now.</summary>
    public IEnumerable<WaitingView> MyTasks => Case.Waiting.Where(task =>
        Case.MayDo.Any(may => may.Refusal is null && may.TaskId == task.Id && may.Verb is "approve" or "return"));

    /// <summary>What is theirs, but not now; each sentence once.</summary>
    public IEnumerable<MayDoView> NotNow =>
        Case.MayDo.Where(may => may.Refusal is not null && !May(may.Verb)).DistinctBy(may => (may.Verb, may.Refusal!.Code));

    /// <summary>How many working days are left; null where the day has passed.</summary>
    public int? WorkingDaysLeft(ClockView one) => one.DueOn < Today ? null : WorkingDays.Count(day => day <= one.DueOn);

    private Task<IActionResult> ActedAsync(MediatR.IRequest<DocumentView> command, Sentence told) => ActAsync(
        command,
        _ =>
        {
            Tell(told);
            return Redirect($"/documents/{Id}");
        },
        OnGetAsync);

    // Steps have their names where somebody decided or waits there.
    private string StepName(string step) =>
        Case.Opinions.FirstOrDefault(opinion => opinion.Step == step)?.StepName
        ?? Case.Waiting.FirstOrDefault(task => task.Step == step)?.StepName
        ?? step;
}
