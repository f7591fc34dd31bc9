using System.CommandLine;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Commands;

/// <summary><c>calendar list</c>, <c>calendar check</c>, <c>deadline</c>; none of them needs a database.</summary>
internal static class CalendarVerbs
{
    public static void AddCalendar(this RootCommand root, VerbRunner run)
    {
        var calendar = new Command("calendar", "工作日历 · the working calendar");
        calendar.Add(new Command("list", "列出已收录的放假通知 · list the notices that are known")
            .Answers((parsed, _) => Task.FromResult(List(parsed))));
        calendar.Add(new Command("check", "检查覆盖年份 · check which years are covered")
            .Answers((parsed, _) => Task.FromResult(Check(parsed))));
        root.Add(calendar);
        root.Add(Deadline(run));
    }

    private static int List(ParseResult parsed) => VerbRunner.Print(
        parsed,
        Known(),
        known => known.Notices.Select(notice => VerbRunner.Said(
            $"{notice.Year} 年：放假 {notice.Off} 天，上班 {notice.Work} 天  {string.Join(' ', notice.Sources)}",
            $"{notice.Year}: {notice.Off} days off, {notice.Work} declared working  {string.Join(' ', notice.Sources)}")));

    private static int Check(ParseResult parsed) => VerbRunner.Print(
        parsed,
        Known(),
        known =>
        [
            VerbRunner.Said(
                $"日历版本 {known.Version}，覆盖 {known.FirstDay:yyyy-MM-dd} 至 {known.LastDay:yyyy-MM-dd}。",
                $"Calendar {known.Version}, {known.FirstDay:yyyy-MM-dd} to {known.LastDay:yyyy-MM-dd}."),
            VerbRunner.Said(
                $"已公布至 {known.AnnouncedThrough} 年；此后的时限为暂定。",
                $"Announced through {known.AnnouncedThrough}; deadlines beyond are provisional."),
        ]);

    private static KnownCalendar Known()
    {
        var calendar = WorkingCalendar.Shipped;
        return new KnownCalendar(
            calendar.Version,
            calendar.FirstDay,
            calendar.LastDay,
            calendar.Notices.Max(notice => notice.Year),
            [
                .. calendar.Notices.Select(notice => new KnownNotice(
                    notice.Year,
                    notice.Sources,
                    notice.Off.Sum(holiday => holiday.Value.Count),
                    notice.Work.Sum(holiday => holiday.Value.Count))),
            ]);
    }

    private static Command Deadline(VerbRunner run)
    {
        var start = new Option<string>("--start")
        {
            Required = true,
            Description = "起算日或（按小时）起算时刻 · a day, or an instant for hours",
        };
        var amount = new Option<int>("--amount") { Required = true, Description = "数量 · how many" };
        var unit = new Option<string>("--unit") { Required = true, Description = "单位 · of what" };
        unit.AcceptOnlyFromAmong([.. OutsideName.All<TimeUnit>()]);
        var explain = new Option<bool>("--explain") { Description = "逐日说明 · day by day" };
        start.Validators.Add(result =>
        {
            var text = result.GetValueOrDefault<string>();
            if (Instants.ParseDay(text) is null && Instants.Parse(text) is null)
            {
                result.AddError(VerbRunner.Said(
                    $"--start：“{text}”不是日期（2026-02-13）或带时区的时刻（2026-02-13T16:20:00+08:00）。",
                    $"--start: '{text}' is no day (2026-02-13) and no instant with its offset (2026-02-13T16:20:00+08:00)."));
            }
        });
        return new Command("deadline", "计算时限 · compute a deadline") { start, amount, unit, explain }.Answers(
            (parsed, stop) => run.RunAsync(async (office, _) =>
            {
                var asked = new PreviewDeadlines.Item(
                    parsed.GetRequiredValue(start),
                    parsed.GetRequiredValue(amount),
                    OutsideName.Parse<TimeUnit>(parsed.GetRequiredValue(unit))!.Value);
                var answer = await office.SendAsync(new PreviewDeadlines.Query([asked]), null, stop);
                return VerbRunner.Print(
                    parsed, Computed.Of(answer.Items[0], parsed.GetValue(explain) ? Explained(asked) : null), Words);
            }));
    }

    private static IReadOnlyList<ExplainClock.Day> Explained(PreviewDeadlines.Item asked)
    {
        var start = Instants.ParseDay(asked.Start) ?? ChinaTime.DayOf(Instants.Parse(asked.Start)!.Value);
        return asked.Unit is TimeUnit.Hours
            ? []
            :
            [
                .. WorkingCalendar.Shipped.Explain(start, asked.Amount, asked.Unit)
                    .Select(day => new ExplainClock.Day(day.Date, day.Counted, day.Working, new(day.Because, day.BecauseEn))),
            ];
    }

    private static IEnumerable<string> Words(Computed due)
    {
        yield return Instants.Print(due.DueAt);
        if (due.Certainty is Certainty.Provisional)
        {
            yield return VerbRunner.Said(
                $"暂定：最早 {due.EarliestDueOn:yyyy-MM-dd}，最迟 {due.LatestDueOn:yyyy-MM-dd}。",
                $"Provisional: {due.EarliestDueOn:yyyy-MM-dd} at the earliest, {due.LatestDueOn:yyyy-MM-dd} at the latest.");
        }

        foreach (var day in due.Days ?? [])
        {
            yield return $"{day.Date:yyyy-MM-dd}  {(day.Counted ? '+' : ' ')}  {VerbRunner.Said(day.Because.Zh, day.Because.En)}";
        }
    }

    private sealed record KnownCalendar(
        string Version, DateOnly FirstDay, DateOnly LastDay, int AnnouncedThrough, IReadOnlyList<KnownNotice> Notices);

    private sealed record KnownNotice(int Year, IReadOnlyList<string> Sources, int Off, int Work);

    private sealed record Computed(
        DateOnly DueOn,
        DateTimeOffset DueAt,
        Certainty Certainty,
        DateOnly EarliestDueOn,
        DateOnly LatestDueOn,
        IReadOnlyList<ExplainClock.Day>? Days)
    {
        public static Computed Of(PreviewDeadlines.Line due, IReadOnlyList<ExplainClock.Day>? days) =>
            new(due.DueOn, due.DueAt, due.Certainty, due.EarliestDueOn, due.LatestDueOn, days);
    }
}
