namespace GovDocFlow.Web.Pages.Frame;

/// <summary>How the fields of a kept form are named to the person who filled them in.</summary>
internal static class KeptWords
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["Opinion"] = "Review.Opinion",
        ["Reason"] = "Case.Reason",
        ["Messages"] = "Review.Free",
        ["title"] = "Title",
        ["issuingOrgan"] = "Draft.IssuingOrgan",
        ["attribute.explanation"] = "Draft.Explanation",
        ["withheld.passage"] = "Draft.Withheld",
        ["effectiveOn"] = "Draft.EffectiveOn",
        ["copies"] = "Draft.Copies",
        ["mainRecipients"] = "Draft.MainRecipients",
        ["copyRecipients"] = "Draft.CopyRecipients",
        ["responsiblePerson"] = "Draft.ResponsiblePerson",
        ["phone"] = "Draft.Phone",
        ["jointIssuers"] = "Draft.JointIssuers",
        ["forwards.title"] = "Draft.Forwards.Title",
        ["forwards.number"] = "Draft.Forwards.Number",
    };

    /// <summary>What was typed, each with the key of its label; choices are left out, because they are sent as codes.</summary>
    public static IReadOnlyList<(string Label, string Text)> Typed(this KeptForm form) =>
    [
        .. form.Fields
            .Where(field => field.Value.Length > 0 && (Keys.ContainsKey(field.Key) || !field.Value.All(char.IsAscii)))
            .Select(field => (Keys.GetValueOrDefault(field.Key, "Kept.Text"), field.Value)),
    ];
}
