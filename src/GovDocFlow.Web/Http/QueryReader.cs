using System.Globalization;
using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Http;

/// <summary>A parameter that the address of an endpoint takes.</summary>
/// <param name="Type">What its values are.</param>
internal sealed record QueryParameter(string Name, Type Type);

/// <summary>Declares what the address of an endpoint takes; the description of the interface is made of it too.</summary>
internal static class QueryParameters
{
    /// <summary>Takes a parameter.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, string name) =>
        endpoint.WithMetadata(new QueryParameter(name, typeof(T)));

    /// <summary>Takes <c>limit</c> and <c>cursor</c>.</summary>
    public static RouteHandlerBuilder TakesPages(this RouteHandlerBuilder endpoint) =>
        endpoint.Takes<int>("limit").Takes<string>("cursor");
}

/// <summary>Reads the parameters of an address; all that is wrong with them is told at once.</summary>
internal sealed class QueryReader(HttpContext context)
{
    private readonly List<Defect> _defects = [];

    /// <summary>A text; null where it is absent or empty.</summary>
    public string? Text(string name)
    {
        var values = context.Request.Query[name];
        if (values.Count > 1)
        {
            Wrong(name, new("参数只能出现一次。", "It may be there only once."));
        }

        return string.IsNullOrEmpty(values.FirstOrDefault()) ? null : values[0];
    }

    /// <summary>One of a closed set, by its outside name.</summary>
    public T? OneOf<T>(string name)
        where T : struct, Enum =>
        Read<T>(name, OutsideName.Parse<T>);

    /// <summary>The order of a list of documents; null where none is asked for.</summary>
    public DocumentOrder? Order(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var order = DocumentOrder.Parse(text);
        if (order is null)
        {
            Wrong(name, new(
                $"只能取：{string.Join('、', DocumentOrder.All)}。", $"It must be one of: {string.Join(", ", DocumentOrder.All)}."));
        }

        return order;
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(string name) => Read<DateOnly>(name, Instants.ParseDay);

    /// <summary>True or false.</summary>
    public bool? Flag(string name) => Read<bool>(name, text => text switch { "true" => true, "false" => false, _ => null });

    /// <summary>A key.</summary>
    public Guid? Key(string name) => Read<Guid>(name, text => Guid.TryParse(text, out var key) ? key : null);

    /// <summary>A whole number.</summary>
    public int? Number(string name) => Read<int>(
        name, text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>A day that must be there.</summary>
    public DateOnly RequiredDay(string name)
    {
        var day = Day(name);
        if (day is null && Text(name) is null)
        {
            _defects.Add(new Defect("REQUIRED", name, new("必须填写。", "It is required.")));
        }

        return day ?? default;
    }

    /// <summary>How many lines a page is to have.</summary>
    public int Limit()
    {
        var asked = Number("limit");
        if (asked is < 1 or > Paging.MaxLimit)
        {
            Wrong("limit", new(
                $"limit 须在 1 到 {Paging.MaxLimit} 之间。", $"limit lies between 1 and {Paging.MaxLimit}."));
        }

        return asked ?? Paging.DefaultLimit;
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="MalformedException">Something was wrong, or is not known here.</exception>
    public void Check()
    {
        var known = context.GetEndpoint()!.Metadata.GetOrderedMetadata<QueryParameter>()
            .Select(parameter => parameter.Name).ToList();
        foreach (var name in context.Request.Query.Keys.Where(name => !known.Contains(name)))
        {
            _defects.Add(new Defect("UNKNOWN_FIELD", name, new(
                $"没有这个参数；可用：{string.Join('、', known)}。",
                $"There is no such parameter; there are: {string.Join(", ", known)}.")));
        }

        if (_defects.Count > 0)
        {
            throw new MalformedException(StatusCodes.Status400BadRequest, _defects);
        }
    }

    private T? Read<T>(string name, Func<string, T?> read)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            Wrong(name, ValueWords.Expected(typeof(T)));
        }

        return value;
    }

    private void Wrong(string name, Sentence message) => _defects.Add(new Defect("WRONG_VALUE", name, message));
}
