using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;

namespace GovDocFlow.UseCases.Figures;

/// <summary>Why drafts came back in a period, by rule and department.</summary>
internal sealed class ReturnReasons(Session session, Procedures procedures)
{
    private static readonly Sentence Free = new("其他（审核人另列）", "others, written by the reviewer");

    /// <summary>The reasons, in the order of the rules; those that brought nothing back are left out.</summary>
    public async Task<IReadOnlyList<ReadFigures.ReturnReason>> OfAsync(FigureScope scope, CancellationToken cancellation)
    {
        const string Notices =
            """
            SELECT d.Department AS DepartmentKey, n.Kind, n.Items
            FROM   ReturnNotice n
            JOIN   Document d ON d.Id = n.DocumentId
            WHERE  n.ReturnedAt >= @from AND n.ReturnedAt < @until AND d.State <> 'cancelled'
            """;
        var names = procedures.Rules.Rules.ToDictionary(rule => rule.Code, rule => rule.Name);
        var rows = await session.QueryAsync<Row>($"{Notices}{scope.Condition}", scope.Values(), cancellation);
        return
        [
            .. rows.SelectMany(row => Codes(row.Items).Select(code => (Code: code, row.DepartmentKey, row.Kind)))
                .GroupBy(reason => reason.Code)
                .OrderBy(reason => reason.Key is null)
                .ThenBy(reason => reason.Key, StringComparer.Ordinal)
                .Select(reason => new ReadFigures.ReturnReason(
                    reason.Key,
                    reason.Key is null ? Free : names.GetValueOrDefault(reason.Key) ?? new(reason.Key, reason.Key),
                    Numbers(reason.Select(one => one.Kind)),
                    reason.GroupBy(one => one.DepartmentKey).ToDictionary(
                        department => department.Key, department => Numbers(department.Select(one => one.Kind))))),
        ];
    }

    /// <summary>The codes of a notice's items, each once; null stands for what a reviewer wrote freely.</summary>
    /// <remarks>A return with an opinion alone names no item, and is still a return.</remarks>
    public static IEnumerable<string?> Codes(string items) =>
        Json.Read<IReadOnlyList<CodeOnly>>(items).Select(item => item.Code).DefaultIfEmpty().Distinct();

    private static ReadFigures.ReturnNumbers Numbers(IEnumerable<string> kinds)
    {
        var counted = kinds.CountBy(kind => kind).ToDictionary();
        return new(
            counted.GetValueOrDefault(OutsideName.Of(ReturnKind.Official)),
            counted.GetValueOrDefault(OutsideName.Of(ReturnKind.Internal)),
            counted.GetValueOrDefault(OutsideName.Of(ReturnKind.SelfCheck)));
    }

    private sealed record Row
    {
        public string DepartmentKey { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Items { get; init; } = "";
    }

    private sealed record CodeOnly(string? Code);
}
