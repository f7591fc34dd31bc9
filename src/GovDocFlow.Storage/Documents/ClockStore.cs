using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;

namespace GovDocFlow.Storage.Documents;

/// <summary>Keeps clocks, the rungs that fired, and what became of each clock.</summary>
public sealed class ClockStore(Session session)
{
    /// <summary>A clock; null where there is none.</summary>
    public async Task<Clock?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var row = await session.FindAsync<ClockRow>(
            """
            SELECT Id, RuleCode, RuleVersion, LegalBasis, Part, SubjectType, SubjectId, StartEvent, StartedAt, Amount, Unit,
                   DueOn, DueAt, Certainty, EarliestDueOn, LatestDueOn, Status, StoppedAt, CalendarVersion, Ladder,
                   NextRung, NextFiresAt
            FROM   Clock
            WHERE  Id = @id
            """,
            new { id },
            cancellation);
        return row?.ToClock();
    }

    /// <summary>All clocks of a subject, in the order in which they started.</summary>
    public async Task<IReadOnlyList<Clock>> OfSubjectAsync(Guid subjectId, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<ClockRow>(
            """
            SELECT Id, RuleCode, RuleVersion, LegalBasis, Part, SubjectType, SubjectId, StartEvent, StartedAt, Amount, Unit,
                   DueOn, DueAt, Certainty, EarliestDueOn, LatestDueOn, Status, StoppedAt, CalendarVersion, Ladder,
                   NextRung, NextFiresAt
            FROM   Clock
            WHERE  SubjectId = @subjectId
            ORDER BY Seq
            """,
            new { subjectId },
            cancellation);
        return [.. rows.Select(row => row.ToClock())];
    }

    /// <summary>The clocks whose next rung lies at or before <paramref name="now"/>, the earliest rung first.</summary>
    /// <param name="limit">At most so many.</param>
    public async Task<IReadOnlyList<Clock>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<ClockRow>(
            session.Dialect.Page(
                """
                SELECT Id, RuleCode, RuleVersion, LegalBasis, Part, SubjectType, SubjectId, StartEvent, StartedAt, Amount, Unit,
                       DueOn, DueAt, Certainty, EarliestDueOn, LatestDueOn, Status, StoppedAt, CalendarVersion, Ladder,
                       NextRung, NextFiresAt
                FROM   Clock
                WHERE  NextFiresAt <= @now
                ORDER BY NextFiresAt, Seq
                """,
                "@limit"),
            new { now, limit },
            cancellation);
        return [.. rows.Select(row => row.ToClock())];
    }

    /// <summary>The rungs of a clock that have fired, in the order in which they were due.</summary>
    public Task<IReadOnlyList<FiredRung>> FiredAsync(Guid clockId, CancellationToken cancellation) =>
        session.QueryAsync<FiredRung>(
            """
            SELECT ClockId, Code, FiresAt, FiredAt, Notified
            FROM   FiredRung
            WHERE  ClockId = @clockId
            ORDER BY FiresAt, Seq
            """,
            new { clockId },
            cancellation);

    /// <summary>What became of a clock, oldest first.</summary>
    public Task<IReadOnlyList<ClockChange>> HistoryAsync(Guid clockId, CancellationToken cancellation) =>
        session.QueryAsync<ClockChange>(
            """
            SELECT At, Status, DueOn, CalendarVersion, Because
            FROM   ClockHistory
            WHERE  ClockId = @clockId
            ORDER BY Seq
            """,
            new { clockId },
            cancellation);

    /// <summary>Claims a rung by the insert of its row; its key lets each fire once.</summary>
    public Task ClaimAsync(Guid clockId, Rung rung, DateTimeOffset firedAt, string notified, CancellationToken cancellation) =>
        session.ExecuteAsync(
            """
            INSERT INTO FiredRung (ClockId, Code, FiresAt, FiredAt, Notified)
            VALUES (@clockId, @Code, @FiresAt, @firedAt, @notified)
            """,
            new { clockId, rung.Code, rung.FiresAt, firedAt, notified },
            cancellation);

    /// <summary>Keeps a clock's state, with a line of its history.</summary>
    /// <param name="because">stopped, cancelled, reopened, breached.</param>
    public async Task ChangeAsync(Clock clock, DateTimeOffset at, string because, CancellationToken cancellation)
    {
        await MoveAsync(clock, cancellation);
        await session.ExecuteAsync(
            """
            INSERT INTO ClockHistory (ClockId, At, Status, DueOn, CalendarVersion, Because)
            VALUES (@Id, @at, @status, @DueOn, @CalendarVersion, @because)
            """,
            new { clock.Id, at, status = OutsideName.Of(clock.Status), clock.Deadline.DueOn, clock.CalendarVersion, because },
            cancellation);
    }

    /// <summary>Keeps where a clock stands on its ladder.</summary>
    public Task MoveAsync(Clock clock, CancellationToken cancellation) => session.ExecuteAsync(
        """
        UPDATE Clock
        SET    Status = @status, StoppedAt = @StoppedAt, NextRung = @NextRung, NextFiresAt = @NextFiresAt
        WHERE  Id = @Id
        """,
        new { clock.Id, status = OutsideName.Of(clock.Status), clock.StoppedAt, clock.NextRung, clock.NextFiresAt },
        cancellation);

    internal async Task WriteAsync(Outcome outcome, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (var clock in outcome.Started)
        {
            await AddAsync(clock, cancellation);
        }

        foreach (var clock in outcome.Changed)
        {
            var because = clock switch
            {
                { Status: ClockStatus.Cancelled } => "cancelled",
                { StoppedAt: null } => "reopened",
                _ => "stopped",
            };
            await ChangeAsync(clock, at, because, cancellation);
        }

        if (outcome.Due is { } due)
        {
            await session.ExecuteAsync(
                """
                UPDATE Document
                SET    DueSoonAt = @DueSoonAt, OverdueAt = @OverdueAt, IsProvisional = @IsProvisional
                WHERE  Id = @Id
                """,
                new { outcome.After.Id, due.DueSoonAt, due.OverdueAt, due.IsProvisional },
                cancellation);
        }
    }

    private Task<int> AddAsync(Clock clock, CancellationToken cancellation) => session.ExecuteAsync(
        """
        INSERT INTO Clock
            (Id, RuleCode, RuleVersion, LegalBasis, Part, SubjectType, SubjectId, StartEvent, StartedAt, Amount, Unit, DueOn,
             DueAt, Certainty, EarliestDueOn, LatestDueOn, Status, StoppedAt, CalendarVersion, Ladder, NextRung, NextFiresAt)
        VALUES
            (@Id, @RuleCode, @RuleVersion, @LegalBasis, @Part, @SubjectType, @SubjectId, @StartEvent, @StartedAt, @Amount, @unit,
             @DueOn, @DueAt, @certainty, @EarliestDueOn, @LatestDueOn, @status, @StoppedAt, @CalendarVersion, @Ladder,
             @NextRung, @NextFiresAt)
        """,
        new
        {
            clock.Id,
            RuleCode = clock.Rule,
            clock.RuleVersion,
            clock.LegalBasis,
            clock.Part,
            clock.SubjectType,
            clock.SubjectId,
            clock.StartEvent,
            clock.StartedAt,
            clock.Amount,
            unit = OutsideName.Of(clock.Unit),
            clock.Deadline.DueOn,
            clock.Deadline.DueAt,
            certainty = OutsideName.Of(clock.Deadline.Certainty),
            clock.Deadline.EarliestDueOn,
            clock.Deadline.LatestDueOn,
            status = OutsideName.Of(clock.Status),
            clock.StoppedAt,
            clock.CalendarVersion,
            clock.Ladder,
            clock.NextRung,
            clock.NextFiresAt,
        },
        cancellation);
}

/// <summary>A rung that fired.</summary>
public sealed record FiredRung
{
    /// <summary>The clock's key.</summary>
    public Guid ClockId { get; init; }

    /// <summary>The rung: <c>due-0900</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>When it was due to fire.</summary>
    public DateTimeOffset FiresAt { get; init; }

    /// <summary>When it did; later after downtime.</summary>
    public DateTimeOffset FiredAt { get; init; }

    /// <summary>The names of those who were told, as a JSON list.</summary>
    public string Notified { get; init; } = "[]";
}

/// <summary>One change of a clock.</summary>
public sealed record ClockChange
{
    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The status after it.</summary>
    public string Status { get; init; } = "";

    /// <summary>The due day after it.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The calendar by which that day was computed.</summary>
    public string CalendarVersion { get; init; } = "";

    /// <summary>stopped, cancelled, reopened, breached.</summary>
    public string Because { get; init; } = "";
}
