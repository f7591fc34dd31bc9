using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
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
    /// <summary>Writes it while it is read.</summary>
    /// <exception cref="MalformedException">The format is neither xlsx nor csv, or a filter is wrong.</exception>
    public async Task<IActionResult> OnGetAsync(string? format)
    {
        var filter = ListAddress.Read(HttpContext);
        var form = OutsideName.Parse<ExportFormat>(format) ?? throw new MalformedException(
            StatusCodes.Status400BadRequest, "WRONG_VALUE", "format", "format 只能是 xlsx 或 csv。", "format is xlsx or csv.");
        var columns = DocumentColumns.Of([.. Request.Query["columns"].OfType<string>()]);
        var table = new ExportTable(
            words["Nav.Documents"],
            [words["Title"], .. columns.Select(column => words[column.Text].Value)],
            line => [line.Title, .. columns.Select(column => column.Value(line, Frame))]);
        Response.ContentType = form switch
        {
            ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ExportFormat.Csv => "text/csv; charset=utf-8",
        };
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileNameStar = $"{table.Name}-{ChinaTime.DayOf(clock.GetUtcNow()):yyyyMMdd}.{format}",
        }.ToString();

        // The writer of the sheet knows no other way; what it writes goes out in small pieces.
        HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        await AskAsync(new ExportDocuments.Command(filter, form, table, Response.Body));
        return new EmptyResult();
    }
}
