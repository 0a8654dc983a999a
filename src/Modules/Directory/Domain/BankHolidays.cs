namespace Portal.Directory.Domain;

/// <summary>
/// The bank holidays of England and Wales, worked out by rule: Banking and Financial Dealings Act 1971, schedule 1, with New
/// Year's Day (since 1974) and the early May holiday (since 1978) by royal proclamation, as listed at gov.uk/bank-holidays. Where
/// one falls on a weekend, the next weekday that is none stands for it. Single days that a proclamation moves or adds, as for
/// a coronation, follow no rule: tenants enter them, see <see cref="HolidaySettings"/>.
/// </summary>
internal static class BankHolidays
{
    /// <summary>The bank holidays of a year, in order.</summary>
    public static IReadOnlyList<DateOnly> Of(int year)
    {
        var easter = EasterSunday(year);
        var christmas = new DateOnly(year, 12, 25);
        return
        [
            Weekday(new DateOnly(year, 1, 1)),
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(new DateOnly(year, 5, 1)),
            FirstMonday(new DateOnly(year, 5, 25)),
            FirstMonday(new DateOnly(year, 8, 25)),
            .. ChristmasAndBoxingDay(christmas),
        ];
    }

    /// <summary>
    /// Easter Sunday in the Gregorian calendar, by the "anonymous" algorithm (Nature, 20 April 1876; J. Meeus, Astronomical
    /// Algorithms, chapter 8): the first Sunday after the church's full moon on or after 21 March.
    /// </summary>
    public static DateOnly EasterSunday(int year)
    {
        var goldenNumber = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryOfFour) = Math.DivRem(century, 4);
        var moonShift = (century + 8) / 25;
        var moonCorrection = (century - moonShift + 1) / 3;
        var epact = ((19 * goldenNumber) + century - leapCenturies - moonCorrection + 15) % 30;
        var (leapYears, yearOfFour) = Math.DivRem(yearOfCentury, 4);
        var toSunday = (32 + (2 * centuryOfFour) + (2 * leapYears) - epact - yearOfFour) % 7;
        var lateMoon = (goldenNumber + (11 * epact) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - (7 * lateMoon) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    /// <summary>Boxing Day keeps its own date where it is a weekday; then it is the day for Christmas that moves past it.</summary>
    private static DateOnly[] ChristmasAndBoxingDay(DateOnly christmas) => christmas.DayOfWeek switch
    {
        DayOfWeek.Friday => [christmas, christmas.AddDays(3)],
        DayOfWeek.Saturday => [christmas.AddDays(2), christmas.AddDays(3)],
        DayOfWeek.Sunday => [christmas.AddDays(1), christmas.AddDays(2)],
        _ => [christmas, christmas.AddDays(1)],
    };

    private static DateOnly Weekday(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(2),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };

    /// <summary>The first Monday on or after a date.</summary>
    private static DateOnly FirstMonday(DateOnly date) => date.AddDays(((int)DayOfWeek.Monday - (int)date.DayOfWeek + 7) % 7);
}
