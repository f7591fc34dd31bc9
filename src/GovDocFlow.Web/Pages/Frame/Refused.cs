using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>Why an act on this page was refused.</summary>
/// <param name="Meanwhile">What others did since the page was read; empty unless it was stale.</param>
internal sealed record Refused(Problem Problem, IReadOnlyList<ReadTimeline.Line> Meanwhile);
