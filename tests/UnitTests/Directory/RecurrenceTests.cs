using System.Globalization;
using NodaTime;
using Portal.Directory.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class RecurrenceTests
{
    [Fact]
    public void A_weekly_group_meets_on_its_next_three_days()
        => Dates([Weekly("TU")], "2026-11-22 12:00").ShouldBe(["2026-11-24", "2026-12-01", "2026-12-08"]);

    [Fact]
    public void Several_days_of_a_week_come_in_order()
        => Dates([Weekly("TH", "MO")], "2026-11-24 12:00").ShouldBe(["2026-11-26", "2026-11-30", "2026-12-03"]);

    [Fact]
    public void Several_schedules_are_mixed_by_date()
        => Dates([Weekly("FR"), Weekly("WE")], "2026-11-22 12:00").ShouldBe(["2026-11-25", "2026-11-27", "2026-12-02"]);

    [Theory]
    [InlineData("2026-11-24 09:00", "2026-11-24")]
    [InlineData("2026-11-24 11:29", "2026-11-24")]
    [InlineData("2026-11-24 11:30", "2026-12-01")]
    public void A_meeting_counts_until_it_has_ended(string now, string first)
        => Dates([Weekly("TU")], now)[0].ShouldBe(first);

    [Theory]
    [InlineData("2026-01-01 12:00", new[] { "2026-01-06", "2026-01-20", "2026-02-03" })]
    [InlineData("2026-01-07 12:00", new[] { "2026-01-20", "2026-02-03", "2026-02-17" })]
    [InlineData("2025-12-01 12:00", new[] { "2026-01-06", "2026-01-20", "2026-02-03" })]
    [InlineData("2026-11-25 12:00", new[] { "2026-12-08", "2026-12-22", "2027-01-05" })]
    public void A_fortnightly_group_counts_from_its_first_date(string now, string[] expected)
        => Dates([Weekly("TU") with { Interval = 2, StartDate = new DateOnly(2026, 1, 6) }], now).ShouldBe(expected);

    [Theory]
    [InlineData("1TU", new[] { "2026-12-01", "2027-01-05", "2027-02-02" })]
    [InlineData("3SA", new[] { "2026-12-19", "2027-01-16", "2027-02-20" })]
    [InlineData("-1FR", new[] { "2026-11-27", "2026-12-25", "2027-01-29" })]
    public void A_monthly_group_meets_on_that_day_of_the_month(string byDay, string[] expected)
        => Dates([Monthly(byDay)], "2026-11-22 12:00").ShouldBe(expected);

    [Fact]
    public void A_month_without_a_fifth_Thursday_is_left_out()
        => Dates([Monthly("5TH")], "2026-11-22 12:00").ShouldBe(["2026-12-31", "2027-04-29", "2027-07-29"]);

    [Fact]
    public void Two_days_of_a_month_come_in_order()
        => Dates([Monthly("3TU", "1TU")], "2026-11-22 12:00").ShouldBe(["2026-12-01", "2026-12-15", "2027-01-05"]);

    [Fact]
    public void Nothing_happens_before_the_start_or_after_the_end()
        => Dates([Weekly("TU") with { StartDate = new DateOnly(2027, 1, 12), EndDate = new DateOnly(2027, 1, 20) }], "2026-11-22 12:00").ShouldBe(["2027-01-12", "2027-01-19"]);

    [Fact]
    public void A_group_that_has_ended_has_no_dates()
        => Dates([Weekly("TU") with { EndDate = new DateOnly(2026, 11, 1) }], "2026-11-22 12:00").ShouldBeEmpty();

    [Fact]
    public void Only_dates_up_to_a_limit_are_given_when_one_is_set()
        => Recurrence.NextDates([Weekly("TU")], At("2026-11-22 12:00"), 3, new DateOnly(2026, 11, 30)).Count.ShouldBe(1);

    [Fact]
    public void The_clock_going_forward_does_not_move_a_meeting()
    {
        var london = DateTimeZoneProviders.Tzdb["Europe/London"];

        Recurrence.InstantOf(new DateOnly(2026, 3, 28), new TimeOnly(10, 0), london).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture).ShouldBe("2026-03-28T10:00");
        Recurrence.InstantOf(new DateOnly(2026, 3, 29), new TimeOnly(10, 0), london).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture).ShouldBe("2026-03-29T09:00");
        Recurrence.InstantOf(new DateOnly(2026, 3, 29), new TimeOnly(1, 30), london).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture).ShouldBe("2026-03-29T01:30");
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("9TU")]
    [InlineData("-2TU")]
    [InlineData("")]
    public void A_day_that_is_none_is_told(string byDay)
        => (Monthly("1TU") with { ByDay = [byDay] }).Problem().ShouldNotBeNull();

    [Fact]
    public void Every_second_week_needs_a_date_to_count_from()
        => (Weekly("TU") with { Interval = 2 }).Problem()!.ShouldContain("StartDate");

    private static string[] Dates(IReadOnlyList<Schedule> schedules, string now)
        => [.. Recurrence.NextDates(schedules, At(now), 3).Select(date => date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Schedule Weekly(params string[] days)
        => new() { Frequency = Frequency.Weekly, ByDay = days, Start = new TimeOnly(10, 0), End = new TimeOnly(11, 30) };

    private static Schedule Monthly(params string[] days) => Weekly(days) with { Frequency = Frequency.Monthly };
}
