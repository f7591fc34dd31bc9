using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Workflows;

namespace GovDocFlow.UseCases.Review;

/// <summary>Finds the steps to which a document can really be sent back.</summary>
internal static class ReturnSteps
{
    /// <summary>Those of the steps that the verb would accept, in their order.</summary>
    /// <param name="verb">The return itself: it changes nothing until its outcome is kept.</param>
    public static IReadOnlyList<ReadTask.StepView> Accepted(Route route, IEnumerable<string> steps, Func<ReturnOrder, Outcome> verb) =>
        [.. steps.Where(step => Accepts(verb, step)).Select(step => new ReadTask.StepView(step, route[step].Name))];

    // Whether a step has anything to decide in this case shows only where the host walks to it.
    private static bool Accepts(Func<ReturnOrder, Outcome> verb, string step)
    {
        try
        {
            verb(new ReturnOrder(step, false, "", []));
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
