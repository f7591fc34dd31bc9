using GovDocFlow.Documents;

namespace GovDocFlow.Web.Hosting;

/// <summary>The host cannot start with these settings; the sentence says which one, and what it must be.</summary>
internal sealed class CannotStartException(string zh, string en) : Exception(en)
{
    public Sentence Why { get; } = new(zh, en);
}
