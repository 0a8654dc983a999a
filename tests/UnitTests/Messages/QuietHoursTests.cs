using System.Globalization;
using Portal.Messages.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Messages;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly QuietHours night = new(new TimeOnly(20, 0), new TimeOnly(9, 0));

    [Theory]
    [InlineData("2026-11-28T19:59:00Z", null)]
    [InlineData("2026-11-28T20:00:00Z", "2026-11-29T09:00:00Z")]
    [InlineData("2026-11-29T03:00:00Z", "2026-11-29T09:00:00Z")]
    [InlineData("2026-11-29T08:59:59Z", "2026-11-29T09:00:00Z")]
    [InlineData("2026-11-29T09:00:00Z", null)]
    // In summer the clock on the wall is an hour ahead.
    [InlineData("2026-07-01T18:59:00Z", null)]
    [InlineData("2026-07-01T19:00:00Z", "2026-07-02T08:00:00Z")]
    // The nights in which the clocks change: one is an hour shorter, one an hour longer.
    [InlineData("2026-03-28T21:00:00Z", "2026-03-29T08:00:00Z")]
    [InlineData("2026-10-24T20:00:00Z", "2026-10-25T09:00:00Z")]
    public void A_message_waits_for_the_morning_by_the_clock_on_the_wall(string now, string? until) => End(night, now, london).ShouldBe(Parse(until));

    [Fact]
    public void The_end_may_fall_into_an_hour_that_the_clocks_leave_out_or_show_twice()
    {
        var late = new QuietHours(new TimeOnly(22, 0), new TimeOnly(1, 30));

        // 29 March 2026: after 00:59 comes 02:00, which is 01:00 in universal time.
        End(late, "2026-03-29T00:30:00Z", london).ShouldBe(Parse("2026-03-29T01:00:00Z"));
        // 25 October 2026: 01:30 comes at 00:30 and again at 01:30 in universal time; the second counts.
        End(late, "2026-10-24T23:00:00Z", london).ShouldBe(Parse("2026-10-25T01:30:00Z"));
        End(late, "2026-10-25T01:10:00Z", london).ShouldBe(Parse("2026-10-25T01:30:00Z"));
    }

    [Fact]
    public void Hours_within_one_day_and_other_places_count_too()
    {
        var noon = new QuietHours(new TimeOnly(12, 0), new TimeOnly(14, 0));
        var karachi = TimeZoneInfo.FindSystemTimeZoneById("Asia/Karachi");

        End(noon, "2026-11-28T07:30:00Z", karachi).ShouldBe(Parse("2026-11-28T09:00:00Z"));
        End(noon, "2026-11-28T09:00:00Z", karachi).ShouldBeNull();
        End(night, "2026-11-28T15:00:00Z", karachi).ShouldBe(Parse("2026-11-29T04:00:00Z"));
    }

    [Theory]
    [InlineData("2026-11-28T08:00:00Z")]
    [InlineData("2026-11-28T23:00:00Z")]
    public void The_same_time_twice_means_no_quiet_hours(string now) => End(new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0)), now, london).ShouldBeNull();

    private static DateTimeOffset? End(QuietHours hours, string now, TimeZoneInfo zone) => hours.EndAfter(Parse(now)!.Value, zone);

    private static DateTimeOffset? Parse(string? instant) => instant is null ? null : DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
