using System.Globalization;
using System.Text.Json;
using NodaTime;
using Portal.Directory.Domain;
using Portal.Platform.Data;
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
    [InlineData("2026-10-25 00:30", "2026-10-24T23:30")]
    [InlineData("2026-10-25 01:30", "2026-10-25T00:30")]
    [InlineData("2026-10-25 02:30", "2026-10-25T02:30")]
    public void Of_an_hour_that_comes_twice_the_first_is_meant(string local, string utc)
    {
        var at = At(local);
        Recurrence.InstantOf(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), DateTimeZoneProviders.Tzdb["Europe/London"]).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture).ShouldBe(utc);
    }

    [Theory]
    [InlineData("15", new[] { "2026-12-15", "2027-01-15", "2027-02-15" })]
    [InlineData("31", new[] { "2026-12-31", "2027-01-31", "2027-03-31" })]
    [InlineData("-1", new[] { "2026-11-30", "2026-12-31", "2027-01-31" })]
    [InlineData("28,1", new[] { "2026-11-28", "2026-12-01", "2026-12-28" })]
    public void A_group_that_goes_by_the_date_leaves_out_months_without_it(string days, string[] expected)
        => Dates([Monthly() with { ByMonthDay = [.. days.Split(',').Select(day => int.Parse(day, CultureInfo.InvariantCulture))] }], "2026-11-22 12:00").ShouldBe(expected);

    [Theory]
    [InlineData("2026-01-07 12:00", new[] { "2026-01-27", "2026-02-17", "2026-03-10" })]
    [InlineData("2026-11-25 12:00", new[] { "2026-12-08", "2026-12-29", "2027-01-19" })]
    public void Every_third_week_counts_from_the_first_date(string now, string[] expected)
        => Dates([Weekly("TU") with { Interval = 3, StartDate = new DateOnly(2026, 1, 6) }], now).ShouldBe(expected);

    [Fact]
    public void Every_second_month_counts_from_the_first_month()
        => Dates([Monthly("1TU") with { Interval = 2, StartDate = new DateOnly(2026, 9, 1) }], "2026-11-22 12:00").ShouldBe(["2027-01-05", "2027-03-02", "2027-05-04"]);

    [Fact]
    public void A_meeting_once_has_one_date()
    {
        var once = new Schedule { Frequency = Frequency.Once, StartDate = new DateOnly(2026, 12, 24), Start = new TimeOnly(14, 0) };
        Dates([once], "2026-11-22 12:00").ShouldBe(["2026-12-24"]);
        Dates([once], "2026-12-24 14:00").ShouldBeEmpty();
        once.Problem().ShouldBeNull();
        (once with { StartDate = null }).Problem().ShouldNotBeNull();
    }

    [Fact]
    public void A_date_falls_out_is_moved_or_is_added()
    {
        var changed = Weekly("TU") with
        {
            Changes =
            [
                new DateChange { Off = new DateOnly(2026, 11, 24), Reason = "hall closed" },
                new DateChange { Off = new DateOnly(2026, 12, 8), On = new DateOnly(2026, 12, 3), Start = new TimeOnly(14, 0), End = new TimeOnly(15, 0) },
                new DateChange { On = new DateOnly(2026, 12, 6) },
            ],
        };

        Dates([changed], "2026-11-22 12:00", 5).ShouldBe(["2026-12-01", "2026-12-03", "2026-12-06", "2026-12-15", "2026-12-22"]);
        Recurrence.NextDates([changed], At("2026-12-02 12:00"), 1)[0].Start.ShouldBe(new TimeOnly(14, 0));
    }

    [Fact]
    public void A_group_that_has_ended_can_still_meet_once_more()
        => Dates([Weekly("TU") with { EndDate = new DateOnly(2026, 11, 17), Changes = [new DateChange { On = new DateOnly(2026, 12, 6) }] }], "2026-11-22 12:00").ShouldBe(["2026-12-06"]);

    [Fact]
    public void Bank_holidays_are_left_out_where_the_group_says_so()
    {
        Dates([Weekly("FR")], "2026-12-20 12:00").ShouldBe(["2026-12-25", "2027-01-01", "2027-01-08"]);
        Dates([Weekly("FR") with { NotOnBankHolidays = true }], "2026-12-20 12:00").ShouldBe(["2027-01-08", "2027-01-15", "2027-01-22"]);
    }

    [Fact]
    public void School_holidays_are_left_out_where_the_group_says_so_and_the_dates_are_known()
    {
        var schools = new Holidays(new HolidaySettings { Terms = [new(new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 18)), new(new DateOnly(2027, 1, 4), new DateOnly(2027, 2, 12))] });
        var group = Weekly("TU") with { TermTimeOnly = true };

        Dates([group], "2026-12-10 12:00", 3, schools).ShouldBe(["2026-12-15", "2027-01-05", "2027-01-12"]);
        Dates([group], "2027-02-08 12:00", 3, schools).ShouldBe(["2027-02-09", "2027-02-16", "2027-02-23"]);
        Dates([group], "2026-12-10 12:00").ShouldBe(["2026-12-15", "2026-12-22", "2026-12-29"]);
    }

    [Fact]
    public void What_was_saved_before_there_were_changes_still_reads_and_is_written_as_it_was()
    {
        const string old = """[{"Frequency":"Weekly","Interval":1,"ByDay":["TU"],"Start":"10:00:00","End":"11:30:00"}]""";
        var read = JsonSerializer.Deserialize<List<Schedule>>(old, PortalJson.Options)!;

        read[0].ShouldBe(Weekly("TU"));
        JsonSerializer.Serialize(read, PortalJson.Options).ShouldBe(old);
    }

    [Fact]
    public void Everything_that_a_schedule_says_is_kept()
    {
        var schedule = Monthly() with
        {
            ByMonthDay = [1, -1],
            Interval = 2,
            StartDate = new DateOnly(2026, 1, 1),
            TermTimeOnly = true,
            NotOnBankHolidays = true,
            Changes = [new DateChange { Off = new DateOnly(2026, 12, 1), On = new DateOnly(2026, 12, 2), Start = new TimeOnly(9, 0), Reason = "chat & tea" }],
        };

        JsonSerializer.Deserialize<Schedule>(JsonSerializer.Serialize(schedule, PortalJson.Options), PortalJson.Options).ShouldBe(schedule);
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

    private static string[] Dates(IReadOnlyList<Schedule> schedules, string now, int count = 3, Holidays? holidays = null)
        => [.. Recurrence.NextDates(schedules, At(now), count, holidays: holidays).Select(date => date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Schedule Weekly(params string[] days)
        => new() { Frequency = Frequency.Weekly, ByDay = days, Start = new TimeOnly(10, 0), End = new TimeOnly(11, 30) };

    private static Schedule Monthly(params string[] days) => Weekly(days) with { Frequency = Frequency.Monthly };
}
