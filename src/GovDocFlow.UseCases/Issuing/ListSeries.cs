using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.People;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The series of document numbers.</summary>
public static class ListSeries
{
    /// <summary>Asks for them: an administrator, or nobody signed in, which means the command line.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>All of them, in the order in which they were entered.</summary>
    public sealed record Answer(IReadOnlyList<AddSeries.Answer> Items);

    internal sealed class Handler(SeriesStore series, PeopleDesk desk) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            return new Answer([.. (await series.ListAsync(cancellationToken)).Select(known => new AddSeries.Answer(known.Name, known.Organ, known.IsNormative))]);
        }
    }
}
