using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.People;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>A series of document numbers is entered.</summary>
public static class AddSeries
{
    /// <summary>Asks for it: an administrator, or nobody signed in, which means the command line.</summary>
    /// <param name="Series">巴府规: 2 to 12 Chinese characters, as they are printed before the year.</param>
    /// <param name="Organ">Whose documents it numbers, as printed.</param>
    /// <param name="Normative">Whether it is the series of normative documents.</param>
    public sealed record Command(string Series, string Organ, bool Normative = false) : IRequest<Answer>;

    /// <summary>The series that was entered.</summary>
    public sealed record Answer(string Series, string Organ, bool Normative);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Series)
                .Must(name => name is not null && DocumentNumber.Parse(DocumentNumber.Print(name, 2026, 1)) is not null)
                .Says("WRONG_VALUE", "机关代字为 2 至 12 个汉字，不含年份、括号和序号。", "A series has 2 to 12 Chinese characters, without year, brackets or number.");
            RuleFor(command => command.Organ)
                .Must(PeopleDesk.IsLine).Says("WRONG_VALUE", "请填写发文机关，不超过 200 字。", "Give the issuing organ, of at most 200 characters.");
        }
    }

    internal sealed class Handler(Session session, SeriesStore series, PeopleDesk desk) : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(desk.WhyNot());
            var entered = new Answer(command.Series, command.Organ.Trim(), command.Normative);
            await desk.NoteAsync(new Act("addSeries", entered), cancellationToken);
            try
            {
                await series.AddAsync(
                    new NumberSeriesName { Name = entered.Series, Organ = entered.Organ, IsNormative = entered.Normative },
                    cancellationToken);
            }
            catch (Exception taken) when (session.Dialect.IsUniqueViolation(taken))
            {
                throw new RefusedException(Refusal.NotNow(
                    "SERIES_TAKEN", $"机关代字“{command.Series}”已经登记。", $"The series '{command.Series}' is entered already."));
            }

            return entered;
        }
    }
}
