using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>An officer has read one of their notices.</summary>
public static class MarkNoticeRead
{
    /// <summary>Says so.</summary>
    public sealed record Command(Guid Id) : IRequest<Unit>;

    internal sealed class Handler(NoticeStore notices, Asker asker, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            await notices.MarkReadAsync(command.Id, asker.Required.Id, clock.GetUtcNow(), cancellationToken) == 1
                ? Unit.Value
                : throw new NotFoundException("notice");
    }
}
