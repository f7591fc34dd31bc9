namespace GovDocFlow.Deadlines;

/// <summary>One version of a time limit, as carried in the clock rule file.</summary>
public sealed record ClockRule
{
    /// <summary>The stable name, such as <c>publish.normative3wd</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The version of the rule; a clock keeps the one it was started under.</summary>
    public required string Version { get; init; }

    /// <summary>The first start day this version governs, in Asia/Shanghai.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The name shown to people.</summary>
    public required string NameZh { get; init; }

    /// <summary>The same name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>What the limit rests on.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>The act that starts the clock: <c>signOff</c>, <c>issue</c> or <c>documentPublication</c>.</summary>
    public required string StartEvent { get; init; }

    /// <summary>How many units; null where the due day does not follow from the start but from the day of
    /// effect.</summary>
    public int? Amount { get; init; }

    /// <summary>What <see cref="Amount"/> counts.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>What has to be published to stop it: <c>document</c> or <c>interpretation</c>.</summary>
    public required string Part { get; init; }

    /// <summary>The code of the escalation ladder.</summary>
    public required string Ladder { get; init; }
}
