using System.Globalization;
using Portal.Directory.Typed;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class TypedMeetingsTests
{
    [Theory]
    [InlineData("Mondays 10am-12", "MO 10:00-12:00")]
    [InlineData("Every Tuesday, 2-4pm", "TU 14:00-16:00")]
    [InlineData("Tues & Thurs 10.30 - 11.30", "TU,TH 10:30-11:30")]
    [InlineData("Mon-Fri 9-5", "MO,TU,WE,TH,FR 09:00-17:00")]
    [InlineData("Monday to Friday, 9am to 5pm", "MO,TU,WE,TH,FR 09:00-17:00")]
    [InlineData("weekdays 10am", "MO,TU,WE,TH,FR 10:00")]
    [InlineData("1st Monday of the month 2pm", "1MO 14:00")]
    [InlineData("1st and 3rd Wednesday of each month, 2pm - 3.30pm", "1WE,3WE 14:00-15:30")]
    [InlineData("Last Friday of the month 7pm", "-1FR 19:00")]
    [InlineData("Monday: 10am-12pm; Wednesday: 2pm", "MO 10:00-12:00|WE 14:00")]
    [InlineData("Thursdays 8-10pm", "TH 20:00-22:00")]
    [InlineData("Sat 10:00", "SA 10:00")]
    [InlineData("wednesday noon till 2", "WE 12:00-14:00")]
    public void Days_and_times_are_read_out_of_one_cell(string typed, string meant)
        => Write(TypedMeetings.Parse(typed, null)).ShouldBe(meant);

    [Theory]
    [InlineData("Mondays")]
    [InlineData("10am")]
    [InlineData("by arrangement")]
    [InlineData("Fortnightly on Monday 2pm")]
    [InlineData("Fri-Mon 10am")]
    [InlineData("")]
    public void What_says_no_day_and_time_gives_none(string typed) => TypedMeetings.Parse(typed, null).ShouldBeNull();

    [Fact]
    public void Every_second_week_is_counted_from_a_date()
    {
        var read = TypedMeetings.Parse("Fortnightly on Monday 2pm", new DateOnly(2026, 11, 23))!;
        read.Schedules.ShouldHaveSingleItem().Interval.ShouldBe(2);
        read.Schedules[0].StartDate.ShouldBe(new DateOnly(2026, 11, 23));
    }

    [Theory]
    [InlineData("Mondays 10am, please book", true)]
    [InlineData("Mondays 10am, not in term time", true)]
    [InlineData("Mondays 10am, Tuesdays 2pm in term time", true)]
    [InlineData("Mondays 10am (term time only)", false)]
    [InlineData("Mondays 10am", false)]
    public void Words_that_no_schedule_says_are_noticed(string typed, bool saysMore) => TypedMeetings.Parse(typed, null)!.SaysMore.ShouldBe(saysMore);

    [Theory]
    [InlineData("Mondays 10am, term time only", true, false)]
    [InlineData("Term-time Mondays 10am", true, false)]
    [InlineData("Mondays 10am during school term time, not on bank holidays", true, true)]
    [InlineData("Mondays 10am except bank holidays", false, true)]
    [InlineData("Mondays 10am, not in term time", false, false)]
    [InlineData("Mondays 10am, Tuesdays 2pm in term time", false, false)]
    public void Term_time_and_bank_holidays_are_read_where_they_are_said_of_one_time(string typed, bool termTime, bool notOnHolidays)
        => TypedMeetings.Parse(typed, null)!.Schedules.ShouldAllBe(schedule => schedule.TermTimeOnly == termTime && schedule.NotOnBankHolidays == notOnHolidays);

    private static string Write(TypedMeetings? read)
        => read is null ? "" : string.Join('|', read.Schedules.Select(schedule => $"{string.Join(',', schedule.ByDay)} {Time(schedule.Start)}{(schedule.End is { } end ? "-" + Time(end) : "")}"));

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
