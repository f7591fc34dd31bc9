using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The clerk keeps the next number for a document that will be issued later.</summary>
public static class ReserveNumber
{
    /// <summary>Asks for it.</summary>
    public sealed record Command(string Series, Guid DocumentId) : IRequest<ReadNumbers.Line>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Series).IsSeries();
    }

    internal sealed class Handler(Casework casework, Ledger ledger, TrailStore trail)
        : IRequestHandler<Command, ReadNumbers.Line>
    {
        public async Task<ReadNumbers.Line> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Ledger.WhyNotKeep(casework.By));
            var document = await casework.OpenToActAsync(command.DocumentId, null, DocumentParts.None, cancellationToken);
            RefusedException.ThrowIf(document.State is DocumentState.UnderReview or DocumentState.SignedOff
                ? null
                : Refusal.NotNow(
                    "NOT_RESERVABLE", "只为审核中或已签发待印发的文件预留号。", "Numbers are reserved for documents under review or signed."));
            var year = (document.FormedOn ?? ChinaTime.DayOf(casework.Now)).Year;
            var entry = await ledger.ReserveAsync(command.Series, year, document.Id, cancellationToken);
            await trail.AppendAsync(
                DocumentStore.Subject(document.Id),
                [TrailLines.Of(new Act("reserveNumber", new { entry.Number }), casework.By, casework.Now, document.Version)],
                cancellationToken);
            return ReadNumbers.Line.Of(entry);
        }
    }
}
