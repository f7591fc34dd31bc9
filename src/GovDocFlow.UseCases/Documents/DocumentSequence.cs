using System.Globalization;
using GovDocFlow.Storage;

namespace GovDocFlow.UseCases.Documents;

/// <summary>How the rows of a document list follow each other, and where a page of them begins.</summary>
/// <remarks>
/// Rows with equal values follow each other by sequence, so that a cursor, which names both, loses no row and shows none
/// twice while others are added.
/// </remarks>
internal sealed class DocumentSequence
{
    private const string AfterSeq = "after";
    private const string AfterValue = "afterValue";

    private readonly DocumentOrder? _order;
    private readonly string? _column;

    private DocumentSequence(DocumentOrder? order)
    {
        _order = order;
        _column = order?.By switch
        {
            null or DocumentOrderBy.CreatedAt => null,
            DocumentOrderBy.FormedOn => "FormedOn",
            DocumentOrderBy.IssuedAt => "IssuedAt",
            DocumentOrderBy.Number => "NumberOrder",
            DocumentOrderBy.LatestDueOn => "OverdueAt",
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "No list is in this order."),
        };
    }

    /// <summary>The sequence of an order; of null the newest first.</summary>
    public static DocumentSequence Of(DocumentOrder? order) => new(order);

    /// <summary>
    /// The stretches of the list after the cursor, to be read one behind the other: an index leads through each, while a list
    /// that says where empty values stand would be sorted as a whole.
    /// </summary>
    /// <param name="values">Takes the parameters of the stretches.</param>
    /// <exception cref="GovDocFlow.Documents.RefusedException">The cursor is none of ours, or of another order.</exception>
    public IReadOnlyList<Stretch> Stretches(string? cursor, Dictionary<string, object?> values)
    {
        var (further, direction) = _order is { Descending: false } ? ('>', "") : ('<', " DESC");
        var bySeq = $"{{0}}.Seq{direction}";
        if (_order is null)
        {
            values[AfterSeq] = Paging.After(cursor, descending: true);
            return [new Stretch(" AND d.Seq < @after", bySeq)];
        }

        var place = Paging.Place(cursor, _order.ToString());
        values[AfterSeq] = place?.Seq ?? (_order.Descending ? long.MaxValue : 0);
        var beyond = $" AND d.Seq {further} @after";
        if (_column is null)
        {
            return [new Stretch(beyond, bySeq)];
        }

        var valued = new Stretch($" AND d.{_column} IS NOT NULL", $"{{0}}.{_column}{direction}, {bySeq}");
        var empty = new Stretch($" AND d.{_column} IS NULL", bySeq);
        if (place is null)
        {
            return [valued, empty];
        }

        values[AfterValue] = place.Value.Value;

        // The first of the conditions is what an index is searched by.
        var beyondValue = $" AND d.{_column} {further}= @afterValue AND (d.{_column} {further} @afterValue OR d.Seq {further} @after)";
        return place.Value.Value is null
            ? [empty with { Condition = empty.Condition + beyond }]
            : [valued with { Condition = beyondValue }, empty];
    }

    /// <summary>The cursor of the page that begins after a row.</summary>
    public string After(DocumentLineRow row) =>
        _order is null ? Paging.Cursor(row.Seq) : Paging.Cursor(row.Seq, _order.ToString(), Value(row));

    private string? Value(DocumentLineRow row) => _order!.By switch
    {
        DocumentOrderBy.CreatedAt => null,
        DocumentOrderBy.FormedOn => row.FormedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DocumentOrderBy.IssuedAt => row.IssuedAt is { } at ? TextTypes.Text(at) : null,
        DocumentOrderBy.Number => row.NumberOrder,
        DocumentOrderBy.LatestDueOn => row.OverdueAt is { } at ? TextTypes.Text(at) : null,
    };

    /// <summary>A part of the list that is read at one go.</summary>
    /// <param name="Condition">A further condition (AND …) on rows named <c>d</c>.</param>
    /// <param name="Order">What follows ORDER BY, with <c>{0}</c> for the name of the rows.</param>
    internal sealed record Stretch(string Condition, string Order)
    {
        /// <summary>The order of rows of that name.</summary>
        public string OrderOf(string rows) => $" ORDER BY {string.Format(CultureInfo.InvariantCulture, Order, rows)}";
    }
}
