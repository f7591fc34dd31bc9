using System.Text.Json;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Web.Pages.Case;

/// <summary>A line of the timeline in the office's words.</summary>
/// <param name="Times">How many of the same kind in a row it stands for, the last of them at <paramref name="At"/>.</param>
internal sealed record ActLine(
    DateTimeOffset At, string Actor, string? OnBehalfOf, string Verb, string What, int Times, bool IsReturn, bool IsBySystem)
{
    /// <summary>The lines, oldest first. Savings of one person in a row are one line: a form saves itself every few seconds.</summary>
    public static IReadOnlyList<ActLine> Of(IEnumerable<ReadTimeline.Line> lines, Func<string, string> stepName)
    {
        var acts = new List<ActLine>();
        foreach (var line in lines)
        {
            var act = new ActLine(
                line.At,
                line.Actor,
                line.OnBehalfOf,
                Name(line.Verb),
                Described(line, stepName),
                1,
                line.Verb == "return",
                line.Actor == Officer.SystemActor);
            if (line.Verb == "edit" && acts is [.., { } last] && last.Verb == act.Verb && last.Actor == act.Actor)
            {
                act = act with { Times = last.Times + 1 };
                acts.RemoveAt(acts.Count - 1);
            }

            acts.Add(act);
        }

        return acts;
    }

    private static string Name(string verb) => verb switch
    {
        "selfCheck" => Words.Say("系统自检", "self-check"),
        "remind" => Words.Say("到期提醒", "reminder"),
        "escalate" => Words.Say("逾期升级", "escalation"),
        "supervision" => Words.Say("转督办", "supervision opened"),
        _ => Words.Verb(verb),
    };

    private static string Described(ReadTimeline.Line line, Func<string, string> stepName)
    {
        var detail = line.Detail;
        return line.Verb switch
        {
            "addFile" => $"{Role(Text(detail, "role"))}《{Text(detail, "name")}》{Words.Say($"第 {Text(detail, "version")} 版", $"version {Text(detail, "version")}")}",
            "attribute" => $"{Attribute(detail, "old")} → {Attribute(detail, "new")} {Text(detail, "why")}",
            "selfCheck" => Flag(detail, "passed")
                ? Words.Say("通过", "passed")
                : Words.Say("未通过：", "found: ") + string.Join('、', Texts(detail, "codes")),
            "approve" => $"{Text(detail, "stepName")} {Text(detail, "opinion")}",
            "return" => Returned(detail, stepName),
            "cancel" or "withdraw" => Text(detail, "reason"),
            "remind" or "escalate" or "supervision" => Words.ClockRule(Text(detail, "rule")),
            "issue" => Text(detail, "number"),
            "reserveNumber" or "voidNumber" => Text(detail, "number"),
            "publish" => $"{Part(detail)} {Text(detail, "url")}",
            "superviseFeedback" or "closeSupervision" => Text(detail, "feedback"),
            _ => "",
        };
    }

    private static string Returned(JsonElement detail, Func<string, string> stepName)
    {
        var from = stepName(Text(detail, "step"));
        var to = Text(detail, "to");
        var target = to == Document.ToDrafter ? Words.Say("拟稿人", "the drafter") : stepName(to);
        var back = Flag(detail, "thenBack") ? Words.Say("，改后直接送回", ", then straight back") : "";
        return $"{from} → {target}{back} {Text(detail, "opinion")}";
    }

    private static string Part(JsonElement detail) =>
        OutsideName.Parse<PublicationPart>(Text(detail, "part")) is { } part ? CaseWords.Of(part) : "";

    private static string Role(string name) => OutsideName.Parse<FileRole>(name) is { } role ? CaseWords.Of(role) : name;

    private static string Attribute(JsonElement detail, string name) =>
        detail.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object
            ? Words.Of(OutsideName.Parse<Disclosure>(Text(value, "value")))
            : Words.Of((Disclosure?)null);

    private static string Text(JsonElement detail, string name) =>
        detail.ValueKind is JsonValueKind.Object && detail.TryGetProperty(name, out var value)
            ? value.ValueKind is JsonValueKind.Null ? "" : value.ToString()
            : "";

    private static bool Flag(JsonElement detail, string name) =>
        detail.ValueKind is JsonValueKind.Object && detail.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    private static IEnumerable<string> Texts(JsonElement detail, string name) =>
        detail.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray().Select(one => one.ToString())
            : [];
}
