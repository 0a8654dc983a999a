using System.Globalization;
using Portal.Directory.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

/// <summary>Against the dates published for England and Wales at gov.uk/bank-holidays.</summary>
public sealed class BankHolidaysTests
{
    [Theory]
    [InlineData(2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26")]
    [InlineData(2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    public void The_published_dates_of_a_year(int year, string expected)
        => string.Join(' ', BankHolidays.Of(year).Select(date => date.ToString("MM-dd", CultureInfo.InvariantCulture))).ShouldBe(expected);

    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1961-04-02")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter_as_early_and_as_late_as_it_can_be(string expected)
    {
        var date = DateOnly.ParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        BankHolidays.EasterSunday(date.Year).ShouldBe(date);
    }

    [Fact]
    public void Days_that_were_proclaimed_are_the_tenant_s_to_enter()
    {
        // 2022: the spring holiday moved to Thursday 2 June, with the jubilee on 3 June and the state funeral on 19 September.
        var holidays = new Holidays(new HolidaySettings
        {
            ExtraBankHolidays = [new(2022, 6, 2), new(2022, 6, 3), new(2022, 9, 19)],
            MovedBankHolidays = [new(2022, 5, 30)],
        });

        Enumerable.Range(0, 365).Select(day => new DateOnly(2022, 1, 1).AddDays(day)).Where(date => date.Month is > 4 and < 12 && holidays.IsBankHoliday(date))
            .Select(date => date.ToString("MM-dd", CultureInfo.InvariantCulture)).ShouldBe(["05-02", "06-02", "06-03", "08-29", "09-19"]);
    }

    [Fact]
    public void Christmas_itself_counts_where_another_day_stands_for_it()
        => new[] { 25, 26, 27, 28, 29 }.Select(day => Holidays.ByRule.IsBankHoliday(new DateOnly(2027, 12, day))).ShouldBe([true, true, true, true, false]);
}
