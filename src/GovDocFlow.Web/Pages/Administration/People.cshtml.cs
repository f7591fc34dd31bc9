using GovDocFlow.Documents;
using GovDocFlow.UseCases.People;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>人员: everybody with department, post and roles.</summary>
internal sealed class PeopleModel : OfficePage
{
    /// <summary>The day for which posts are named; null: today's.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    /// <summary>Disabled ones included, in the order in which they were entered.</summary>
    public IReadOnlyList<ReadPeople.Person> People { get; private set; } = [];

    /// <summary>Under which name they sign in.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>What they are called.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The post that they hold.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>The key of their department.</summary>
    [BindProperty]
    public string? Department { get; set; }

    /// <summary>What they do.</summary>
    [BindProperty]
    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>Their first password; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync() => People = (await AskAsync(new ReadPeople.Query(On))).Items;

    /// <summary>Enters somebody.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync(
        new AddUser.Command(UserName ?? "", Name ?? "", Title ?? "", Department ?? "", Roles, Password ?? ""),
        person =>
        {
            Tell(new($"已添加 {person.Name}（{person.UserName}）。", $"{person.Name} ({person.UserName}) was added."));
            return RedirectToPage();
        },
        OnGetAsync);
}
