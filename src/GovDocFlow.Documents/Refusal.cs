namespace GovDocFlow.Documents;

/// <summary>What sort of "no" a refusal is; each is answered with its own HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>This role never does this (403).</summary>
    Never,

    /// <summary>Theirs, but not now (409).</summary>
    NotNow,

    /// <summary>What was sent cannot be accepted as it is (422).</summary>
    Content,

    /// <summary>Larger than is taken (413).</summary>
    TooLarge,

    /// <summary>Not a kind of file that is taken (415).</summary>
    WrongKind,

    /// <summary>Who asks did not show who they are (401).</summary>
    NotSignedIn,

    /// <summary>Asked too often; later again (429).</summary>
    TooOften,
}

/// <summary>Why not: a stable code, and a sentence that says what to do.</summary>
public sealed record Refusal(RefusalKind Kind, string Code, Sentence Why)
{
    /// <summary>The single defects behind the refusal, all at once; empty where the sentence says it all.</summary>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>Theirs, but not now (409).</summary>
    public static Refusal NotNow(string code, string zh, string en) => new(RefusalKind.NotNow, code, new(zh, en));

    /// <summary>Never this role's (403).</summary>
    public static Refusal Never(string code, string zh, string en) => new(RefusalKind.Never, code, new(zh, en));

    /// <summary>The content cannot be accepted (422).</summary>
    public static Refusal Content(string code, string zh, string en, IReadOnlyList<Defect>? defects = null) =>
        new(RefusalKind.Content, code, new(zh, en)) { Defects = defects ?? [] };
}

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="Field">The field's outside name, nested with dots (<c>attribute.ground</c>); null where no field is meant.</param>
public sealed record Defect(string Code, string? Field, Sentence Message);

/// <summary>A rule said no; nothing was changed.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Why.En)
{
    /// <summary>The reason, for people and for programs.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>Throws where there is a reason to refuse.</summary>
    /// <exception cref="RefusedException"><paramref name="refusal"/> is not null.</exception>
    public static void ThrowIf(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}

/// <summary>Somebody else acted after it was loaded; of two officers, one wins (412).</summary>
public sealed class StaleException(string subject, int expected, int actual)
    : Exception($"{subject} is at version {actual}, not {expected}.")
{
    /// <summary>The version that the caller had seen.</summary>
    public int Expected { get; } = expected;

    /// <summary>The version that is stored.</summary>
    public int Actual { get; } = actual;
}

/// <summary>It is not there, or the asker may not know that it is (404).</summary>
public sealed class NotFoundException(string what) : Exception($"There is no such {what}, or you may not see it.")
{
    /// <summary>What was looked for, in the outside words: <c>document</c>, <c>task</c>, <c>clock</c>.</summary>
    public string What { get; } = what;
}
