using GovDocFlow.Deadlines;
using static GovDocFlow.Tests.Deadlines.Moments;

namespace GovDocFlow.Tests.Deadlines;

public sealed class ClockFileTests
{
    [Test]
    public void The_shipped_rules_are_the_four_of_the_process_with_their_bases()
    {
        var rules = ShippedBook.Open().Rules;

        Assert.That(
            rules.Select(rule => (rule.Code, rule.Amount, rule.StartEvent, rule.Basis.Mark)),
            Is.EqualTo(new[]
            {
                ("publish.formation20wd", (int?)20, "signOff", "V"),
                ("publish.normative3wd", 3, "issue", "V"),
                ("publish.beforeEffect", null, "issue", "D"),
                ("interpret.within3wd", 3, "documentPublication", "E"),
            }));
    }

    [TestCase("\"amount\": 20", "\"amount\": 0", "rules[0].amount")]
    [TestCase("\"mark\": \"E\"", "\"mark\": \"X\"", "rules[3].basis.mark")]
    [TestCase("\"part\": \"interpretation\"", "\"part\": \"annex\"", "rules[3].part")]
    [TestCase("\"ladder\": \"interpretation\"", "\"ladder\": \"none\"", "rules[3].ladder")]
    [TestCase("\"startEvent\": \"signOff\"", "\"startEvent\": \"signoff\"", "rules[0].startEvent")]
    [TestCase("publish.normative3wd", "publish.formation20wd", "rules[1]")]
    [TestCase("\"unit\": \"calendarDays\"", "\"unit\": \"fortnights\"", "$.rules[2].unit")]
    [TestCase("\"nameZh\": \"施行前公开\"", "\"nameZh\": \"\"", "rules[2].nameZh")]
    public void A_bad_rule_is_refused_with_its_place(string good, string bad, string place)
    {
        var rules = ShippedBook.Rules.Replace(good, bad, StringComparison.Ordinal);

        var refusal = Assert.Throws<ClockFileException>(
            () => ClockBook.Load(WorkingCalendar.Shipped, rules, ShippedBook.Ladders));

        Assert.That((refusal!.File, refusal.Place), Is.EqualTo(("clock-rules.json", place)));
    }

    [TestCase("\"code\": \"due-1500\"", "\"code\": \"due-0900\"", "ladders[0].rungs")]
    [TestCase("\"repeat\": 20", "\"repeat\": 0", "ladders[0].rungs[5].repeat")]
    [TestCase("\"time\": \"15:00:00\"", "\"time\": \"08:00:00\"", "ladders[0].rungs")]
    [TestCase("\"tells\": [\"leader\"]", "\"tells\": []", "ladders[0].rungs[5].tells")]
    [TestCase("\"anchor\": \"missed\"", "\"anchor\": \"missed\", \"time\": \"09:00:00\"", "ladders[0].rungs[4].time")]
    [TestCase("\"anchor\": \"missed\"", "\"anchor\": \"never\"", "$.ladders[0].rungs[4].anchor")]
    [TestCase("\"code\": \"interpretation\"", "\"code\": \"publication\"", "ladders[1].code")]
    public void A_bad_ladder_is_refused_with_its_place(string good, string bad, string place)
    {
        var ladders = ShippedBook.Ladders.Replace(good, bad, StringComparison.Ordinal);

        var refusal = Assert.Throws<ClockFileException>(
            () => ClockBook.Load(WorkingCalendar.Shipped, ShippedBook.Rules, ladders));

        Assert.That((refusal!.File, refusal.Place), Is.EqualTo(("ladders.json", place)));
    }

    [TestCase("2026-03-01T23:59", "1", "2026-03-04")]
    [TestCase("2026-03-02T00:00", "2", "2026-03-09")]
    public void The_version_in_force_on_the_start_day_rules_the_clock(string startedAt, string version, string dueOn)
    {
        var shipped = ShippedBook.Open();
        var start = new RungPlan("start", RungAnchor.Start, 0, null, ["publisher"], false);
        var old = shipped.Rules.Single(rule => rule.Code == "publish.normative3wd");
        var changed = old with { Version = "2", EffectiveFrom = Day("2026-03-02"), Amount = 5 };
        var book = new ClockBook(WorkingCalendar.Shipped, [old, changed], [new("publication", [start])]);

        var clock = book.Started("publish.normative3wd", startedAt);

        Assert.That((clock.RuleVersion, clock.Deadline.DueOn), Is.EqualTo((version, Day(dueOn))));
    }

    [Test]
    public void A_rule_that_is_unknown_or_not_yet_in_force_starts_no_clock()
    {
        var book = ShippedBook.Open();

        Assert.That(() => book.Started("publish.someday", "2026-03-02T09:00"), Throws.ArgumentException);
        Assert.That(() => book.Started("publish.formation20wd", "2019-05-14T09:00"), Throws.ArgumentException);
    }
}
