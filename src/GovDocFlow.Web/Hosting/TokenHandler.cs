using System.Security.Claims;
using System.Text.Encodings.Web;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace GovDocFlow.Web.Hosting;

/// <summary>Knows an officer by the token of <c>POST /api/v1/session</c>.</summary>
/// <remarks>
/// Programs send it as a bearer; pages may hold it in a cookie, which counts for no API path, so that no foreign page
/// can act through a browser.
/// </remarks>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, Office office)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Bearer";

    /// <summary>The cookie in which pages hold the token.</summary>
    public const string Cookie = "govdocflow";

    private const string Prefix = "Bearer ";

    /// <summary>The officer as the framework knows whoever makes a request.</summary>
    public static ClaimsPrincipal PrincipalOf(Officer officer) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, officer.Id.ToString()), new Claim(ClaimTypes.Name, officer.UserName)],
        SchemeName));

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { Length: > 0 } token)
        {
            return AuthenticateResult.NoResult();
        }

        if (await office.SendAsync(new IdentifyOfficer.Query(token), null, Context.RequestAborted) is not { } officer)
        {
            return AuthenticateResult.Fail("The token is not known, or has expired.");
        }

        Context.Features.Set(new SignedIn(officer, token));
        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(officer), Scheme.Name));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }

    private string? Token()
    {
        if (Request.Headers.Authorization is [{ } header] && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return header[Prefix.Length..].Trim();
        }

        return Request.Path.StartsWithSegments("/api") ? null : Request.Cookies[Cookie];
    }
}
