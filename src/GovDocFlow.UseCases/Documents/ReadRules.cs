using GovDocFlow.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>The rules in force: what brings a draft back, what is exempt, the lawful grounds, the clocks.</summary>
public static class ReadRules
{
    /// <summary>Asks for them.</summary>
    public sealed record Query : IRequest<Answer>;

    /// <summary>All of them, with the version and hash to which new cases are pinned.</summary>
    public sealed record Answer(
        string Version,
        string Hash,
        IReadOnlyList<Rule> ReturnRules,
        IReadOnlyList<ExemptionEntry> Exemptions,
        IReadOnlyList<GroundEntry> Grounds,
        IReadOnlyList<ClockRuleEntry> ClockRules);

    /// <summary>A return rule.</summary>
    public sealed record Rule(
        string Code, string Gate, Sentence Name, string Basis, DateOnly EffectiveFrom, bool Enabled, Sentence Fix);

    /// <summary>An entry of the exemption catalogue; its code is what a draft names.</summary>
    public sealed record ExemptionEntry(string Code, Sentence Name, string Basis);

    /// <summary>A lawful ground for not disclosing.</summary>
    public sealed record GroundEntry(string Code, Sentence Name, string Article);

    /// <summary>A clock rule.</summary>
    /// <param name="Amount">Null where the due day follows from the day of effect.</param>
    public sealed record ClockRuleEntry(
        string Code, string Version, DateOnly EffectiveFrom, Sentence Name, string Basis, int? Amount, string Unit);

    internal sealed class Handler(Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken cancellationToken) => Task.FromResult(new Answer(
            procedures.Rules.Version,
            procedures.Rules.Hash,
            [
                .. procedures.Rules.Rules.Select(rule => new Rule(
                    rule.Code, rule.Gate, rule.Name, rule.Basis.Printed, rule.EffectiveFrom, rule.Enabled, rule.Fix)),
            ],
            [.. procedures.Rules.Exemptions.Select(entry => new ExemptionEntry(entry.Code, entry.Name, entry.Basis.Printed))],
            [.. GovDocFlow.Documents.Grounds.All.Select(ground => new GroundEntry(ground.Code, ground.Name, ground.Article))],
            [
                .. procedures.Clocks.Rules.Select(rule => new ClockRuleEntry(
                    rule.Code,
                    rule.Version,
                    rule.EffectiveFrom,
                    new(rule.NameZh, rule.NameEn),
                    rule.Basis.Text,
                    rule.Amount,
                    OutsideName.Of(rule.Unit))),
            ]));
    }
}
