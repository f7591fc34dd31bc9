using GovDocFlow.Documents;

namespace GovDocFlow.Web.Http;

/// <summary>A refusal as RFC 9457 has it, with a stable code and every defect at once.</summary>
/// <param name="Type">A name of the problem, made of its code.</param>
/// <param name="Title">What is the matter, and what to do.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Errors">Every defect; at least one.</param>
/// <param name="TraceId">Finds the failure in the host's log; null unless the host itself failed.</param>
public sealed record Problem(
    string Type,
    Sentence Title,
    int Status,
    string Code,
    Sentence? Detail,
    IReadOnlyList<ProblemError> Errors,
    string? TraceId)
{
    /// <summary>A problem of a status, a code and a sentence.</summary>
    internal static Problem Of(
        int status, string code, Sentence title, IReadOnlyList<Defect>? defects = null, string? traceId = null) => new(
        "urn:govdocflow:problem:" + code,
        title,
        status,
        code,
        null,
        defects is { Count: > 0 }
            ? [.. defects.Select(defect => new ProblemError(defect.Code, defect.Field, defect.Message))]
            : [new ProblemError(code, null, title)],
        traceId);
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Field">The field's name, nested with dots and brackets; null where no field is meant.</param>
public sealed record ProblemError(string Code, string? Field, Sentence Message);
