namespace GovDocFlow.Deadlines;

/// <summary>A holiday notice contradicts itself or cannot belong to its year.</summary>
public sealed class HolidayNoticeException : Exception
{
    /// <summary>Says what is wrong, in Chinese and English.</summary>
    public HolidayNoticeException(int year, string reason, string reasonEn)
        : base(FormattableString.Invariant($"{year}年放假安排：{reason}。 Holiday notice for {year}: {reasonEn}."))
    {
        Year = year;
    }

    /// <summary>The year of the notice.</summary>
    public int Year { get; }
}
