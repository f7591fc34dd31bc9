using System.Globalization;

namespace GovDocFlow.UseCases.Documents;

/// <summary>A line of CSV that a spreadsheet opens as it is, with no cell that it would compute.</summary>
internal static class CsvLine
{
    /// <summary>The line of text, days, moments or nothing; without its end.</summary>
    public static string Of(IReadOnlyList<object?> values) => string.Join(',', values.Select(Cell));

    private static string Cell(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => Quoted(value as string ?? ""),
    };

    // A title that begins like a formula would be run by whoever opens the file.
    private static string Quoted(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
