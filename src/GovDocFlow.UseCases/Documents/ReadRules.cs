using GovDocFlow.Deadlines;
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
        IReadOnlyList<ClockRuleEntry> ClockRules,
        IReadOnlyList<LadderEntry> Ladders,
        IReadOnlyDictionary<string, int> HandlingWorkingDays);

    /// <summary>A return rule.</summary>
    /// <param name="Limits">Its switches (0 or 1) and limits, by name.</param>
    public sealed record Rule(
        string Code,
        string Gate,
        Sentence Name,
        string Basis,
        DateOnly EffectiveFrom,
        bool Enabled,
        Sentence Fix,
        IReadOnlyDictionary<string, decimal> Limits);

    /// <summary>An entry of the exemption catalogue; its code is what a draft names.</summary>
    public sealed record ExemptionEntry(string Code, Sentence Name, string Basis);

    /// <summary>A lawful ground for not disclosing.</summary>
    public sealed record GroundEntry(string Code, Sentence Name, string Article);

    /// <summary>A clock rule.</summary>
    /// <param name="Amount">Null where the due day follows from the day of effect.</param>
    /// <param name="Ladder">The ladder by which it is escalated.</param>
    public sealed record ClockRuleEntry(
        string Code, string Version, DateOnly EffectiveFrom, Sentence Name, string Basis, int? Amount, string Unit, string Ladder);

    /// <summary>An escalation ladder, its rungs in the order in which they fire.</summary>
    public sealed record LadderEntry(string Code, IReadOnlyList<RungEntry> Rungs);

    /// <summary>A rung: from what it is reckoned, how many working days away, and who is told.</summary>
    /// <param name="WorkingDays">Negative before the anchor's day, 0 on it.</param>
    /// <param name="Time">The time of day in China; null where the anchor is a moment.</param>
    /// <param name="Tells">Roles.</param>
    public sealed record RungEntry(
        string Code, RungAnchor Anchor, int WorkingDays, TimeOnly? Time, IReadOnlyList<string> Tells, bool OpensSupervision);

    internal sealed class Handler(Procedures procedures) : IRequestHandler<Query, Answer>
    {
        public Task<Answer> Handle(Query query, CancellationToken cancellationToken) => Task.FromResult(new Answer(
            procedures.Rules.Version,
            procedures.Rules.Hash,
            [
                .. procedures.Rules.Rules.Select(rule => new Rule(
                    rule.Code, rule.Gate, rule.Name, rule.Basis.Printed, rule.EffectiveFrom, rule.Enabled, rule.Fix,
                    rule.Limits)),
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
                    OutsideName.Of(rule.Unit),
                    rule.Ladder)),
            ],
            [
                .. procedures.Clocks.Ladders.Select(ladder => new LadderEntry(
                    ladder.Code,
                    [
                        .. ladder.Rungs.Select(rung => new RungEntry(
                            rung.Code, rung.Anchor, rung.WorkingDays, rung.Time, rung.Tells, rung.OpensSupervision)),
                    ])),
            ],
            procedures.HandlingDays.ToDictionary(limit => OutsideName.Of(limit.Key), limit => limit.Value)));
    }
}
