using System.Globalization;
using System.Text;

namespace GovDocFlow.UseCases.Documents;

/// <summary>Writes rows as CSV that a spreadsheet opens as it is: UTF-8 with its mark, and no cell that it would compute.</summary>
internal sealed class CsvTable : IAsyncDisposable
{
    private readonly StreamWriter _writer;

    private CsvTable(Stream target) =>
        _writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>Begins the table with the heads of its columns.</summary>
    public static async Task<CsvTable> BeginAsync(Stream target, IReadOnlyList<string> heads, CancellationToken cancellation)
    {
        var table = new CsvTable(target);
        await table.RowAsync(heads, cancellation);
        return table;
    }

    /// <summary>Writes a row of text, days, moments or nothing.</summary>
    public Task RowAsync(IReadOnlyList<object?> values, CancellationToken cancellation) =>
        _writer.WriteLineAsync(string.Join(',', values.Select(Cell)).AsMemory(), cancellation);

    /// <summary>Sends what is left.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

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
