namespace Portal.Signposting.Domain.Reports;

/// <summary>Calendar months as whole numbers, one after the other, so that periods are added and compared without days.</summary>
internal static class Months
{
    /// <summary>A month is counted for good so many days after it ended: what is written down late has that long to come in.</summary>
    public const int ClosingDays = 10;

    private const int InYear = 12;

    /// <summary>The month of a day.</summary>
    public static int Of(DateOnly day) => (day.Year * InYear) + day.Month - 1;

    public static int Of(int year, int month) => (year * InYear) + month - 1;

    /// <summary>Its first day.</summary>
    public static DateOnly FirstDay(int month) => new(month / InYear, (month % InYear) + 1, 1);

    /// <summary>Its last day.</summary>
    public static DateOnly LastDay(int month) => FirstDay(month + 1).AddDays(-1);

    /// <summary>The first day on which it is counted for good.</summary>
    public static DateOnly ClosesOn(int month) => FirstDay(month + 1).AddDays(ClosingDays);

    /// <summary>The last month that is counted for good by a day.</summary>
    public static int LastClosed(DateOnly today)
    {
        var month = Of(today) - 1;
        return ClosesOn(month) <= today ? month : month - 1;
    }

    /// <summary>
    /// The day a thing counts on: when it happened; when it was written down after its month had been counted, the day of that. So everything counts
    /// once, and a month that was counted stays as it is.
    /// </summary>
    public static DateOnly CountsOn(DateOnly on, DateOnly writtenOn) => writtenOn < ClosesOn(Of(on)) ? on : writtenOn;
}
