namespace GovDocFlow.Web.Http;

/// <summary>Turns the name of a property of a request into the outside name of the field.</summary>
internal static class FieldName
{
    /// <summary>
    /// <c>Attribute.Withheld[0].Ground</c> is <c>attribute.withheld[0].ground</c>; null where no field is meant.
    /// </summary>
    public static string? Of(string? property)
    {
        var parts = (property ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('.', parts.SkipWhile(part => part == "Draft").Select(Camel));
        return name.Length == 0 ? null : name;
    }

    private static string Camel(string part) => char.ToLowerInvariant(part[0]) + part[1..];
}
