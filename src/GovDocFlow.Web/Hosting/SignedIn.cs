using GovDocFlow.Documents;

namespace GovDocFlow.Web.Hosting;

/// <summary>Who is signed in, and by which token.</summary>
internal sealed record SignedIn(Officer Officer, string Token);

/// <summary>Finds who is signed in.</summary>
internal static class SignedInExtensions
{
    /// <summary>The officer who makes this request; null before sign-in.</summary>
    public static Officer? Officer(this HttpContext context) => context.Features.Get<SignedIn>()?.Officer;
}
