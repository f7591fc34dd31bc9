using System.CommandLine;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.People;

namespace GovDocFlow.Web.Commands;

/// <summary><c>user add</c>, <c>user list</c>, <c>user disable</c>.</summary>
internal static class PeopleVerbs
{
    private const string PasswordVariable = "GOVDOCFLOW_PASSWORD";

    public static void AddPeople(this RootCommand root, VerbRunner run)
    {
        var user = new Command("user", "人员 · people");
        user.Add(Add(run));
        user.Add(new Command("list", "列出 · list").Answers((parsed, stop) => ListAsync(run, parsed, stop)));
        var name = new Argument<string>("userName");
        var disable = new Command("disable", "停用 · disable");
        disable.Add(name);
        user.Add(disable.Does((parsed, stop) => DisableAsync(run, parsed.GetRequiredValue(name), stop)));
        root.Add(user);
    }

    private static Command Add(VerbRunner run)
    {
        var userName = new Argument<string>("userName");
        var name = new Option<string>("--name") { Required = true, Description = "姓名 · full name" };
        var title = new Option<string>("--title") { Required = true, Description = "职务 · post" };
        var department = new Option<string>("--department") { Required = true, Description = "单位代码 · key of the department" };
        var roles = new Option<string[]>("--role")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = "岗位，可多个 · roles",
        };
        roles.AcceptOnlyFromAmong([.. OutsideName.All<Role>()]);
        var password = new Option<string>("--password")
        {
            Description = $"密码；缺省取环境变量 {PasswordVariable} 或标准输入第一行 · default: {PasswordVariable}, or the first line of the input",
        };
        var add = new Command("add", "增加 · add") { userName, name, title, department, roles, password };
        return add.Does((parsed, stop) => run.RunOnDatabaseAsync(async office =>
        {
            var added = await office.SendAsync(
                new AddUser.Command(
                    parsed.GetRequiredValue(userName),
                    parsed.GetRequiredValue(name),
                    parsed.GetRequiredValue(title),
                    parsed.GetRequiredValue(department),
                    [.. parsed.GetRequiredValue(roles).Select(role => OutsideName.Parse<Role>(role)!.Value)],
                    parsed.GetValue(password) ?? Password()),
                null,
                stop);
            Console.WriteLine(VerbRunner.Said(
                $"已增加 {added.UserName}（{added.Name}，{added.DepartmentName}）。",
                $"{added.UserName} ({added.Name}, {added.DepartmentName}) was added."));
            return CommandLine.Done;
        }));
    }

    private static string Password() =>
        Environment.GetEnvironmentVariable(PasswordVariable) ?? Console.In.ReadLine() ?? "";

    private static Task<int> ListAsync(VerbRunner run, ParseResult parsed, CancellationToken stop) =>
        run.RunOnDatabaseAsync(async office => VerbRunner.Print(
            parsed,
            await office.SendAsync(new ListUsers.Query(), null, stop),
            answer => answer.Items.Select(user => string.Join(
                '\t',
                user.UserName,
                user.Name,
                user.DepartmentName,
                user.Title,
                string.Join(',', user.Roles.Select(OutsideName.Of)),
                user.Disabled ? VerbRunner.Said("已停用", "disabled") : ""))));

    private static Task<int> DisableAsync(VerbRunner run, string userName, CancellationToken stop) =>
        run.RunOnDatabaseAsync(async office =>
        {
            var user = await office.SendAsync(new DisableUser.Command(userName), null, stop);
            Console.WriteLine(VerbRunner.Said($"已停用 {user.UserName}。", $"{user.UserName} is disabled."));
            return CommandLine.Done;
        });
}
