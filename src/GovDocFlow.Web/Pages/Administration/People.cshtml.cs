using GovDocFlow.Documents;
using GovDocFlow.UseCases.People;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>人员: everybody with department, post and roles.</summary>
internal sealed class PeopleModel : OfficePage
{
    /// <summary>Disabled ones included, in the order in which they were entered.</summary>
    public IReadOnlyList<UserView> People { get; private set; } = [];

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
    public async Task OnGetAsync() => People = (await AskAsync(new ListUsers.Query())).Items;

    /// <summary>Enters somebody.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync(
        new AddUser.Command(UserName ?? "", Name ?? "", Title ?? "", Department ?? "", Roles, Password ?? ""),
        person => Done(new($"已添加 {person.Name}（{person.UserName}）。", $"{person.Name} ({person.UserName}) was added.")),
        OnGetAsync);

    /// <summary>Strikes somebody off.</summary>
    public Task<IActionResult> OnPostDisableAsync() => ActAsync(
        new DisableUser.Command(UserName ?? ""),
        person => Done(new($"已停用 {person.Name}（{person.UserName}）。", $"{person.Name} ({person.UserName}) is disabled.")),
        OnGetAsync);

    private RedirectToPageResult Done(Sentence said)
    {
        Tell(said);
        return RedirectToPage();
    }
}
