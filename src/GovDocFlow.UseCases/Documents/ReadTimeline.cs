using System.Text.Json;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>Every act on a document, in order.</summary>
public static class ReadTimeline
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <summary>All of it, oldest first; it is never paged.</summary>
    public sealed record Answer(IReadOnlyList<Line> Items, string? Next = null);

    /// <summary>One act.</summary>
    /// <param name="Number">Its place in the document's trail, from 1 without gaps.</param>
    /// <param name="Actor">The name of who did it; 系统 for the self-check, reminders, escalation and supervision.</param>
    /// <param name="OnBehalfOf">For whom; null where they acted for themselves.</param>
    /// <param name="Detail">What changed.</param>
    /// <param name="Version">The document's version after it.</param>
    public sealed record Line(
        int Number, DateTimeOffset At, string Actor, string? OnBehalfOf, string Verb, JsonElement Detail, int Version);

    internal sealed class Handler(Casework casework, TrailStore trail) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            await casework.OpenAsync(query.Id, DocumentParts.None, cancellationToken);
            var entries = await trail.ReadAsync(DocumentStore.Subject(query.Id), cancellationToken);
            return new Answer(
            [
                .. entries.Select(entry => new Line(
                    entry.Line,
                    entry.At,
                    entry.ActorName,
                    entry.OnBehalfOf,
                    entry.Verb,
                    JsonSerializer.Deserialize<JsonElement>(entry.Detail),
                    entry.SubjectVersion)),
            ]);
        }
    }
}
