using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Documents.Rules;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.Workflows;

namespace GovDocFlow.UseCases;

/// <summary>What every act on a document does before and after deciding: open it under the rules of sight, and keep the outcome.</summary>
internal sealed class Casework(
    Asker asker,
    DocumentStore documents,
    Staff staff,
    NoticeStore notices,
    PaperTextStore papers,
    PaperShelf shelf,
    PinnedContentStore pinned,
    Procedures procedures,
    TimeProvider clock)
{
    public Officer By => asker.Required;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Opens a document to read it.</summary>
    /// <exception cref="NotFoundException">There is none, or the asker may not see it.</exception>
    public async Task<Document> OpenAsync(Guid id, DocumentParts parts, CancellationToken cancellation) =>
        await SeenAsync(await documents.FindAsync(id, parts, cancellation), cancellation);

    /// <summary>Opens a document to act on it; nobody else acts on it until the act ends.</summary>
    /// <param name="version">The version that the asker had seen; null where they did not say.</param>
    /// <exception cref="StaleException">It is at another version.</exception>
    public async Task<Document> OpenToActAsync(
        Guid id, int? version, DocumentParts parts, CancellationToken cancellation)
    {
        var document = await SeenAsync(await documents.FindToActAsync(id, parts, cancellation), cancellation);
        return version is null || version == document.Version
            ? document
            : throw new StaleException(DocumentStore.Subject(id), version.Value, document.Version);
    }

    /// <summary>The departments, by key, that issue the document jointly with its own.</summary>
    public async Task<IReadOnlyList<string>> JointDepartmentsAsync(Document document, CancellationToken cancellation) =>
        document.Draft.JointIssuers.Count == 0 ? [] : await documents.JointDepartmentsAsync(document.Id, cancellation);

    /// <summary>The keys of the organs named as joint issuers; organs that are no department here are left out.</summary>
    public async Task<IReadOnlyList<string>> KeysOfAsync(IReadOnlyList<string> organs, CancellationToken cancellation)
    {
        if (organs.Count == 0)
        {
            return [];
        }

        var known = await staff.DepartmentsAsync(cancellation);
        return [.. organs.Select(organ => known.FirstOrDefault(department => department.IsCalled(organ))?.Key)
            .OfType<string>().Distinct()];
    }

    /// <summary>Those of the organs named as joint issuers that are no department here.</summary>
    public async Task<IReadOnlyList<string>> UnknownAmongAsync(IReadOnlyList<string> organs, CancellationToken cancellation)
    {
        if (organs.Count == 0)
        {
            return [];
        }

        var known = await staff.DepartmentsAsync(cancellation);
        return [.. organs.Where(organ => !known.Any(department => department.IsCalled(organ)))];
    }

    /// <summary>The procedure to which the case is pinned.</summary>
    public async Task<Procedure> ProcedureAsync(Document document, CancellationToken cancellation) => Follow(
        await RouteAsync(document.RouteHash!, document.Route!, cancellation),
        await RulesAsync(document, cancellation),
        await JointDepartmentsAsync(document, cancellation));

    /// <summary>The procedure of a route and rules.</summary>
    public Procedure Follow(Route route, RuleSet rules, IReadOnlyList<string> jointDepartments) => new(
        route, rules, procedures.Host, procedures.Clocks, jointDepartments, procedures.HandlingDays);

    /// <summary>The return rules of a case: those it is pinned to, or those in force while it is pinned to none.</summary>
    public async Task<RuleSet> RulesAsync(Document document, CancellationToken cancellation)
    {
        if (document.RulesHash is not { } hash)
        {
            return procedures.Rules;
        }

        if (procedures.RulesOf(hash) is { } known)
        {
            return known;
        }

        var content = await PinnedAsync(hash, cancellation);
        var rules = RuleSet.Parse(content);
        procedures.Keep(rules);
        return rules;
    }

    /// <summary>The text of the current file of a role; null where there is none or it holds no text.</summary>
    public async Task<Paper?> TextAsync(Document document, FileRole role, CancellationToken cancellation)
    {
        if (document.CurrentFile(role) is not { Sha256: var sha256 })
        {
            return null;
        }

        if (shelf.Find(sha256) is { } known)
        {
            return known;
        }

        var read = await papers.FindAsync(sha256, cancellation);
        if (read is not null)
        {
            shelf.Put(sha256, read);
        }

        return read;
    }

    /// <summary>The procedure with what its gates look at: the papers, and the day of the last submission.</summary>
    public async Task<Procedure> WithPapersAsync(Procedure procedure, Document document, CancellationToken cancellation) => procedure with
    {
        Body = await TextAsync(document, FileRole.Body, cancellation),
        Interpretation = await TextAsync(document, FileRole.InterpretationMaterial, cancellation),
        SubmittedOn = await documents.LastSubmittedAtAsync(document, cancellation) is { } at ? ChinaTime.DayOf(at) : null,
    };

    /// <summary>Pins a route and rules for the case, so that changed files never alter it.</summary>
    public async Task PinAsync(Route route, RuleSet rules, CancellationToken cancellation)
    {
        await pinned.PinAsync(
            new PinnedContent { Hash = route.Hash, Kind = "route", Name = route.DefinitionId, Content = route.Content, At = Now },
            cancellation);
        await pinned.PinAsync(
            new PinnedContent { Hash = rules.Hash, Kind = "rules", Name = rules.Version, Content = rules.Content, At = Now },
            cancellation);
    }

    /// <summary>Keeps an outcome and tells whoever must be told, in one transaction.</summary>
    /// <exception cref="RefusedException">A step would wait for somebody whom the office does not have.</exception>
    public async Task KeepAsync(
        Outcome outcome, CancellationToken cancellation, IReadOnlyList<string>? jointDepartments = null)
    {
        if (outcome.After.Version == 1)
        {
            await documents.AddAsync(outcome, jointDepartments ?? [], By, Now, cancellation);
        }
        else
        {
            await documents.SaveAsync(outcome, jointDepartments, By, Now, cancellation);
        }

        foreach (var tidings in outcome.Tidings)
        {
            await TellAsync(outcome.After, tidings, cancellation);
        }
    }

    private async Task TellAsync(Document document, Tidings tidings, CancellationToken cancellation)
    {
        var told = await staff.HoldersAsync(tidings.Audience, cancellation);
        if (tidings.Kind == "task" && told.All(officer => document.Drafters.Contains(officer.Id)))
        {
            throw new RefusedException(Refusal.NotNow(
                "NO_HOLDER",
                $"没有人可以办理下一环节（{tidings.Audience.Role} {tidings.Audience.Department}），请管理员先配置人员。",
                $"Nobody can decide the next step ({tidings.Audience.Role} {tidings.Audience.Department}); ask the administrator to appoint somebody."));
        }

        foreach (var officer in told)
        {
            await notices.AddAsync(officer.Id, tidings.Kind, document.Id, tidings.Text, Now, cancellation);
        }
    }

    private async Task<Document> SeenAsync(Document? document, CancellationToken cancellation)
    {
        if (document is null)
        {
            throw new NotFoundException("document");
        }

        return document.IsVisibleTo(By, await JointDepartmentsAsync(document, cancellation))
            ? document
            : throw new NotFoundException("document");
    }

    private async Task<Route> RouteAsync(string hash, string name, CancellationToken cancellation)
    {
        if (procedures.RouteOf(hash) is { } known)
        {
            return known;
        }

        var reading = Route.Read(name, await PinnedAsync(hash, cancellation), Activities.Shapes);
        var route = reading.Route
            ?? throw new InvalidOperationException($"The pinned route '{name}' cannot be read: {reading.Problems[0].En}");
        procedures.Keep(route);
        return route;
    }

    private async Task<string> PinnedAsync(string hash, CancellationToken cancellation) =>
        (await pinned.FindAsync(hash, cancellation))?.Content
        ?? throw new InvalidOperationException($"The pinned content {hash} is missing.");
}
