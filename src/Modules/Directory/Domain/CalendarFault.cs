namespace Portal.Directory.Domain;

/// <summary>Something in a calendar that cannot be read.</summary>
/// <param name="Line">Its line in the file, from 1; 0 where it is no single line.</param>
/// <param name="Code">What is wrong, the last part of a key in the texts: <c>Calendar.Fault.Date</c>.</param>
/// <param name="Detail">What stands there, shortened; null where it says nothing.</param>
internal sealed record CalendarFault(int Line, string Code, string? Detail = null)
{
    /// <summary>Letters of a detail.</summary>
    private const int LongestDetail = 60;

    /// <summary>A date or time that is none.</summary>
    public const string Date = "Date";

    /// <summary>A rule that repeats in a way we do not know.</summary>
    public const string Rule = "Rule";

    /// <summary>A time zone we do not know; the tenant's was taken.</summary>
    public const string Zone = "Zone";

    /// <summary>An event without a beginning.</summary>
    public const string NoStart = "NoStart";

    /// <summary>An event of whole days, which says no time to come at.</summary>
    public const string WholeDay = "WholeDay";

    /// <summary>A line that is no property.</summary>
    public const string Broken = "Broken";

    /// <summary>The file ends in the middle.</summary>
    public const string CutOff = "CutOff";

    /// <summary>There is more than we read.</summary>
    public const string TooMuch = "TooMuch";

    /// <summary>The beginning of what stands there, without anything that is no letter to read.</summary>
    public static string? Shorten(string text)
    {
        var clean = string.Concat(text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))).Trim();
        return clean.Length == 0 ? null : clean.Length <= LongestDetail ? clean : clean[..LongestDetail];
    }
}
