using GovDocFlow.Deadlines;
using GovDocFlow.Papers;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.Web.Http;
using GovDocFlow.Web.Resources;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace GovDocFlow.Web.Pages.Documents;

/// <summary>Exactly the list of the address, all of its pages, as a table to take along.</summary>
internal sealed class ExportModel(IStringLocalizer<Texts> words, TimeProvider clock) : OfficePage
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes it while it is read.</summary>
    /// <exception cref="MalformedException">The format is neither xlsx nor csv, or a filter is wrong.</exception>
    public async Task<IActionResult> OnGetAsync(string? format)
    {
        var filter = ListAddress.Read(HttpContext);
        var columns = DocumentColumns.Of([.. Request.Query["columns"].OfType<string>()]);
        string[] heads = [words["Title"], .. columns.Select(column => words[column.Text].Value)];
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileNameStar = $"{words["Nav.Documents"]}-{ChinaTime.DayOf(clock.GetUtcNow()):yyyyMMdd}.{format}",
        }.ToString();
        switch (format)
        {
            case "xlsx":
                Response.ContentType = XlsxType;
                await WriteXlsxAsync(filter, heads, columns);
                return new EmptyResult();
            case "csv":
                Response.ContentType = "text/csv; charset=utf-8";
                await WriteCsvAsync(filter, heads, columns);
                return new EmptyResult();
            default:
                throw new MalformedException(
                    StatusCodes.Status400BadRequest, "WRONG_VALUE", "format", "format 只能是 xlsx 或 csv。", "format is xlsx or csv.");
        }
    }

    private async Task WriteXlsxAsync(ReadDocuments.Query filter, string[] heads, IReadOnlyList<DocumentColumn> columns)
    {
        // The writer of the sheet knows no other way; what it writes goes out in small pieces.
        HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        XlsxWriter? table = null;
        await AskAsync(new ExportDocuments.Command(filter, "xlsx", (line, _) =>
        {
            Begun().Row(Values(line, columns));
            return Task.CompletedTask;
        }));

        // Only what is complete is ended, so that nobody takes a part for the whole.
        Begun().Dispose();

        // Not before the trail has taken note, and also where there is no line.
        XlsxWriter Begun() => table ??= new XlsxWriter(Response.Body, words["Nav.Documents"], heads);
    }

    private async Task WriteCsvAsync(ReadDocuments.Query filter, string[] heads, IReadOnlyList<DocumentColumn> columns)
    {
        CsvTable? table = null;
        await AskAsync(new ExportDocuments.Command(filter, "csv", async (line, cancellation) =>
            await (await BegunAsync()).RowAsync(Values(line, columns), cancellation)));
        await (await BegunAsync()).EndAsync(Cancellation);

        async ValueTask<CsvTable> BegunAsync() => table ??= await CsvTable.BeginAsync(Response.Body, heads, Cancellation);
    }

    private object?[] Values(ReadDocuments.Line line, IReadOnlyList<DocumentColumn> columns) =>
        [line.Title, .. columns.Select(column => column.Value(line, Frame))];
}
