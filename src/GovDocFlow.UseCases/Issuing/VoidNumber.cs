using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases.Trails;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The clerk gives a reserved number up, with a reason.</summary>
public static class VoidNumber
{
    /// <summary>Asks for it.</summary>
    /// <param name="Number">As printed: 巴府规〔2026〕1号.</param>
    public sealed record Command(string Number, string Reason) : IRequest<ReadNumbers.Line>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).IsReason();
    }

    internal sealed class Handler(Ledger ledger, OfficeTrail trail, Asker asker) : IRequestHandler<Command, ReadNumbers.Line>
    {
        public async Task<ReadNumbers.Line> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Ledger.WhyNotKeep(asker.Required));
            await trail.AppendAsync(
                new Act("voidNumber", new { command.Number, command.Reason }), asker.Required, cancellationToken);
            return ReadNumbers.Line.Of(await ledger.VoidAsync(command.Number, command.Reason, cancellationToken));
        }
    }
}
