using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovDocFlow.Deadlines;

/// <summary>Reads and checks the clock rule file and the ladder file.</summary>
internal static class ClockFiles
{
    private const string RulesFile = "clock-rules.json";
    private const string LaddersFile = "ladders.json";
    private const int MostRepeats = 100;

    private static readonly string[] Parts = ["document", "interpretation"];
    private static readonly string[] Marks = ["V", "E", "M", "D"];
    private static readonly string[] StartEvents = ["signOff", "issue", "documentPublication"];

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IReadOnlyList<Ladder> ReadLadders(string json)
    {
        var file = Parse<LadderList>(json, LaddersFile);
        var ladders = new List<Ladder>();
        for (var i = 0; i < file.Ladders.Count; i++)
        {
            var lines = file.Ladders[i];
            var place = $"ladders[{i}]";
            Check(lines.Code.Length > 0, LaddersFile, $"{place}.code", "代码为空 / the code is empty");
            Check(
                ladders.TrueForAll(ladder => ladder.Code != lines.Code), LaddersFile, $"{place}.code",
                $"{lines.Code} 重复 / {lines.Code} is there twice");
            ladders.Add(new(lines.Code, Plans(lines.Rungs, place)));
        }

        return ladders;
    }

    public static IReadOnlyList<ClockRule> ReadRules(string json, IReadOnlyList<Ladder> ladders)
    {
        var rules = Parse<RuleList>(json, RulesFile).Rules;
        for (var i = 0; i < rules.Count; i++)
        {
            CheckRule(rules[i], $"rules[{i}]", ladders);
            Check(
                !rules.Take(i).Any(earlier => Clash(earlier, rules[i])), RulesFile, $"rules[{i}]",
                $"{rules[i].Code} 的版本或生效日期重复 / two of {rules[i].Code} share a version or a day of effect");
        }

        return rules;
    }

    private static bool Clash(ClockRule one, ClockRule other) =>
        one.Code == other.Code && (one.Version == other.Version || one.EffectiveFrom == other.EffectiveFrom);

    private static void CheckRule(ClockRule rule, string place, IReadOnlyList<Ladder> ladders)
    {
        Check(rule.Code.Length > 0, RulesFile, $"{place}.code", "代码为空 / the code is empty");
        Check(rule.Version.Length > 0, RulesFile, $"{place}.version", "版本为空 / the version is empty");
        Check(rule.NameZh.Length > 0, RulesFile, $"{place}.nameZh", "名称为空 / the name is empty");
        Check(rule.NameEn.Length > 0, RulesFile, $"{place}.nameEn", "英文名称为空 / the English name is empty");
        Check(rule.Basis.Text.Length > 0, RulesFile, $"{place}.basis.text", "依据为空 / the basis is empty");
        Check(rule.Amount is null or > 0, RulesFile, $"{place}.amount", "期限须为正数 / the amount must be positive");
        OneOf(rule.Basis.Mark, Marks, RulesFile, $"{place}.basis.mark");
        OneOf(rule.Part, Parts, RulesFile, $"{place}.part");
        OneOf(rule.StartEvent, StartEvents, RulesFile, $"{place}.startEvent");
        OneOf(rule.Ladder, [.. ladders.Select(ladder => ladder.Code)], RulesFile, $"{place}.ladder");
    }

    private static List<RungPlan> Plans(IReadOnlyList<RungLine> lines, string ladder)
    {
        var plans = new List<RungPlan>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var place = $"{ladder}.rungs[{i}]";
            CheckRung(line, place);
            if (line.Repeat is { } repeat)
            {
                plans.AddRange(Enumerable.Range(1, repeat)
                    .Select(n => line.Plan($"{line.Code}-{n}", line.WorkingDays * n)));
            }
            else
            {
                plans.Add(line.Plan(line.Code, line.WorkingDays));
            }
        }

        var twice = plans.CountBy(plan => plan.Code).FirstOrDefault(count => count.Value > 1).Key;
        Check(twice is null, LaddersFile, $"{ladder}.rungs", $"{twice} 重复 / {twice} is there twice");
        CheckOrder(plans, ladder);
        return plans;
    }

    private static void CheckRung(RungLine line, string place)
    {
        var isMoment = line.Anchor is RungAnchor.Start or RungAnchor.Missed;
        Check(line.Code.Length > 0, LaddersFile, $"{place}.code", "代码为空 / the code is empty");
        Check(line.Tells.Count > 0, LaddersFile, $"{place}.tells", "未写告知对象 / nobody is told");
        Check(
            line.Repeat is null or (> 0 and <= MostRepeats), LaddersFile, $"{place}.repeat",
            $"次数须在1至{MostRepeats}之间 / it must be 1 to {MostRepeats}");
        Check(
            isMoment == line.Time is null, LaddersFile, $"{place}.time",
            isMoment ? "此处不设时刻 / this anchor is a moment and takes no time" : "缺少时刻 / the time is missing");
        Check(
            !isMoment || (line.WorkingDays == 0 && line.Repeat is null), LaddersFile, $"{place}.workingDays",
            "此处不计天数 / this anchor is a moment and takes no days");
    }

    // The pointer to the next rung only moves forward, so the file's order must be the order in time.
    private static void CheckOrder(List<RungPlan> plans, string ladder)
    {
        for (var i = 1; i < plans.Count; i++)
        {
            var (before, plan) = (plans[i - 1], plans[i]);
            var inOrder = (before.Anchor, before.WorkingDays, before.Time)
                .CompareTo((plan.Anchor, plan.WorkingDays, plan.Time)) < 0;
            Check(
                inOrder, LaddersFile, $"{ladder}.rungs",
                $"{plan.Code} 应在 {before.Code} 之前 / {plan.Code} fires before {before.Code}");
        }
    }

    private static T Parse<T>(string json, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict)
                ?? throw new ClockFileException(file, "$", "内容为空 / it holds null");
        }
        catch (JsonException cause)
        {
            throw new ClockFileException(file, cause.Path ?? "$", cause.Message, cause);
        }
    }

    private static void OneOf(string value, string[] values, string file, string place) => Check(
        values.Contains(value), file, place,
        $"“{value}”不在{string.Join('、', values)}之中 / it must be one of {string.Join(", ", values)}");

    private static void Check(bool holds, string file, string place, string reason)
    {
        if (!holds)
        {
            throw new ClockFileException(file, place, reason);
        }
    }

    private sealed record RuleList(IReadOnlyList<ClockRule> Rules);

    private sealed record LadderList(IReadOnlyList<LadderLines> Ladders);

    private sealed record LadderLines(string Code, IReadOnlyList<RungLine> Rungs);

    private sealed record RungLine(
        string Code,
        RungAnchor Anchor,
        IReadOnlyList<string> Tells,
        int WorkingDays = 0,
        TimeOnly? Time = null,
        int? Repeat = null,
        bool OpensSupervision = false)
    {
        public RungPlan Plan(string code, int workingDays) =>
            new(code, Anchor, workingDays, Time, Tells, OpensSupervision);
    }
}
