using System.Collections.Concurrent;
using GovDocFlow.Documents;
using GovDocFlow.Papers;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Review;
using GovDocFlow.UseCases.Setup;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovDocFlow.Tests;

/// <summary>The demo office on a database of its own, with the shipped procedures and a clock that the test moves.</summary>
internal sealed class TestOffice : IAsyncDisposable
{
    public const string Password = "govdocflow-demo";

    public static readonly DateTimeOffset MondayMorning = At("2026-03-09T08:30:00+08:00");

    private readonly TestDatabase _database;
    private readonly bool _isGuest;
    private readonly ServiceProvider _services;
    private readonly ConcurrentDictionary<string, Officer> _officers = new();

    private TestOffice(TestDatabase database, ManualClock clock, string? workflows = null, bool isGuest = false)
    {
        _database = database;
        _isGuest = isGuest;
        Clock = clock;
        Settings = new Settings(
            database.Options.Provider.ToString(),
            database.Options.ConnectionString,
            workflows ?? Path.Combine(Root, "workflows"))
        {
            PasswordIterations = 1,
        };
        _services = new ServiceCollection()
            .AddOffice(Settings)
            .AddSingleton<TimeProvider>(Clock)
            .BuildServiceProvider();
    }

    public ManualClock Clock { get; }

    public Settings Settings { get; }

    public TestDatabase Database => _database;

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The office with its people, on Monday 2026-03-09 08:30 where no other start is given.</summary>
    public static async Task<TestOffice> OpenAsync(
        string? start = null, DatabaseProvider provider = DatabaseProvider.Sqlite, string? workflows = null)
    {
        var office = await OpenUnseededAsync(start, provider, workflows);
        await office.Send(new SeedOffice.Command(Password));
        return office;
    }

    /// <summary>The office as it is before anybody was entered.</summary>
    public static async Task<TestOffice> OpenUnseededAsync(
        string? start = null, DatabaseProvider provider = DatabaseProvider.Sqlite, string? workflows = null) =>
        new(await TestDatabase.CreateAsync(provider), new ManualClock(start is null ? MondayMorning : At(start)), workflows);

    /// <summary>A second host on the same database with the same clock; it is closed before this one.</summary>
    public TestOffice OpenAgain(string? workflows = null) => new(_database, Clock, workflows, isGuest: true);

    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, null);

    /// <summary>Asks the office's door, as the user of that name; null asks as nobody.</summary>
    /// <param name="once">The key of an act that must not be done twice; null for none.</param>
    public async Task<T> Send<T>(IRequest<T> request, string? by = null, string? once = null, CancellationToken stop = default) =>
        await _services.GetRequiredService<Office>().SendAsync(
            request,
            by is null ? null : await Officer(by),
            stop,
            once is null ? null : new IdempotencyKey(once, request.GetType().FullName!, "the same body"));

    /// <summary>The first column of the first row.</summary>
    public Task<T> Read<T>(string sql, object? p = null) => _database.ReadAsync<T>(sql, p);

    /// <summary>All rows, as the mapper makes them.</summary>
    public Task<IReadOnlyList<T>> Rows<T>(string sql, object? p = null) =>
        _database.AskAsync(session => session.QueryAsync<T>(sql, p, CancellationToken.None));

    public async Task<Officer> Officer(string userName)
    {
        if (!_officers.TryGetValue(userName, out var officer))
        {
            var user = (await Send(new ListUsers.Query())).Items.Single(
                user => user.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase));
            officer = new Officer(user.Id, user.UserName, user.Name, user.Title, user.Department, user.Roles);
            _officers[userName] = officer;
        }

        return officer;
    }

    /// <summary>A draft of the government, normative and proactive, with every paper that the gates ask for; not yet submitted.</summary>
    public async Task<Guid> ACompleteDraft(string by = "drafter.keji", Func<Draft, Draft>? change = null)
    {
        var draft = new Draft
        {
            Title = "巴中市人民政府关于印发《巴中市支持人工智能一人公司（OPC）创新发展若干措施》的通知",
            Kind = DocumentKind.Notice,
            IssuerLevel = IssuerLevel.Government,
            IssuingOrgan = "巴中市人民政府",
            Normative = true,
            Policy = true,
            AffectsMarketActors = true,
            Secrecy = "none",
            Attribute = new DisclosureAttribute(Disclosure.Proactive),
        };
        var id = (await Send(new CreateDraft.Command(change is null ? draft : change(draft)), by)).Id;
        await AddPaper(id, FileRole.Body, ShippedText("body.md"), by);
        await AddPaper(id, FileRole.InterpretationPlan, ShippedText("plan.md"), by);
        await AddPaper(id, FileRole.InterpretationMaterial, ShippedText("interpretation.md"), by);
        await AddPaper(id, FileRole.LegalityOpinion, ShippedText("legality.md"), by);
        await AddPaper(id, FileRole.FairCompetitionReview, ShippedText("fair-competition.md"), by);
        await AddPaper(id, FileRole.ConsultationReport, ShippedText("consultation.md"), by);
        return id;
    }

    /// <summary>Uploads a Word document made of marked-up text.</summary>
    public async Task<FileView> AddPaper(Guid document, FileRole role, string markup, string by = "drafter.keji")
    {
        await using var source = new MemoryStream(DocxWriter.FromText(markup));
        await using var spool = await Spool.FillAsync(source, CancellationToken.None);
        return await Send(new AddFile.Command(document, null, role, $"{FileRoleNames.Of(role).Zh}.docx", spool), by);
    }

    /// <summary>Submits a complete draft and lets everybody approve, each an hour after the other, until it is signed off.</summary>
    public async Task<DocumentView> WalkToSignOff(Guid document, string by = "drafter.keji")
    {
        await Send(new SubmitDraft.Command(document, null, null), by);
        while (true)
        {
            var view = await Send(new ReadDocument.Query(document), by);
            if (view.Waiting.Count == 0)
            {
                return view;
            }

            Clock.Advance(TimeSpan.FromHours(1));
            await Send(
                new DecideTask.Command(view.Waiting[0].Id, null, DecisionVerb.Approve, "同意。"), await HolderOf(view.Waiting[0]));
        }
    }

    /// <summary>The user name of somebody who holds a task.</summary>
    public async Task<string> HolderOf(WaitingView task) => (await Send(new ListUsers.Query())).Items
        .First(user => user.Roles.Contains(task.Role) && (task.Department is null || user.Department == task.Department))
        .UserName;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_isGuest)
        {
            await _database.DisposeAsync();
        }
    }

    private static string ShippedText(string name)
    {
        using var stream = typeof(Office).Assembly.GetManifestResourceStream($"Demo/Cases/case-01/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GovDocFlow.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
