using System.Globalization;
using System.Text.RegularExpressions;

namespace GovDocFlow.Documents;

/// <summary>发文字号: organ code and series, the year in hexagonal brackets, the number without leading zero (GB/T 9704).</summary>
public static partial class DocumentNumber
{
    private const int SixDigits = 100_000;

    /// <summary>巴府规〔2026〕1号.</summary>
    public static string Print(string series, int year, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{series}〔{year}〕{ordinal}号");

    /// <summary>The parts of a printed number; null where it is not of the form.</summary>
    public static (string Series, int Year, int Ordinal)? Parse(string number)
    {
        var parts = Form().Match(number);
        return parts.Success
            ? (parts.Groups[1].Value,
                int.Parse(parts.Groups[2].Value, CultureInfo.InvariantCulture),
                int.Parse(parts.Groups[3].Value, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>
    /// A text by which numbers sort as in the ledger: by series, by year, and 9号 before 10号; null where the number is not of
    /// the form.
    /// </summary>
    public static string? SortText(string number) => Parse(number) is var (series, year, ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"{series}{year}{SixDigits + ordinal}")
        : null;

    [GeneratedRegex("^([\\u4e00-\\u9fa5]{2,12})〔([0-9]{4})〕([1-9][0-9]{0,4})号$")]
    private static partial Regex Form();
}
