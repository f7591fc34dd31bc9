using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>What lists beside the documents' own call the documents that they name.</summary>
public static class ReadTitles
{
    /// <summary>Asks for them; each key is answered once.</summary>
    /// <param name="Ids">At most <see cref="Paging.MaxLimit"/>.</param>
    public sealed record Query(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, Line>>;

    /// <summary>One document; what the asker may not see is left out.</summary>
    /// <param name="Number">发文字号; null before issue.</param>
    /// <param name="Department">The key of the drafting department.</param>
    public sealed record Line(string Title, string? Number, string Department, DocumentState State);

    internal sealed class Handler(Session session, Asker asker) : IRequestHandler<Query, IReadOnlyDictionary<Guid, Line>>
    {
        public async Task<IReadOnlyDictionary<Guid, Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            const string Named = "SELECT d.Id, d.Title, d.Number, d.Department, d.State FROM Document d WHERE d.Seq > 0";
            var by = asker.Required;
            RefusedException.ThrowIf(Sight.WhyNot(by));
            if (query.Ids.Count == 0)
            {
                return new Dictionary<Guid, Line>();
            }

            var values = new Dictionary<string, object?> { ["sightDepartment"] = by.Department };
            foreach (var (index, id) in query.Ids.Distinct().Take(Paging.MaxLimit).Index())
            {
                values[$"id{index}"] = id;
            }

            var ids = string.Join(", ", values.Keys.Where(name => name.StartsWith("id", StringComparison.Ordinal)).Select(name => $"@{name}"));
            var rows = await session.QueryAsync<Row>(
                $"{Named} AND d.Id IN ({ids}){Sight.And(by)}", values, cancellationToken);
            return rows.ToDictionary(
                row => row.Id,
                row => new Line(row.Title, row.Number, row.Department, OutsideName.Parse<DocumentState>(row.State)!.Value));
        }

        private sealed record Row
        {
            public Guid Id { get; init; }

            public string Title { get; init; } = "";

            public string? Number { get; init; }

            public string Department { get; init; } = "";

            public string State { get; init; } = "";
        }
    }
}
