using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Documents.Rules;

/// <summary>Whether an interpretation holds an element.</summary>
public enum ElementStatus
{
    /// <summary>It is there, at a paragraph.</summary>
    Found,

    /// <summary>It is not.</summary>
    Missing,

    /// <summary>The drafter declared, with a reason, that this document does not call for it.</summary>
    NotApplicable,
}

/// <summary>One element of an interpretation, as the gate sees it.</summary>
/// <param name="Required">Whether its absence brings the draft back; the others are recommended.</param>
/// <param name="Location">Where it stands; null unless found.</param>
public sealed record ElementFinding(string Code, string Name, bool Required, ElementStatus Status, string? Location);

/// <summary>
/// The return rules, the exemption catalogue and the elements of an interpretation, as one content: a case is pinned
/// to it by its hash, so that a changed file never alters a running case.
/// </summary>
public sealed class RuleSet
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Paper Blank = new([]);

    private readonly ElementCatalogue _elements;
    private readonly ConditionalWeakTable<Paper, IReadOnlyList<FoundElement>> _found = [];

    private RuleSet(string content, RulesFile rules, ExemptionsFile exemptions, ElementCatalogue elements)
    {
        Content = content;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        Version = rules.Version;
        Rules = rules.Rules;
        Exemptions = exemptions.Exemptions;
        _elements = elements;
    }

    /// <summary>The whole content, from which the same set can be read again.</summary>
    public string Content { get; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>The version that the office gave the return rules.</summary>
    public string Version { get; }

    /// <summary>The return rules, in the order in which notices list them.</summary>
    public IReadOnlyList<ReturnRule> Rules { get; }

    /// <summary>The exemption catalogue.</summary>
    public IReadOnlyList<ExemptionRule> Exemptions { get; }

    /// <summary>Puts the three files together.</summary>
    /// <exception cref="FormatException">A file is not of its shape, or names a rule that no check stands behind.</exception>
    public static RuleSet Compose(string returnRules, string exemptions, string elements)
    {
        var content = new JsonObject
        {
            ["returnRules"] = Node("return-rules.json", returnRules),
            ["exemptions"] = Node("exemptions.json", exemptions),
            ["elements"] = Node("interpretation-elements.json", elements),
        };
        return Parse(content.ToJsonString());
    }

    /// <summary>Reads a pinned content back.</summary>
    /// <exception cref="FormatException">The content is not of its shape.</exception>
    public static RuleSet Parse(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            var rules = json.RootElement.GetProperty("returnRules").Deserialize<RulesFile>(Reading)!;
            var unknown = rules.Rules.FirstOrDefault(rule => !ReturnChecks.All.ContainsKey(rule.Code));
            if (unknown is not null)
            {
                throw new FormatException($"return-rules.json: no check stands behind rule '{unknown.Code}'.");
            }

            return new RuleSet(
                content,
                rules,
                json.RootElement.GetProperty("exemptions").Deserialize<ExemptionsFile>(Reading)!,
                ElementCatalogue.Parse(json.RootElement.GetProperty("elements").GetRawText()));
        }
        catch (JsonException trouble)
        {
            throw new FormatException($"The rules cannot be read: {trouble.Message}", trouble);
        }
    }

    /// <summary>Whether an interpretation must come with this draft: issued in the name, and not lawfully exempt.</summary>
    public bool OwesInterpretation(Draft draft) =>
        draft.IssuerLevel is not IssuerLevel.Department && ExemptionOf(draft) is null;

    /// <summary>The catalogue entry that the draft names and that covers it; null where none does.</summary>
    public ExemptionRule? ExemptionOf(Draft draft) =>
        draft.InterpretationExemption is { } claimed
            ? Exemptions.FirstOrDefault(exemption => exemption.Code == claimed.Code && exemption.Covers(draft))
            : null;

    /// <summary>The elements of an interpretation, each found, missing or declared not applicable.</summary>
    public IReadOnlyList<ElementFinding> Elements(Draft draft, Paper? material)
    {
        var declared = (draft.Interpretation?.NotApplicable ?? [])
            .Where(element => !string.IsNullOrWhiteSpace(element.Reason))
            .Select(element => _elements.Named(element.Element)?.Code)
            .ToHashSet();
        return
        [
            .. Found(material ?? Blank).Select(found => new ElementFinding(
                found.Element.Code,
                found.Element.Name,
                found.Element.Required,
                found.At is not null ? ElementStatus.Found
                    : declared.Contains(found.Element.Code) ? ElementStatus.NotApplicable
                    : ElementStatus.Missing,
                found.At?.Location)),
        ];
    }

    /// <summary>Asks every rule of the named gates at once.</summary>
    /// <param name="gates">attribute, interpretation, materials, countersign.</param>
    public Findings Evaluate(GateCase asked, IReadOnlyCollection<string> gates)
    {
        var items = new List<Finding>();
        foreach (var rule in Rules)
        {
            if (rule.Enabled
                && gates.Contains(rule.Gate)
                && asked.SubmittedOn >= rule.EffectiveFrom
                && ReturnChecks.All[rule.Code](asked, rule, this) is { } trouble)
            {
                items.Add(Found(rule, trouble));
            }
        }

        return new Findings(items, Warnings(asked), ExemptionOf(asked.Draft)?.Code);
    }

    // A paper never changes, so what was found in it is found for good.
    private IReadOnlyList<FoundElement> Found(Paper material) =>
        _found.GetValue(material, paper => InterpretationElements.Find(paper, _elements));

    internal Sentence? WhyNotExempt(Draft draft) => draft.InterpretationExemption is { } claimed
        ? Exemptions.Any(exemption => exemption.Code == claimed.Code)
            ? new($"免解读事由 {claimed.Code} 不适用于本件", $"exemption {claimed.Code} does not cover this draft")
            : new(
                $"免解读事由 {claimed.Code} 不在目录内（{string.Join('、', Exemptions.Select(entry => entry.Code))}）",
                $"exemption {claimed.Code} is not in the catalogue ({string.Join(", ", Exemptions.Select(entry => entry.Code))})")
        : null;

    private static Finding Found(ReturnRule rule, ReturnChecks.Trouble trouble) => new(
        rule.Code,
        rule.Name,
        rule.Basis.Printed,
        new(Filled(rule.Message.Zh, trouble.Detail), Filled(rule.Message.En, trouble.DetailEn)),
        rule.Fix,
        trouble.Location,
        trouble.Field);

    private static string Filled(string message, string detail) => detail.Length == 0
        ? message.Replace("：{0}", "", StringComparison.Ordinal).Replace(": {0}", "", StringComparison.Ordinal)
        : message.Replace("{0}", detail, StringComparison.Ordinal);

    private static List<Finding> Warnings(GateCase asked) => asked.Body is not { } body
        ? []
        :
        [
            .. LayoutFindings.Of(body, asked.Draft.Title, asked.Draft.EffectiveOn).Select(finding => new Finding(
                finding.Code,
                new("版面与文字核对", "layout and wording"),
                "",
                finding.Message,
                new("请核对，确认无误可不改", "Check it; nothing need change if it is meant so."),
                finding.Location,
                null)),
        ];

    private static JsonNode Node(string file, string json)
    {
        try
        {
            return JsonNode.Parse(json) ?? throw new FormatException($"{file} is empty.");
        }
        catch (JsonException trouble)
        {
            throw new FormatException($"{file}: {trouble.Message}", trouble);
        }
    }

    private sealed record RulesFile
    {
        public required string Version { get; init; }

        public required IReadOnlyList<ReturnRule> Rules { get; init; }
    }

    private sealed record ExemptionsFile
    {
        public required string Version { get; init; }

        public required IReadOnlyList<ExemptionRule> Exemptions { get; init; }
    }
}
