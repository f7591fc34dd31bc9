using GovDocFlow.Documents;

namespace GovDocFlow.Web.Http;

/// <summary>What was sent does not have the form that the contract asks for; all that is wrong with it is named.</summary>
/// <param name="status">400, 413, 415 or 428.</param>
internal sealed class MalformedException(int status, IReadOnlyList<Defect> defects) : Exception(defects[0].Message.En)
{
    public int Status { get; } = status;

    public IReadOnlyList<Defect> Defects { get; } = defects;

    /// <summary>One defect.</summary>
    public MalformedException(int status, string code, string? field, string zh, string en)
        : this(status, [new Defect(code, field, new Sentence(zh, en))])
    {
    }
}
