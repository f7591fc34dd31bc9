using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Desk;

/// <summary>An officer has read all of their notices.</summary>
public static class MarkAllNoticesRead
{
    /// <summary>Says so; the answer is how many became read.</summary>
    /// <param name="UpTo">The newest that they have seen: what came later stays unread. Null: all there are now.</param>
    public sealed record Command(Guid? UpTo = null) : IRequest<int>;

    internal sealed class Handler(NoticeStore notices, Asker asker, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public Task<int> Handle(Command command, CancellationToken cancellationToken) =>
            notices.MarkAllReadAsync(command.UpTo, asker.Required.Id, clock.GetUtcNow(), cancellationToken);
    }
}
