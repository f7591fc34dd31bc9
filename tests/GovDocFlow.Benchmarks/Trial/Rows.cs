namespace GovDocFlow.Benchmarks.Trial;

// Rows as the tables hold them, every value as the product stored it, so that a floor writes the very same.

internal sealed record DocumentRow
{
    public string Id { get; init; } = "";

    public long Version { get; init; }

    public string State { get; init; } = "";

    public string Title { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? Attribute { get; init; }

    public long Normative { get; init; }

    public string Drafters { get; init; } = "";

    public string Draft { get; init; } = "";

    public string? SubmittedAt { get; init; }

    public long? SubmittedVersion { get; init; }

    public string? Route { get; init; }

    public string? RouteHash { get; init; }

    public string? RulesHash { get; init; }

    public string? Position { get; init; }

    public string? ApprovedPair { get; init; }

    public string? Countersignatures { get; init; }

    public long Returns { get; init; }

    public string? FormedOn { get; init; }

    public string? SignedOffAt { get; init; }

    public string? SignedOffBy { get; init; }

    public string? Number { get; init; }

    public string? IssuedAt { get; init; }
}

internal sealed record TaskRow
{
    public const string Insert =
        """
        INSERT INTO WorkTask (Id, DocumentId, Step, StepName, Role, Department, ReceivedAt, DueOn, IsOpen)
        VALUES (@Id, @DocumentId, @Step, @StepName, @Role, @Department, @ReceivedAt, @DueOn, 1)
        """;

    public const string Close =
        "UPDATE WorkTask SET ClosedAt = @ClosedAt, ClosedBy = @ClosedBy, ClosedAs = @ClosedAs, IsOpen = 0 WHERE Id = @Id";

    public string Id { get; init; } = "";

    public string DocumentId { get; init; } = "";

    public string Step { get; init; } = "";

    public string StepName { get; init; } = "";

    public string Role { get; init; } = "";

    public string? Department { get; init; }

    public string ReceivedAt { get; init; } = "";

    public string? DueOn { get; init; }

    public string? ClosedAt { get; init; }

    public string? ClosedBy { get; init; }

    public string? ClosedAs { get; init; }
}

internal sealed record OpinionRow
{
    public const string Insert =
        """
        INSERT INTO Opinion
            (Id, DocumentId, Step, StepName, ByOfficer, ByName, ByTitle, Verb, Words, GivenAt, DocumentVersion)
        VALUES
            (@Id, @DocumentId, @Step, @StepName, @ByOfficer, @ByName, @ByTitle, @Verb, @Words, @GivenAt, @DocumentVersion)
        """;

    public string Id { get; init; } = "";

    public string DocumentId { get; init; } = "";

    public string Step { get; init; } = "";

    public string StepName { get; init; } = "";

    public string ByOfficer { get; init; } = "";

    public string ByName { get; init; } = "";

    public string ByTitle { get; init; } = "";

    public string Verb { get; init; } = "";

    public string Words { get; init; } = "";

    public string GivenAt { get; init; } = "";

    public long DocumentVersion { get; init; }
}

internal sealed record NoticeRow
{
    public const string Insert =
        """
        INSERT INTO Notice (Id, Officer, Kind, DocumentId, WordsZh, WordsEn, At)
        VALUES (@Id, @Officer, @Kind, @DocumentId, @WordsZh, @WordsEn, @At)
        """;

    public string Id { get; init; } = "";

    public string Officer { get; init; } = "";

    public string Kind { get; init; } = "";

    public string DocumentId { get; init; } = "";

    public string WordsZh { get; init; } = "";

    public string WordsEn { get; init; } = "";

    public string At { get; init; } = "";
}

internal sealed record TrailRow
{
    public const string Append =
        """
        INSERT INTO TrailEntry
            (Subject, Line, At, Actor, ActorName, OnBehalfOf, Verb, Detail, SubjectVersion, PreviousHash, Hash)
        VALUES
            (@Subject, @Line, @At, @Actor, @ActorName, @OnBehalfOf, @Verb, @Detail, @SubjectVersion, @PreviousHash, @Hash);
        UPDATE TrailHead SET Line = @Line, Hash = @Hash WHERE Subject = @Subject
        """;

    public string Subject { get; init; } = "";

    public long Line { get; init; }

    public string At { get; init; } = "";

    public string Actor { get; init; } = "";

    public string ActorName { get; init; } = "";

    public string? OnBehalfOf { get; init; }

    public string Verb { get; init; } = "";

    public string Detail { get; init; } = "";

    public long SubjectVersion { get; init; }

    public string PreviousHash { get; init; } = "";

    public string Hash { get; init; } = "";
}

internal sealed record ClockStateRow
{
    public const string Update =
        """
        UPDATE Clock
        SET    Status = @Status, StoppedAt = @StoppedAt, NextRung = @NextRung, NextFiresAt = @NextFiresAt
        WHERE  Id = @Id
        """;

    public string Id { get; init; } = "";

    public string SubjectId { get; init; } = "";

    public string Status { get; init; } = "";

    public string? StoppedAt { get; init; }

    public string? NextRung { get; init; }

    public string? NextFiresAt { get; init; }
}

internal sealed record FiredRungRow
{
    public const string Insert =
        """
        INSERT INTO FiredRung (ClockId, Code, FiresAt, FiredAt, Notified)
        VALUES (@ClockId, @Code, @FiresAt, @FiredAt, @Notified)
        """;

    public string ClockId { get; init; } = "";

    public string Code { get; init; } = "";

    public string FiresAt { get; init; } = "";

    public string FiredAt { get; init; } = "";

    public string Notified { get; init; } = "";
}

internal sealed record ClockHistoryRow
{
    public const string Insert =
        """
        INSERT INTO ClockHistory (ClockId, At, Status, DueOn, CalendarVersion, Because)
        VALUES (@ClockId, @At, @Status, @DueOn, @CalendarVersion, @Because)
        """;

    public string ClockId { get; init; } = "";

    public string At { get; init; } = "";

    public string Status { get; init; } = "";

    public string DueOn { get; init; } = "";

    public string CalendarVersion { get; init; } = "";

    public string Because { get; init; } = "";
}

internal sealed record SupervisionRow
{
    public const string Insert =
        """
        INSERT INTO SupervisionItem (Id, DocumentId, ClockId, RuleCode, OpenedAt)
        VALUES (@Id, @DocumentId, @ClockId, @RuleCode, @OpenedAt)
        """;

    public string Id { get; init; } = "";

    public string DocumentId { get; init; } = "";

    public string ClockId { get; init; } = "";

    public string RuleCode { get; init; } = "";

    public string OpenedAt { get; init; } = "";
}
