using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Papers;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.UseCases.Demo;

/// <summary>What the officers do with one sample case; it halts before each act and says at which instant it goes on.</summary>
internal sealed class CaseScript(
    DemoCase one,
    MisplacedFile? misplaced,
    Replay replay,
    Procedures procedures,
    DateTimeOffset now,
    CancellationToken cancellation)
{
    private static readonly TimeSpan UntilMisplaced = TimeSpan.FromMinutes(5);

    private readonly Timetable _times = new(one, now, procedures.Clocks.Calendar);
    private readonly Officer _drafter = replay.Drafter(one.Department);
    private IAsyncEnumerator<DateTimeOffset>? _acts;
    private int _countersigned;

    /// <summary>The case.</summary>
    public DemoCase Case => one;

    /// <summary>Its document, once it is drafted.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>The code by which the misplaced file was refused; null where there was none.</summary>
    public string? Refused { get; private set; }

    /// <summary>Goes on to the next halt; null at the end.</summary>
    public async Task<DateTimeOffset?> NextAsync()
    {
        _acts ??= PlayAsync().GetAsyncEnumerator(cancellation);
        return await _acts.MoveNextAsync() ? _acts.Current : null;
    }

    private async IAsyncEnumerable<DateTimeOffset> PlayAsync()
    {
        yield return _times.Drafted;
        await DraftAsync();
        if (misplaced is not null)
        {
            yield return _times.Drafted + UntilMisplaced;
            await MisplaceAsync(misplaced);
        }

        yield return _times.Submitted;
        var last = _times.Submitted;
        var submitted = await SubmitAsync([]);
        if (one.Round2 is { } round)
        {
            yield return _times.Corrected;
            await CorrectAsync(round);
            yield return _times.Resubmitted;
            last = _times.Resubmitted;
            submitted = await SubmitAsync(
                [.. submitted.ReturnNotice!.Items.Select(item => new ItemAnswer(item.Item, ItemStatus.Fixed, null))]);
        }

        if (submitted.State is not DocumentState.UnderReview)
        {
            throw new InvalidOperationException(
                $"Sample case {one.Case} came back: {string.Join(", ", submitted.ReturnNotice!.Items.Select(item => item.Code))}.");
        }

        while (await NextTaskAsync(last) is var (step, task, at))
        {
            yield return at;
            await ApproveAsync(step, task);
            last = at;
        }

        if (_times.Issued is { } issued)
        {
            yield return issued;
            await IssueAsync();
        }

        if (_times.DocumentPublished is { } published)
        {
            yield return published;
            await PublishAsync(PublicationPart.Document, "zcwj");
        }

        if (_times.InterpretationPublished is { } interpreted)
        {
            yield return interpreted;
            await PublishAsync(PublicationPart.Interpretation, "zcjd");
        }
    }

    private async Task DraftAsync()
    {
        var drafted = await replay.SendAsync(new CreateDraft.Command(one.Draft), _drafter, cancellation);
        DocumentId = drafted.Id;
        await AddFilesAsync(one.Files);
    }

    private async Task AddFilesAsync(IReadOnlyList<DemoFile> files)
    {
        foreach (var file in files)
        {
            await AddFileAsync(file.Role, file.Name, DemoFiles.Paper(one.Case, file.Text));
        }
    }

    private async Task AddFileAsync(FileRole role, string name, string markup)
    {
        await using var source = new MemoryStream(DocxWriter.FromText(markup), writable: false);
        await using var spool = await Spool.FillAsync(source, cancellation);
        await replay.SendAsync(new AddFile.Command(DocumentId, null, role, name, spool), _drafter, cancellation);
    }

    private async Task MisplaceAsync(MisplacedFile file)
    {
        try
        {
            await AddFileAsync(FileRole.Body, "正文.docx", DemoFiles.Paper(file.Case, file.Body));
        }
        catch (RefusedException refused) when (refused.Refusal == Document.Classified)
        {
            Refused = refused.Refusal.Code;
        }
    }

    private async Task CorrectAsync(DemoRound round)
    {
        var returned = await ReadAsync();
        await replay.SendAsync(
            new EditDraft.Command(DocumentId, returned.Version, one.Draft with { Attribute = round.Attribute }),
            _drafter,
            cancellation);
        await AddFilesAsync(round.Files);
    }

    private Task<SubmitDraft.Answer> SubmitAsync(IReadOnlyList<ItemAnswer> answers) =>
        replay.SendAsync(new SubmitDraft.Command(DocumentId, null, answers), _drafter, cancellation);

    // Null where nothing waits, and where the signature is still to come.
    private async Task<(string StepType, WaitingView Task, DateTimeOffset At)?> NextTaskAsync(DateTimeOffset last)
    {
        var view = await ReadAsync();
        if (view.Waiting.Count == 0)
        {
            return null;
        }

        var task = view.Waiting[0];
        var type = procedures.Folder.Find(view.Route!)![task.Step].Type;
        var at = type switch
        {
            SignOff.Type => _times.SignedOff,
            Countersign.Type => _times.Countersigned(_countersigned++),
            Recheck.Type => _times.Rechecked,
            _ => _times.NextReview(last),
        };
        return at is { } moment ? (type, task, moment) : null;
    }

    private Task<DocumentView> ApproveAsync(string stepType, WaitingView task) => replay.SendAsync(
        new DecideTask.Command(task.Id, null, DecisionVerb.Approve, DemoOpinions.At(stepType, task.Role)),
        replay.Holder(task.Role, task.Department),
        cancellation);

    private async Task IssueAsync()
    {
        var clerk = replay.Holder(Role.Clerk);
        if (one.Number is not null && DocumentNumber.Parse(one.Number) is var (series, year, ordinal)
            && await LastGivenAsync(series, year, clerk) < ordinal - 1)
        {
            await replay.SendAsync(
                new EnterHistoricNumbers.Command(series, year, ordinal - 1, "示例未收录的发文，只登记编号"), clerk, cancellation);
        }

        await replay.SendAsync(new IssueDocument.Command(DocumentId, null, one.Series!, null, null), clerk, cancellation);
    }

    private async Task<int> LastGivenAsync(string series, int year, Officer clerk)
    {
        var ledger = await replay.SendAsync(new ReadNumbers.Query(series, year), clerk, cancellation);
        return ledger.Items.Select(line => line.Ordinal).DefaultIfEmpty().Max();
    }

    private Task<DocumentView> PublishAsync(PublicationPart part, string column) => replay.SendAsync(
        new RecordPublication.Command(
            DocumentId, null, part, Channel.Website, $"https://www.bazhong.example/{column}/{one.Case}.html", null),
        replay.Holder(Role.Publisher),
        cancellation);

    private Task<DocumentView> ReadAsync() =>
        replay.SendAsync(new ReadDocument.Query(DocumentId), _drafter, cancellation);
}
