using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;

namespace GovDocFlow.Storage.Documents;

/// <summary>What of a document is loaded besides its own row.</summary>
[Flags]
public enum DocumentParts
{
    /// <summary>The row alone.</summary>
    None = 0,

    /// <summary>Every version of every file.</summary>
    Files = 1,

    /// <summary>The tasks that wait.</summary>
    Tasks = 2,

    /// <summary>All clocks.</summary>
    Clocks = 4,

    /// <summary>All publications.</summary>
    Publications = 8,

    /// <summary>The last return notice.</summary>
    LastReturn = 16,

    /// <summary>Everything.</summary>
    All = Files | Tasks | Clocks | Publications | LastReturn,
}

/// <summary>Keeps documents: one act is one transaction over the document, its tasks, clocks and trail.</summary>
public sealed class DocumentStore(Session session, TrailStore trail, ClockStore clocks, ReturnNoticeStore notices)
{
    /// <summary>The trail's subject of a document.</summary>
    public static string Subject(Guid id) => $"document:{id}";

    /// <summary>Loads a document to read it; null where there is none.</summary>
    public async Task<Document?> FindAsync(Guid id, DocumentParts parts, CancellationToken cancellation)
    {
        var row = await session.FindAsync<DocumentRow>(
            """
            SELECT Id, Version, State, Department, StartedBy, Drafters, Draft, CreatedAt, SubmittedAt,
                   SubmittedVersion, Route, RouteHash, RulesHash, Position, ApprovedPair, Countersignatures, Returns, FormedOn, SignedOffAt, SignedOffBy,
                   Number, IssuedAt
            FROM   Document
            WHERE  Id = @id
            """,
            new { id },
            cancellation);
        return row is null ? null : await WithPartsAsync(row.ToDocument(), parts, cancellation);
    }

    /// <summary>
    /// Loads a document to act on it. Until the act is committed nobody else acts on it, so that of two officers the
    /// second sees what the first did.
    /// </summary>
    /// <returns>Null where there is none.</returns>
    public async Task<Document?> FindToActAsync(Guid id, DocumentParts parts, CancellationToken cancellation)
    {
        return await trail.LockAsync(Subject(id), cancellation) is null ? null : await FindAsync(id, parts, cancellation);
    }

