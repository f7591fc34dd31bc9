using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases.Trails;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The clerk enters numbers that were given before this system was in use, so that the next one follows them.</summary>
public static class EnterHistoricNumbers
{
    /// <summary>Asks for it.</summary>
    /// <param name="Last">The last number that was given; those before it are entered too, where they are missing.</param>
    public sealed record Command(string Series, int Year, int Last, string Reason) : IRequest<Answer>;

    /// <summary>How many numbers were entered.</summary>
    public sealed record Answer(int Entered);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Series).IsSeries();
            RuleFor(command => command.Year)
                .InclusiveBetween(1949, 2100).Says("WRONG_VALUE", "年份在 1949 到 2100 之间。", "A year lies between 1949 and 2100.");
            RuleFor(command => command.Last)
                .InclusiveBetween(1, 9999).Says("WRONG_VALUE", "号在 1 到 9999 之间。", "A number lies between 1 and 9,999.");
            RuleFor(command => command.Reason).IsReason();
        }
    }

    internal sealed class Handler(Ledger ledger, OfficeTrail trail, Asker asker) : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Ledger.WhyNotKeep(asker.Required));
            await trail.AppendAsync(
                new Act("enterHistoricNumbers", new { command.Series, command.Year, command.Last, command.Reason }),
                asker.Required,
                cancellationToken);
            return new Answer(await ledger.EnterHistoricAsync(
                command.Series, command.Year, command.Last, command.Reason, cancellationToken));
        }
    }
}
