using GovDocFlow.Documents;

namespace GovDocFlow.Tests.Documents;

/// <summary>Drafts that would pass every rule; a test changes only what it is about.</summary>
internal static class ADraft
{
    /// <summary>A normative policy notice in the government's name, public, with nothing missing.</summary>
    public static readonly Draft Normative = new()
    {
        Title = "巴中市人民政府关于印发《巴中市试行办法》的通知",
        Kind = DocumentKind.Notice,
        IssuerLevel = IssuerLevel.Government,
        IssuingOrgan = "巴中市人民政府",
        Normative = true,
        Policy = true,
        Secrecy = "none",
        Attribute = new DisclosureAttribute(Disclosure.Proactive),
    };

    /// <summary>An ordinary notice of a department, public, that owes neither interpretation nor reviews.</summary>
    public static readonly Draft OfADepartment = Normative with
    {
        IssuerLevel = IssuerLevel.Department,
        IssuingOrgan = "巴中市科学技术局",
        Normative = false,
        Policy = false,
    };
}
