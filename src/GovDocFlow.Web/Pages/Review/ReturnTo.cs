using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Web.Pages.Review;

/// <summary>Where a return may go, and how it goes on from there.</summary>
/// <param name="Drafter">The drafter's name.</param>
/// <param name="Steps">The steps that would take it, the earliest first.</param>
/// <param name="Chosen">The step that was chosen; null: the drafter.</param>
/// <param name="ThenBack">Whether it comes straight back afterwards.</param>
/// <param name="ThenBackText">The key of the words for coming straight back.</param>
internal sealed record ReturnTo(string Drafter, IReadOnlyList<ReadTask.StepView> Steps, string? Chosen, bool ThenBack, string ThenBackText);
