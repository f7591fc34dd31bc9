using GovDocFlow.Documents.Cases;
using MediatR;

namespace GovDocFlow.UseCases.Trails;

/// <summary>Notes that classified content was refused: who, when and by which call, and nothing of what was sent.</summary>
internal static class RecordClassifiedRefusal
{
    public sealed record Command(string Call) : IRequest<Unit>;

    internal sealed class Handler(OfficeTrail trail, Asker asker) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await trail.AppendAsync(new Act("classifiedRefused", new { call = command.Call }), asker.Required, cancellationToken);
            return Unit.Value;
        }
    }
}
