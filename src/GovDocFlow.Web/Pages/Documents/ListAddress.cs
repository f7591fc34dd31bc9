using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Pages.Documents;

/// <summary>The filters of a document list in the address of its page, named as REST names them.</summary>
internal static class ListAddress
{
    /// <summary>What the address may hold.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("state", typeof(DocumentState)),
        new("department", typeof(string)),
        new("attribute", typeof(Disclosure)),
        new("normative", typeof(bool)),
        new("kind", typeof(DocumentKind)),
        new("dueStatus", typeof(DueStatus)),
        new("q", typeof(string)),
        new("from", typeof(DateOnly)),
        new("to", typeof(DateOnly)),
        new("startedByMe", typeof(bool)),
        new("sort", typeof(string)),
        new("limit", typeof(int)),
        new("cursor", typeof(string)),
        new("columns", typeof(string)),
        new("format", typeof(string)),
    ];

    /// <summary>What the address asks for; a filter left empty does not narrow.</summary>
    /// <exception cref="MalformedException">A filter has a value that it cannot have; all of them are named.</exception>
    public static ReadDocuments.Query Read(HttpContext context)
    {
        var query = new QueryReader(context);
        var asked = new ReadDocuments.Query(
            query.OneOf<DocumentState>("state"),
            query.Text("department"),
            query.OneOf<Disclosure>("attribute"),
            query.Flag("normative"),
            query.OneOf<DocumentKind>("kind"),
            query.OneOf<DueStatus>("dueStatus"),
            query.Text("q"),
            query.Day("from"),
            query.Day("to"),
            query.Flag("startedByMe") ?? false,
            query.Order("sort"),
            query.Limit(),
            query.Text("cursor"));
        query.Check();
        return asked;
    }
}
