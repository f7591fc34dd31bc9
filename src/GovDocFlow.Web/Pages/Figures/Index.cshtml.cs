using System.Globalization;
using System.Text.Json;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases.Figures;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Figures;

/// <summary>统计: the figures of a period, by department, with what they are made of.</summary>
internal sealed class IndexModel(TimeProvider clock) : OfficePage
{
    /// <summary>The first day; null is the first of this year.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>The last day; null is today.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>The key of a drafting department; null or empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    /// <summary>The figure that is shown by department.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    /// <summary>All of it.</summary>
    public ReadFigures.Answer Answer { get; private set; } = null!;

    /// <summary>The figure that is shown by department.</summary>
    public ReadFigures.Figure Chosen { get; private set; } = null!;

    /// <summary>The period and department in an address.</summary>
    public string Scope =>
        $"from={Words.Day(Answer.From)}&to={Words.Day(Answer.To)}&department={Uri.EscapeDataString(Department ?? "")}";

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        To ??= today;
        From ??= new DateOnly(To.Value.Year, 1, 1);
        Answer = await AskAsync(new ReadFigures.Query(From.Value, To.Value, string.IsNullOrEmpty(Department) ? null : Department));
        Chosen = Answer.Figures.FirstOrDefault(figure => figure.Metric == Metric)
            ?? Answer.Figures.First(figure => figure.Metric == "normativeWithin3Days");
    }

    /// <summary>The address of the documents behind a number.</summary>
    public string Cases(string metric, string? department, bool counted) =>
        $"/figures/cases?metric={metric}&from={Words.Day(Answer.From)}&to={Words.Day(Answer.To)}"
        + $"&department={Uri.EscapeDataString(department ?? Department ?? "")}{(counted ? "&counted=true" : "")}";

    /// <summary>The address of the returns behind a number of a reason.</summary>
    /// <param name="kind">Null: of every kind.</param>
    public string Returns(ReadFigures.ReturnReason reason, ReturnKind? kind, string? department) =>
        $"/figures/returns?code={Uri.EscapeDataString(reason.Code ?? ReadReturnCases.Free)}&from={Words.Day(Answer.From)}&to={Words.Day(Answer.To)}"
        + $"&department={Uri.EscapeDataString(department ?? Department ?? "")}{(kind is { } one ? "&kind=" + OutsideName.Of(one) : "")}";

    /// <summary>The address of the open work behind a number of its ages.</summary>
    public string Waiting(ReadFigures.AgeBand band, string? department) =>
        $"/figures/waiting?fromWorkingDays={band.FromWorkingDays}&toWorkingDays={band.ToWorkingDays}"
        + $"&department={Uri.EscapeDataString(department ?? Department ?? "")}";

    /// <summary>A value as it is shown; a dash where there is nothing to divide by.</summary>
    public static string Shown(FigureUnit unit, decimal? value) => value is not { } known ? "–" : unit switch
    {
        FigureUnit.Share => known.ToString("0.0 %", CultureInfo.InvariantCulture),
        FigureUnit.Documents => known.ToString("0", CultureInfo.InvariantCulture),
        _ => known.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>What a chart draws: names, and one row of values for each series.</summary>
    /// <param name="share">Whether the values are shares, drawn as per cent.</param>
    public static string Chart(IEnumerable<string> names, bool share, params IEnumerable<(string Name, IEnumerable<decimal?> Values)> series) =>
        JsonSerializer.Serialize(new
        {
            names,
            share,
            series = series.Select(one => new { name = one.Name, values = one.Values }),
        });
}
