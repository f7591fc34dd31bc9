using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Documents.Rules;

namespace GovDocFlow.Storage.Documents;

/// <summary>Keeps return notices; an official one is numbered when it is kept, so that a failure burns no number.</summary>
public sealed class ReturnNoticeStore(Session session, NumberStore numbers)
{
    private const string Series = "退文";

    /// <summary>The n-th return notice of a document; null where there is none.</summary>
    public async Task<ReturnNotice?> FindAsync(Guid documentId, int n, CancellationToken cancellation)
    {
        var row = await session.FindAsync<Row>(
            """
            SELECT Id, N, Kind, Number, ReturnedAt, ByOfficer, ByName, Step, ThenBack, Opinion, Items, Warnings
            FROM   ReturnNotice
            WHERE  DocumentId = @documentId AND N = @n
            """,
            new { documentId, n },
            cancellation);
        return row?.ToNotice();
    }

    /// <summary>All return notices of a document, oldest first.</summary>
    public async Task<IReadOnlyList<ReturnNotice>> OfDocumentAsync(Guid documentId, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<Row>(
            """
            SELECT Id, N, Kind, Number, ReturnedAt, ByOfficer, ByName, Step, ThenBack, Opinion, Items, Warnings
            FROM   ReturnNotice
            WHERE  DocumentId = @documentId
            ORDER BY N
            """,
            new { documentId },
            cancellation);
        return [.. rows.Select(row => row.ToNotice())];
    }

    internal async Task WriteAsync(Outcome outcome, CancellationToken cancellation)
    {
        if (outcome.Settled is { } settled)
        {
            await session.ExecuteAsync(
                "UPDATE ReturnNotice SET Items = @items WHERE Id = @Id",
                new { settled.Id, items = Json.Write(settled.Items) },
                cancellation);
        }

        if (outcome.Returned is not { } notice)
        {
            return;
        }

        var number = notice.Kind is ReturnKind.Official
            ? DocumentNumber.Print(Series, ChinaTime.DayOf(notice.At).Year, await numbers.NextAsync(Series, ChinaTime.DayOf(notice.At).Year, cancellation))
            : null;
        await session.ExecuteAsync(
            """
            INSERT INTO ReturnNotice
                (Id, DocumentId, N, Kind, Number, ReturnedAt, ByOfficer, ByName, Step, ThenBack, Opinion, Items, Warnings)
            VALUES
                (@Id, @DocumentId, @N, @kind, @number, @At, @By, @ByName, @Step, @ThenBack, @Opinion, @items, @warnings)
            """,
            new
            {
                notice.Id,
                DocumentId = outcome.After.Id,
                notice.N,
                kind = OutsideName.Of(notice.Kind),
                number,
                notice.At,
                notice.By,
                notice.ByName,
                notice.Step,
                notice.ThenBack,
                notice.Opinion,
                items = Json.Write(notice.Items),
                warnings = Json.Write(notice.Warnings),
            },
            cancellation);
    }

    private sealed record Row
    {
        public Guid Id { get; init; }

        public int N { get; init; }

        public string Kind { get; init; } = "";

        public string? Number { get; init; }

        public DateTimeOffset ReturnedAt { get; init; }

        public Guid? ByOfficer { get; init; }

        public string ByName { get; init; } = "";

        public string? Step { get; init; }

        public bool ThenBack { get; init; }

        public string? Opinion { get; init; }

        public string Items { get; init; } = "[]";

        public string Warnings { get; init; } = "[]";

        public ReturnNotice ToNotice() => new(
            Id,
            N,
            OutsideName.Parse<ReturnKind>(Kind)!.Value,
            Number,
            ReturnedAt,
            ByOfficer,
            ByName,
            Step,
            ThenBack,
            Opinion,
            Json.Read<IReadOnlyList<NoticeItem>>(Items),
            Json.Read<IReadOnlyList<Finding>>(Warnings));
    }
}
