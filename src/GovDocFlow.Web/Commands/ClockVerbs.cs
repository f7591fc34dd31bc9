using System.CommandLine;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Commands;

/// <summary><c>escalate</c> and <c>rehearse</c>.</summary>
internal static class ClockVerbs
{
    private const int MostDays = 3660;

    public static void AddClocks(this RootCommand root, VerbRunner run)
    {
        root.Add(Escalate(run));
        root.Add(Rehearse(run));
    }

    private static Command Escalate(VerbRunner run)
    {
        var asOf = new Option<string>("--as-of") { Description = "截至时刻，不晚于现在 · an instant, not later than now" };
        asOf.Validators.Add(result =>
        {
            var text = result.GetValueOrDefault<string>();
            if (Instants.Parse(text) is null)
            {
                result.AddError(VerbRunner.Said(
                    $"--as-of：“{text}”不是带时区的时刻，应如 2026-02-13T16:20:00+08:00。",
                    $"--as-of: '{text}' is no instant with its offset, such as 2026-02-13T16:20:00+08:00."));
            }
        });
        return new Command("escalate", "提醒、升级一次 · one sweep of all clocks") { asOf }.Answers(
            (parsed, stop) => run.RunOnDatabaseAsync(async office => VerbRunner.Print(
                parsed,
                await office.SendAsync(new SweepClocks.Command(Instants.Parse(parsed.GetValue(asOf))), null, stop),
                answer => Words(answer.Fired))));
    }

    private static Command Rehearse(VerbRunner run)
    {
        var days = new Option<int>("--days") { Required = true, Description = "今后多少天 · how many days ahead" };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostDays)
            {
                result.AddError(VerbRunner.Said(
                    $"--days：须在 1 到 {MostDays} 之间。", $"--days: it must lie between 1 and {MostDays}."));
            }
        });
        return new Command("rehearse", "预演提醒，不作任何改动 · what would fire; changes nothing") { days }.Answers(
            (parsed, stop) => run.RunOnDatabaseAsync(async office => VerbRunner.Print(
                parsed,
                await office.SendAsync(new RehearseClocks.Query(parsed.GetRequiredValue(days)), null, stop),
                answer => Words(answer.WouldFire))));
    }

    private static IEnumerable<string> Words(IReadOnlyList<SweepClocks.Fired> rungs) => rungs.Count == 0
        ? [VerbRunner.Said("没有到时的提醒。", "Nothing fires.")]
        : rungs.Select(rung =>
            $"{Instants.Print(rung.FiresAt)}  {rung.Rung}  {rung.Rule}  {rung.Title}  {string.Join('、', rung.Notified)}");
}
