using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>
/// A form that came with an ended sign-in: it did nothing, goes through the sign-in page as hidden fields, and is offered
/// again to the person who filled it in.
/// </summary>
/// <param name="Address">Where it was sent: a path of this host, with its query.</param>
/// <param name="Writer">The user name of whoever the form was shown to.</param>
/// <param name="Proof">Says so, protected against forgery.</param>
/// <param name="Fields">What was sent, without tokens and keys.</param>
internal sealed record KeptForm(string Address, string Writer, string Proof, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The field by which every form says to whom it was shown.</summary>
    public const string WriterField = "__for";

    /// <summary>The same on its way through the sign-in page.</summary>
    public const string CarriedWriterField = "keptFor";

    /// <summary>Stands before the name of a field on its way through the sign-in page.</summary>
    public const string Prefix = "kept.";

    private const string Purpose = "GovDocFlow.FormWriter";
    private const int LongestBytes = 1024 * 1024;

    /// <summary>The address of the page on which it was filled in.</summary>
    public string Page
    {
        get
        {
            var query = Address.IndexOf('?', StringComparison.Ordinal);
            return query < 0 ? Address : Address[..query] + QueryString.Create(
                QueryHelpers.ParseQuery(Address[query..]).Where(one => one.Key != "handler"));
        }
    }

    /// <summary>What proves to this host, later, that a form was shown to this user.</summary>
    public static string ProofFor(HttpContext context, string userName)
    {
        if (context.Items[Purpose] is not string proof)
        {
            context.Items[Purpose] = proof = Protector(context).Protect(userName);
        }

        return proof;
    }

    /// <summary>Whether the request carries files, which cannot be kept.</summary>
    public static bool HasFiles(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What was sent with the ended sign-in; null where it was too much, carries files or was shown to nobody.</summary>
    public static async Task<KeptForm?> OfExpiredAsync(HttpContext context)
    {
        var request = context.Request;
        if (HasFiles(request) || !request.HasFormContentType || request.ContentLength is not <= LongestBytes)
        {
            return null;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        return Of(context, form, request.Path + request.QueryString, form[WriterField], name =>
            name.StartsWith("__", StringComparison.Ordinal) ? null : name);
    }

    /// <summary>What the form of the sign-in page carries; null where it carries nothing.</summary>
    public static KeptForm? OfSignIn(HttpContext context, string? address) =>
        address is null
            ? null
            : Of(context, context.Request.Form, address, context.Request.Form[CarriedWriterField], name =>
                name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null);

    /// <summary>Whether this user filled it in.</summary>
    public bool IsBy(string? userName) => string.Equals(Writer, userName?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static KeptForm? Of(
        HttpContext context, IFormCollection form, string address, string? proof, Func<string, string?> named)
    {
        if (string.IsNullOrEmpty(proof) || WriterOf(context, proof) is not { } writer)
        {
            return null;
        }

        var fields = form
            .Where(field => named(field.Key) is not null)
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(named(field.Key)!, value ?? ""));
        return new KeptForm(address, writer, proof, [.. fields]);
    }

    // What cannot be read was not written by this host.
    private static string? WriterOf(HttpContext context, string proof)
    {
        try
        {
            return Protector(context).Unprotect(proof);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
}
