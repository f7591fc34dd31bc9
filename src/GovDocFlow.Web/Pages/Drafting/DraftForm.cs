using System.Globalization;
using GovDocFlow.Documents;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Pages.Drafting;

/// <summary>The form of a draft, its fields named as REST names them.</summary>
internal static class DraftForm
{
    /// <summary>The prefix of the fields in which an element is declared not applicable, before its name.</summary>
    public const string NotApplicable = "notApplicable.";

    /// <summary>A draft of which nothing is filled in but what is usual.</summary>
    public static Draft Empty { get; } = new()
    {
        Title = "",
        Kind = DocumentKind.Notice,
        IssuerLevel = IssuerLevel.Government,
        IssuingOrgan = "",
        Normative = false,
        Policy = false,
        Secrecy = "none",
    };

    /// <summary>What was filled in; what the chosen attribute does not call for is left out.</summary>
    /// <exception cref="MalformedException">A choice is none of the list, or a number or day is none; all are named.</exception>
    public static Draft Read(IFormCollection form)
    {
        var fields = new Fields(form);
        var draft = new Draft
        {
            Title = fields.Text("title") ?? "",
            Kind = fields.OneOf<DocumentKind>("kind") ?? DocumentKind.Notice,
            IssuerLevel = fields.OneOf<IssuerLevel>("issuerLevel") ?? IssuerLevel.Government,
            IssuingOrgan = fields.Text("issuingOrgan") ?? "",
            Urgency = fields.OneOf<Urgency>("urgency") ?? Urgency.Routine,
            Normative = fields.IsTicked("normative"),
            Policy = fields.IsTicked("policy"),
            MajorDecision = fields.IsTicked("majorDecision"),
            AffectsMarketActors = fields.IsTicked("affectsMarketActors"),
            Secrecy = "none",
            EffectiveOn = fields.Day("effectiveOn"),
            JointIssuers = [.. fields.Lines("jointIssuers")],
            Forwards = fields.Text("forwards.title") is { } original
                ? new Forwarded(original, fields.Text("forwards.number"), fields.OneOf<Disclosure>("forwards.attribute"))
                : null,
            Attribute = Attribute(fields),
            ResponsiblePerson = fields.Text("responsiblePerson"),
            InterpretationExemption = fields.Text("interpretationExemption.code") is { } code
                ? new Exemption(code, fields.Text("interpretationExemption.reason"))
                : null,
            Interpretation = Declared(form),
            MainRecipients = fields.Text("mainRecipients"),
            CopyRecipients = fields.Text("copyRecipients"),
            Copies = fields.Number("copies"),
            Phone = fields.Text("phone"),
        };
        return fields.Defects.Count == 0
            ? draft
            : throw new MalformedException(StatusCodes.Status400BadRequest, fields.Defects);
    }

    /// <summary>The attribute that was chosen, without what the choice does not call for; null where none was.</summary>
    /// <exception cref="MalformedException">The choice is none of the list.</exception>
    public static DisclosureAttribute? ReadAttribute(IFormCollection form)
    {
        var fields = new Fields(form);
        var attribute = Attribute(fields);
        return fields.Defects.Count == 0
            ? attribute
            : throw new MalformedException(StatusCodes.Status400BadRequest, fields.Defects);
    }

    private static DisclosureAttribute? Attribute(Fields fields)
    {
        if (fields.OneOf<Disclosure>("attribute.value") is not { } value)
        {
            return null;
        }

        return new DisclosureAttribute(
            value,
            value is Disclosure.Exempt or Disclosure.Partial ? fields.Text("attribute.ground") : null,
            value is Disclosure.Proactive ? null : fields.Text("attribute.explanation"),
            value is Disclosure.Partial ? fields.Withheld() : null);
    }

    private static InterpretationDeclaration? Declared(IFormCollection form)
    {
        var declared = form
            .Where(field => field.Key.StartsWith(NotApplicable, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value))
            .Select(field => new NotApplicableElement(field.Key[NotApplicable.Length..], field.Value.ToString().Trim()))
            .ToList();
        return declared.Count == 0 ? null : new InterpretationDeclaration(declared);
    }

    private sealed class Fields(IFormCollection form)
    {
        public List<Defect> Defects { get; } = [];

        public string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

        public bool IsTicked(string name) => form[name].Contains("true");

        public string[] Lines(string name) =>
            form[name].ToString().Split(['\n', '、', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        public T? OneOf<T>(string name)
            where T : struct, Enum
        {
            var value = OutsideName.Parse<T>(Text(name));
            if (value is null && Text(name) is not null)
            {
                Defects.Add(new Defect("WRONG_VALUE", name, ValueWords.Expected(typeof(T))));
            }

            return value;
        }

        public int? Number(string name)
        {
            if (int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            if (Text(name) is not null)
            {
                Defects.Add(new Defect("WRONG_VALUE", name, new("请填写整数。", "Give a whole number.")));
            }

            return null;
        }

        public DateOnly? Day(string name)
        {
            if (DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            if (Text(name) is not null)
            {
                Defects.Add(new Defect("WRONG_VALUE", name, new("请按 2026-03-01 的样式填写日期。", "Write a day as 2026-03-01.")));
            }

            return null;
        }

        public List<Withheld>? Withheld()
        {
            var passages = form["withheld.passage"];
            var grounds = form["withheld.ground"];
            var list = passages
                .Select((passage, at) => new Withheld(
                    passage?.Trim() ?? "", at < grounds.Count && grounds[at] is { Length: > 0 } ground ? ground : null))
                .Where(withheld => withheld.Passage.Length > 0)
                .ToList();
            return list.Count == 0 ? null : list;
        }
    }
}