    /// <summary>Keeps a new document with its first line on the trail.</summary>
    public async Task AddAsync(
        Outcome outcome, IReadOnlyList<string> jointDepartments, Officer by, DateTimeOffset at, CancellationToken cancellation)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO Document
                (Id, Version, State, Title, Kind, Attribute, Normative, Department, StartedBy, Drafters, Draft, CreatedAt,
                 Returns, IsProvisional)
            VALUES
                (@Id, @Version, @State, @Title, @Kind, @Attribute, @Normative, @Department, @StartedBy, @Drafters, @Draft,
                 @CreatedAt, @Returns, @IsProvisional)
            """,
            Written(outcome.After),
            cancellation);
        await WriteJointIssuersAsync(outcome.After.Id, jointDepartments, cancellation);
        await trail.OpenAsync(Subject(outcome.After.Id), cancellation);
        await AppendAsync(outcome, by, at, cancellation);
    }

    /// <summary>Keeps all that a verb left behind, or nothing of it.</summary>
    /// <param name="jointDepartments">The departments that countersign it; null leaves them as they are.</param>
    /// <exception cref="StaleException">Somebody else acted after it was loaded. Of two officers, one wins.</exception>
    public async Task SaveAsync(
        Outcome outcome, IReadOnlyList<string>? jointDepartments, Officer by, DateTimeOffset at, CancellationToken cancellation)
    {
        var document = outcome.After;
        var updated = await session.ExecuteAsync(
            """
            UPDATE Document
            SET    Version = @Version, State = @State, Title = @Title, Kind = @Kind, Attribute = @Attribute,
                   Normative = @Normative, Drafters = @Drafters, Draft = @Draft, SubmittedAt = @SubmittedAt,
                   SubmittedVersion = @SubmittedVersion, Route = @Route, RouteHash = @RouteHash, RulesHash = @RulesHash, Position = @Position, ApprovedPair = @ApprovedPair,
                   Countersignatures = @Countersignatures, Returns = @Returns, FormedOn = @FormedOn,
                   SignedOffAt = @SignedOffAt, SignedOffBy = @SignedOffBy, Number = @Number, NumberOrder = @NumberOrder,
                   IssuedAt = @IssuedAt
            WHERE  Id = @Id AND Version = @Version - 1
            """,
            Written(document),
            cancellation);
        if (updated == 0)
        {
            var actual = await session.ScalarAsync<int>(
                "SELECT Version FROM Document WHERE Id = @Id", new { document.Id }, cancellation);
            throw new StaleException(Subject(document.Id), document.Version - 1, actual);
        }

        if (jointDepartments is not null)
        {
            await session.ExecuteAsync("DELETE FROM JointIssuer WHERE DocumentId = @Id", new { document.Id }, cancellation);
            await WriteJointIssuersAsync(document.Id, jointDepartments, cancellation);
        }

        await WriteFileAsync(outcome, cancellation);
        await WriteTasksAsync(outcome, cancellation);
        await WriteOpinionAsync(outcome, cancellation);
        await notices.WriteAsync(outcome, cancellation);
        await WritePublicationAsync(outcome, cancellation);
        await clocks.WriteAsync(outcome, at, cancellation);
        await AppendAsync(outcome, by, at, cancellation);
    }

    /// <summary>A task, open or closed; null where there is none.</summary>
    public async Task<WorkTask?> FindTaskAsync(Guid id, CancellationToken cancellation)
    {
        var row = await session.FindAsync<WorkTaskRow>(
            """
            SELECT Id, DocumentId, Step, StepName, Role, Department, ReceivedAt, DueOn, ClosedAt, ClosedBy, ClosedAs
            FROM   WorkTask
            WHERE  Id = @id
            """,
            new { id },
            cancellation);
        return row?.ToTask();
    }

    /// <summary>The departments that issue the document jointly with its own, in the order of the draft.</summary>
    public Task<IReadOnlyList<string>> JointDepartmentsAsync(Guid id, CancellationToken cancellation) =>
        session.QueryAsync<string>(
            "SELECT Department FROM JointIssuer WHERE DocumentId = @id ORDER BY Seq", new { id }, cancellation);

    /// <summary>When a document was last submitted; null before its first submission.</summary>
    public async Task<DateTimeOffset?> LastSubmittedAtAsync(Document document, CancellationToken cancellation) =>
        document.SubmittedVersion is { } version
            ? await session.FindAsync<DateTimeOffset?>(
                "SELECT At FROM TrailEntry WHERE Subject = @subject AND SubjectVersion = @version AND Verb = 'submit'",
                new { subject = Subject(document.Id), version },
                cancellation)
            : null;

    /// <summary>All opinions on a document, in the order in which they were given.</summary>
    public async Task<IReadOnlyList<Opinion>> OpinionsAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<OpinionRow>(
            """
            SELECT Id, Step, StepName, ByOfficer, ByName, ByTitle, Verb, Words, GivenAt
            FROM   Opinion
            WHERE  DocumentId = @id
            ORDER BY Seq
            """,
            new { id },
            cancellation);
        return [.. rows.Select(row => row.ToOpinion())];
    }

    /// <summary>The first opinion given at or after a version; null while nobody has acted since.</summary>
    public async Task<Opinion?> FirstOpinionSinceAsync(Guid id, int version, CancellationToken cancellation)
    {
        var row = await session.FindAsync<OpinionRow>(
            session.Dialect.Page(
                """
                SELECT Id, Step, StepName, ByOfficer, ByName, ByTitle, Verb, Words, GivenAt
                FROM   Opinion
                WHERE  DocumentId = @id AND DocumentVersion > @version
                ORDER BY Seq
                """,
                "@one"),
            new { id, version, one = 1 },
            cancellation);
        return row?.ToOpinion();
    }

    private async Task<Document> WithPartsAsync(Document document, DocumentParts parts, CancellationToken cancellation) =>
        document with
        {
            Files = parts.HasFlag(DocumentParts.Files) ? await FilesAsync(document.Id, cancellation) : [],
            Tasks = parts.HasFlag(DocumentParts.Tasks) ? await OpenTasksAsync(document.Id, cancellation) : [],
            Clocks = parts.HasFlag(DocumentParts.Clocks) ? await clocks.OfSubjectAsync(document.Id, cancellation) : [],
            Publications = parts.HasFlag(DocumentParts.Publications)
                ? await PublicationsAsync(document.Id, cancellation)
                : [],
            LastReturn = parts.HasFlag(DocumentParts.LastReturn) && document.Returns > 0
                ? await notices.FindAsync(document.Id, document.Returns, cancellation)
                : null,
        };

    private async Task<IReadOnlyList<DocumentFile>> FilesAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<DocumentFileRow>(
            """
            SELECT Id, Role, Name, ContentType, Size, Sha256, Version, IsCurrent, AddedAt, AddedBy
            FROM   DocumentFile
            WHERE  DocumentId = @id
            ORDER BY Seq
            """,
            new { id },
            cancellation);
        return [.. rows.Select(row => row.ToFile())];
    }

    private async Task<IReadOnlyList<WorkTask>> OpenTasksAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<WorkTaskRow>(
            """
            SELECT Id, DocumentId, Step, StepName, Role, Department, ReceivedAt, DueOn, ClosedAt, ClosedBy, ClosedAs
            FROM   WorkTask
            WHERE  DocumentId = @id AND IsOpen = 1
            ORDER BY Seq
            """,
            new { id },
            cancellation);
        return [.. rows.Select(row => row.ToTask())];
    }

    private async Task<IReadOnlyList<Publication>> PublicationsAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<PublicationRow>(
            """
            SELECT Id, Part, Channel, Url, PublishedAt, RecordedAt, ByOfficer, WithdrawnAt, WithdrawnBecause
            FROM   Publication
            WHERE  DocumentId = @id
            ORDER BY Seq
            """,
            new { id },
            cancellation);
        return [.. rows.Select(row => row.ToPublication())];
    }

    private async Task WriteJointIssuersAsync(
        Guid id, IReadOnlyList<string> departments, CancellationToken cancellation)
    {
        foreach (var department in departments)
        {
            await session.ExecuteAsync(
                "INSERT INTO JointIssuer (DocumentId, Department) VALUES (@id, @department)",
                new { id, department },
                cancellation);
        }
    }

    private async Task WriteFileAsync(Outcome outcome, CancellationToken cancellation)
    {
        if (outcome.File is not { } file)
        {
            return;
        }

        if (!DocumentFile.MayBeMany(file.Role))
        {
            await session.ExecuteAsync(
                "UPDATE DocumentFile SET IsCurrent = 0 WHERE DocumentId = @Id AND Role = @role AND IsCurrent = 1",
                new { outcome.After.Id, role = OutsideName.Of(file.Role) },
                cancellation);
        }

        await session.ExecuteAsync(
            """
            INSERT INTO DocumentFile
                (Id, DocumentId, Role, Name, ContentType, Size, Sha256, Version, IsCurrent, AddedAt, AddedBy)
            VALUES (@Id, @DocumentId, @Role, @Name, @ContentType, @Size, @Sha256, @Version, 1, @At, @By)
            """,
            new
            {
                file.Id,
                DocumentId = outcome.After.Id,
                Role = OutsideName.Of(file.Role),
                file.Name,
                file.ContentType,
                file.Size,
                file.Sha256,
                file.Version,
                file.At,
                file.By,
            },
            cancellation);
    }

    private async Task WriteTasksAsync(Outcome outcome, CancellationToken cancellation)
    {
        foreach (var task in outcome.Closed)
        {
            await session.ExecuteAsync(
                """
                UPDATE WorkTask
                SET    ClosedAt = @ClosedAt, ClosedBy = @ClosedBy, ClosedAs = @ClosedAs, IsOpen = 0
                WHERE  Id = @Id
                """,
                new { task.Id, task.ClosedAt, task.ClosedBy, task.ClosedAs },
                cancellation);
        }

        foreach (var task in outcome.Opened)
        {
            await session.ExecuteAsync(
                """
                INSERT INTO WorkTask (Id, DocumentId, Step, StepName, Role, Department, ReceivedAt, DueOn, IsOpen)
                VALUES (@Id, @DocumentId, @Step, @StepName, @Role, @Department, @ReceivedAt, @DueOn, 1)
                """,
                new
                {
                    task.Id,
                    task.DocumentId,
                    task.Step,
                    task.StepName,
                    Role = OutsideName.Of(task.Role),
                    task.Department,
                    task.ReceivedAt,
                    task.DueOn,
                },
                cancellation);
        }
    }

    private async Task WriteOpinionAsync(Outcome outcome, CancellationToken cancellation)
    {
        if (outcome.Opinion is { } opinion)
        {
            await session.ExecuteAsync(
                """
                INSERT INTO Opinion
                    (Id, DocumentId, Step, StepName, ByOfficer, ByName, ByTitle, Verb, Words, GivenAt, DocumentVersion)
                VALUES (@Id, @DocumentId, @Step, @StepName, @By, @ByName, @ByTitle, @Verb, @Text, @At, @Version)
                """,
                new
                {
                    opinion.Id,
                    DocumentId = outcome.After.Id,
                    opinion.Step,
                    opinion.StepName,
                    opinion.By,
                    opinion.ByName,
                    opinion.ByTitle,
                    opinion.Verb,
                    opinion.Text,
                    opinion.At,
                    outcome.After.Version,
                },
                cancellation);
        }
    }

    private async Task WritePublicationAsync(Outcome outcome, CancellationToken cancellation)
    {
        if (outcome.Publication is not { } publication)
        {
            return;
        }

        if (publication.WithdrawnAt is not null)
        {
            await session.ExecuteAsync(
                "UPDATE Publication SET WithdrawnAt = @WithdrawnAt, WithdrawnBecause = @WithdrawnBecause WHERE Id = @Id",
                new { publication.Id, publication.WithdrawnAt, publication.WithdrawnBecause },
                cancellation);
            return;
        }

        await session.ExecuteAsync(
            """
            INSERT INTO Publication (Id, DocumentId, Part, Channel, Url, PublishedAt, RecordedAt, ByOfficer)
            VALUES (@Id, @DocumentId, @Part, @Channel, @Url, @PublishedAt, @RecordedAt, @By)
            """,
            new
            {
                publication.Id,
                DocumentId = outcome.After.Id,
                Part = OutsideName.Of(publication.Part),
                Channel = OutsideName.Of(publication.Channel),
                publication.Url,
                publication.PublishedAt,
                publication.RecordedAt,
                publication.By,
            },
            cancellation);
    }

    private Task<int> AppendAsync(Outcome outcome, Officer by, DateTimeOffset at, CancellationToken cancellation) =>
        trail.AppendAsync(
            Subject(outcome.After.Id),
            [.. outcome.Acts.Select(act => TrailLines.Of(act, by, at, outcome.After.Version))],
            cancellation);

    private static object Written(Document document) => new
    {
        document.Id,
        document.Version,
        State = OutsideName.Of(document.State),
        document.Draft.Title,
        Kind = OutsideName.Of(document.Draft.Kind),
        Attribute = document.Draft.Attribute is { } attribute ? OutsideName.Of(attribute.Value) : null,
        document.Draft.Normative,
        document.Department,
        document.StartedBy,
        Drafters = Json.Write(document.Drafters),
        Draft = Json.Write(document.Draft),
        document.CreatedAt,
        document.SubmittedAt,
        document.SubmittedVersion,
        document.Route,
        document.RouteHash,
        document.RulesHash,
        Position = document.Position?.ToString(),
        document.ApprovedPair,
        Countersignatures = document.Countersignatures.Count == 0 ? null : Json.Write(document.Countersignatures),
        document.Returns,
        document.FormedOn,
        document.SignedOffAt,
        document.SignedOffBy,
        document.Number,
        NumberOrder = document.Number is null ? null : DocumentNumber.SortText(document.Number),
        document.IssuedAt,
        IsProvisional = false,
    };
}
