using System.CommandLine;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.People;

namespace GovDocFlow.Web.Commands;

/// <summary><c>department add</c>, <c>department list</c>, <c>series add</c>, <c>series list</c>.</summary>
internal static class OfficeVerbs
{
    public static void AddOffice(this RootCommand root, VerbRunner run)
    {
        var department = new Command("department", "单位 · departments");
        department.Add(AddDepartment(run));
        department.Add(new Command("list", "列出 · list").Answers((parsed, stop) => ListDepartmentsAsync(run, parsed, stop)));
        root.Add(department);
        var series = new Command("series", "文号系列 · series of document numbers");
        series.Add(AddSeries(run));
        series.Add(new Command("list", "列出 · list").Answers((parsed, stop) => ListSeriesAsync(run, parsed, stop)));
        root.Add(series);
    }

    private static Command AddDepartment(VerbRunner run)
    {
        var key = new Argument<string>("key");
        var name = new Option<string>("--name") { Required = true, Description = "全称 · full name" };
        var shortName = new Option<string>("--short-name") { Required = true, Description = "简称 · short name" };
        var aliases = new Option<string[]>("--alias") { AllowMultipleArgumentsPerToken = true, Description = "联合发文时的其他名称 · other names" };
        var isOffice = new Option<bool>("--office") { Description = "即政府办公室 · the government office itself" };
        var add = new Command("add", "增加 · add") { key, name, shortName, aliases, isOffice };
        return add.Does((parsed, stop) => run.RunOnDatabaseAsync(async office =>
        {
            var added = await office.SendAsync(
                new AddDepartment.Command(
                    parsed.GetRequiredValue(key),
                    parsed.GetRequiredValue(name),
                    parsed.GetRequiredValue(shortName),
                    parsed.GetValue(aliases),
                    parsed.GetValue(isOffice)),
                null,
                stop);
            Console.WriteLine(VerbRunner.Said($"已增加单位 {added.Key}（{added.Name}）。", $"The department {added.Key} ({added.Name}) was added."));
            return CommandLine.Done;
        }));
    }

    private static Task<int> ListDepartmentsAsync(VerbRunner run, ParseResult parsed, CancellationToken stop) =>
        run.RunOnDatabaseAsync(async office => VerbRunner.Print(
            parsed,
            await office.SendAsync(new ListDepartments.Query(), null, stop),
            answer => answer.Items.Select(one => string.Join(
                '\t', one.Key, one.Name, one.ShortName, one.IsOffice ? VerbRunner.Said("办公室", "office") : ""))));

    private static Command AddSeries(VerbRunner run)
    {
        var name = new Argument<string>("series");
        var organ = new Option<string>("--organ") { Required = true, Description = "发文机关 · issuing organ" };
        var normative = new Option<bool>("--normative") { Description = "规范性文件 · normative documents" };
        var add = new Command("add", "增加 · add") { name, organ, normative };
        return add.Does((parsed, stop) => run.RunOnDatabaseAsync(async office =>
        {
            var added = await office.SendAsync(
                new AddSeries.Command(parsed.GetRequiredValue(name), parsed.GetRequiredValue(organ), parsed.GetValue(normative)), null, stop);
            Console.WriteLine(VerbRunner.Said(
                $"已增加文号系列 {added.Series}（{added.Organ}）。", $"The series {added.Series} ({added.Organ}) was added."));
            return CommandLine.Done;
        }));
    }

    private static Task<int> ListSeriesAsync(VerbRunner run, ParseResult parsed, CancellationToken stop) =>
        run.RunOnDatabaseAsync(async office => VerbRunner.Print(
            parsed,
            await office.SendAsync(new ListSeries.Query(), null, stop),
            answer => answer.Items.Select(one => string.Join(
                '\t', one.Series, one.Organ, one.Normative ? VerbRunner.Said("规范性文件", "normative") : ""))));
}
