using GovDocFlow.Documents;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.People;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>机构与文号系列: the departments, and the series in which their documents are numbered.</summary>
internal sealed class OrgansModel : OfficePage
{
    /// <summary>All departments.</summary>
    public IReadOnlyList<Department> Departments { get; private set; } = [];

    /// <summary>All series.</summary>
    public IReadOnlyList<AddSeries.Answer> Known { get; private set; } = [];

    /// <summary>By which programs know the department.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>As the department signs.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>As lists show it.</summary>
    [BindProperty]
    public string? ShortName { get; set; }

    /// <summary>Other names, separated by 、 or a blank.</summary>
    [BindProperty]
    public string? Aliases { get; set; }

    /// <summary>Whether it is the office itself.</summary>
    [BindProperty]
    public bool IsOffice { get; set; }

    /// <summary>The characters before the year.</summary>
    [BindProperty]
    public string? Series { get; set; }

    /// <summary>Whose documents the series numbers.</summary>
    [BindProperty]
    public string? Organ { get; set; }

    /// <summary>Whether the series is that of normative documents.</summary>
    [BindProperty]
    public bool Normative { get; set; }

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        Departments = (await AskAsync(new ListDepartments.Query())).Items;
        Known = (await AskAsync(new ListSeries.Query())).Items;
    }

    /// <summary>Enters a department.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync(
        new AddDepartment.Command(
            Key?.Trim() ?? "",
            Name ?? "",
            ShortName ?? "",
            Aliases?.Split(['、', ' ', '　'], StringSplitOptions.RemoveEmptyEntries),
            IsOffice),
        department => Done(new($"已增加单位 {department.Name}。", $"The department {department.Key} was added.")),
        OnGetAsync);

    /// <summary>Enters a series.</summary>
    public Task<IActionResult> OnPostSeriesAsync() => ActAsync(
        new AddSeries.Command(Series?.Trim() ?? "", Organ ?? "", Normative),
        series => Done(new($"已增加文号系列 {series.Series}。", $"The series {series.Series} was added.")),
        OnGetAsync);

    private RedirectToPageResult Done(Sentence sentence)
    {
        Tell(sentence);
        return RedirectToPage();
    }
}
