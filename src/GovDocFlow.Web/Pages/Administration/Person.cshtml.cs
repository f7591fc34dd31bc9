using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.People;
using Microsoft.AspNetCore.Mvc;

namespace GovDocFlow.Web.Pages.Administration;

/// <summary>Somebody with the posts that they held.</summary>
internal sealed class PersonModel(TimeProvider clock) : OfficePage
{
    /// <summary>Who it is.</summary>
    public ReadPeople.Person Person { get; private set; } = null!;

    /// <summary>The new post.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>The key of its department.</summary>
    [BindProperty]
    public string? Department { get; set; }

    /// <summary>What they do in it.</summary>
    [BindProperty]
    public IReadOnlyList<Role>? Roles { get; set; }

    /// <summary>The first day in it.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>Today, in China.</summary>
    public DateOnly Today { get; } = ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>Reads it.</summary>
    /// <exception cref="NotFoundException">Nobody signs in under this name.</exception>
    public async Task OnGetAsync(string userName)
    {
        Person = (await AskAsync(new ReadPeople.Query())).Items
            .FirstOrDefault(person => person.User.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase))
            ?? throw new NotFoundException("user");
        Title ??= Person.User.Title;
        Department ??= Person.User.Department;
        Roles ??= Person.User.Roles;
    }

    /// <summary>Gives them another post.</summary>
    public Task<IActionResult> OnPostAsync(string userName) => ActAsync(
        new ChangePost.Command(userName, Title ?? "", Department ?? "", Roles ?? [], From ?? Today),
        person => Done(userName, new($"{person.Name} 的职务已变更。", $"The post of {person.Name} was changed.")),
        () => OnGetAsync(userName));

    /// <summary>Strikes them off.</summary>
    public Task<IActionResult> OnPostDisableAsync(string userName) => ActAsync(
        new DisableUser.Command(userName),
        person => Done(userName, new($"已停用 {person.Name}（{person.UserName}）。", $"{person.Name} ({person.UserName}) is disabled.")),
        () => OnGetAsync(userName));

    private RedirectToPageResult Done(string userName, Sentence said)
    {
        Tell(said);
        return RedirectToPage(new { userName });
    }
}
