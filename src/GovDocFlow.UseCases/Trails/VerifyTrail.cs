using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.Trails;

/// <summary>Whether the trail is whole; names the first entry that was altered, removed, inserted or moved.</summary>
public static class VerifyTrail
{
    /// <summary>Asks for it.</summary>
    /// <param name="Progress">Told how many entries were checked; null for nobody.</param>
    public sealed record Query(IProgress<long>? Progress = null) : IRequest<Answer>;

    /// <summary>What was found.</summary>
    /// <param name="Subject">The subject of the first broken entry; null where all is whole.</param>
    /// <param name="Line">Its place in that trail; null likewise.</param>
    /// <param name="What">What is wrong with it; null likewise.</param>
    public sealed record Answer(bool IsWhole, long Subjects, long Entries, string? Subject, int? Line, Sentence? What);

    internal sealed class Handler(TrailStore trail) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            var verdict = await trail.VerifyAsync(query.Progress, cancellationToken);
            return new Answer(
                verdict.IsWhole,
                verdict.Subjects,
                verdict.Entries,
                verdict.Fault?.Subject,
                verdict.Fault?.Line,
                verdict.Fault?.What);
        }
    }
}
