using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The clerk numbers a signed document and sends it to print (登记、印发).</summary>
public static class IssueDocument
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the clerk was looking at; null where they did not say.</param>
    /// <param name="Series">The series: 巴府规.</param>
    /// <param name="IssuedAt">When it was sent to print, between sign-off and now; null is now.</param>
    /// <param name="Number">The number that the clerk expects, as printed; null takes the reserved one, or the next.</param>
    public sealed record Command(Guid DocumentId, int? Version, string Series, DateTimeOffset? IssuedAt, string? Number)
        : IRequest<DocumentView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Series).IsSeries();
    }

    internal sealed class Handler(Casework casework, Ledger ledger, Procedures procedures, DocumentViews views)
        : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Ledger.WhyNotKeep(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            RefusedException.ThrowIf(document.WhyNotIssue(casework.By));

            var number = await ledger.TakeAsync(
                command.Series, document.FormedOn!.Value.Year, document.Id, command.Number, cancellationToken);
            var outcome = document.Issue(
                number, command.IssuedAt, procedures.Clocks, casework.By, casework.Now);
            await casework.KeepAsync(outcome, cancellationToken);
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }
}
