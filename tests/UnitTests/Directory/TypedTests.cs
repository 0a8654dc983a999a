using System.Globalization;
using Portal.Directory.Domain;
using Portal.Directory.Pages.MyGroups;
using Portal.Directory.Typed;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class TypedTests
{
    [Theory]
    [InlineData("10", "10:00")]
    [InlineData("10am", "10:00")]
    [InlineData("10 a.m.", "10:00")]
    [InlineData("10.30", "10:30")]
    [InlineData("10:30", "10:30")]
    [InlineData("1030", "10:30")]
    [InlineData("930", "09:30")]
    [InlineData("2 pm", "14:00")]
    [InlineData("2pm", "14:00")]
    [InlineData("2", "14:00")]
    [InlineData("7", "19:00")]
    [InlineData("8", "08:00")]
    [InlineData("07:00", "07:00")]
    [InlineData("14:00", "14:00")]
    [InlineData("14.00 pm", "14:00")]
    [InlineData("12", "12:00")]
    [InlineData("12 am", "00:00")]
    [InlineData("12.30pm", "12:30")]
    [InlineData("noon", "12:00")]
    [InlineData(" ۱۰ ", "10:00")]
    [InlineData("6 o'clock", "18:00")]
    public void A_time_is_read_as_people_write_it(string typed, string meant)
        => TypedTime.Parse(typed)?.Time.ToString("HH:mm", CultureInfo.InvariantCulture).ShouldBe(meant);

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("10.75")]
    [InlineData("ten")]
    [InlineData("10 - 12")]
    [InlineData("24:00")]
    [InlineData("13 am")]
    [InlineData("0 pm")]
    [InlineData("10.5")]
    public void What_is_no_time_is_not_guessed_at(string typed) => TypedTime.Parse(typed).ShouldBeNull();

    [Theory]
    [InlineData("11", "1", "13:00")]
    [InlineData("10", "12", "12:00")]
    [InlineData("7", "9", "21:00")]
    [InlineData("6.30pm", "8", "20:00")]
    [InlineData("10", "9am", "09:00")]
    [InlineData("2", "11:30", "11:30")]
    public void An_end_follows_its_beginning_where_nothing_else_is_said(string start, string end, string meant)
        => TypedTime.Parse(end)!.After(TypedTime.Parse(start)!.Time).ToString("HH:mm", CultureInfo.InvariantCulture).ShouldBe(meant);

    [Theory]
    [InlineData("£2.50", 250)]
    [InlineData("2.50", 250)]
    [InlineData("2,50", 250)]
    [InlineData("£2.5", 250)]
    [InlineData("£ 3", 300)]
    [InlineData("3 pounds", 300)]
    [InlineData("50p", 50)]
    [InlineData("free", 0)]
    [InlineData("Free", 0)]
    [InlineData("۳", 300)]
    [InlineData("0", 0)]
    public void Money_is_read_as_people_write_it(string typed, int pence) => TypedMoney.Parse(typed).ShouldBe(pence);

    [Theory]
    [InlineData("about 2")]
    [InlineData("-2")]
    [InlineData("2.505")]
    [InlineData("£50p")]
    [InlineData("9999")]
    [InlineData("")]
    public void What_is_no_amount_is_not_guessed_at(string typed) => TypedMoney.Parse(typed).ShouldBeNull();

    [Theory]
    [InlineData("01632960201", "01632 960201")]
    [InlineData("01632 96 02 01", "01632 960201")]
    [InlineData("0113 496-0123", "0113 496 0123")]
    [InlineData("020 7946 0958", "020 7946 0958")]
    [InlineData("(0161) 496 0123", "0161 496 0123")]
    [InlineData("+44 7700 900201", "07700 900201")]
    [InlineData("+44 (0)7700 900201", "07700 900201")]
    [InlineData("0044 7700 900201", "07700 900201")]
    [InlineData("08081570111", "0808 157 0111")]
    [InlineData("116123", "116 123")]
    [InlineData("111", "111")]
    [InlineData("+48 22 123 45 67", "+48221234567")]
    public void A_phone_number_is_read_in_any_spacing(string typed, string meant) => TypedPhone.Parse(typed).ShouldBe(meant);

    [Theory]
    [InlineData("01632")]
    [InlineData("ask Joan")]
    [InlineData("01632 9602011234")]
    [InlineData("07700+900201")]
    [InlineData("")]
    public void What_is_no_phone_number_is_not_guessed_at(string typed) => TypedPhone.Parse(typed).ShouldBeNull();

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("24/11/2026")]
    [InlineData("24.11.2026")]
    [InlineData("24  November 2026")]
    [InlineData("24 Nov 2026")]
    public void A_date_is_read_as_browsers_and_people_write_it(string typed) => WrittenDate.Parse(typed).ShouldBe(new DateOnly(2026, 11, 24));

    [Theory]
    [InlineData("joan@example.org", "joan@example.org")]
    [InlineData("<joan@example.org>,", "joan@example.org")]
    [InlineData("mailto:joan@example.org", "joan@example.org")]
    [InlineData("joan@example", null)]
    [InlineData("Joan joan@example.org", null)]
    public void An_email_address_is_whole_or_none(string typed, string? meant) => TypedContact.Email(typed).ShouldBe(meant);

    [Theory]
    [InlineData("www.example.org", "https://www.example.org")]
    [InlineData("http://example.org/a", "http://example.org/a")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://example.org", null)]
    [InlineData("our page", null)]
    public void A_web_address_may_leave_out_how_it_begins(string typed, string? meant) => TypedContact.Website(typed).ShouldBe(meant);

    [Fact]
    public void First_and_third_Tuesday_take_two_rows_and_come_back_as_one_schedule()
    {
        var schedule = new Schedule { Frequency = Frequency.Monthly, ByDay = ["1TU", "3TU"], Start = new TimeOnly(14, 0) };

        var rows = MeetingRow.Of([schedule]);

        rows.Select(row => row.Rhythm).ShouldBe(["1", "3"]);
        MeetingRow.Join(rows.Select(row => row.Read((_, key) => throw new InvalidOperationException(key))!)).ShouldBe([schedule]);
    }

    [Fact]
    public void Every_second_week_needs_a_date_to_count_from()
    {
        var problems = new List<string>();

        new MeetingRow { Rhythm = MeetingRow.Fortnightly, Days = ["MO"], Start = "10" }.Read((field, key) => problems.Add($"{field} {key}")).ShouldBeNull();

        problems.ShouldBe(["From When.FromMissing"]);
    }
}
