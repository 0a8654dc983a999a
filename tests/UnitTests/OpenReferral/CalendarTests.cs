using System.Text;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Reading;
using Shouldly;
using Xunit;

namespace UnitTests.OpenReferral;

/// <summary>What is on in a hall, as its calendar tells it, becomes groups. Today is Tuesday 1 December 2026.</summary>
public sealed class CalendarTests
{
    private static readonly DateOnly today = new(2026, 12, 1);

    [Fact]
    public void A_series_is_one_group_with_its_place_contact_and_dates_that_fall_out_or_are_moved()
    {
        var item = Read(
            """
            BEGIN:VEVENT
            UID:1
            DTSTART;TZID=Europe/London:20260901T100000
            DTEND;TZID=Europe/London:20260901T120000
            RRULE:FREQ=WEEKLY;BYDAY=TU
            EXDATE;TZID=Europe/London:20261229T100000
            SUMMARY:Tea\, coffee and chat
            DESCRIPTION:Come as you are.\nCake on first Tuesdays.
            LOCATION:Heaton Hall\, Leylands Lane\, Bradford BD9 5QX
            ORGANIZER;CN=Amina:mailto:amina@example.org
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID;TZID=Europe/London:20261208T100000
            DTSTART;TZID=Europe/London:20261209T140000
            DTEND;TZID=Europe/London:20261209T150000
            SUMMARY:Tea\, coffee and chat
            LOCATION:Heaton Hall\, Leylands Lane\, Bradford BD9 5QX
            END:VEVENT
            """).ShouldHaveSingleItem();

        var facts = item.Service!.Facts;
        (facts.Name, facts.Description, facts.ContactName, facts.Email).ShouldBe(("Tea, coffee and chat", "Come as you are.\nCake on first Tuesdays.", "Amina", "amina@example.org"));
        item.Location!.Facts.PostalCode.ShouldBe("BD9 5QX");
        var schedule = facts.Schedules.ShouldHaveSingleItem();
        (schedule.Freq, string.Join(',', schedule.ByDay), schedule.OpensAt, schedule.ClosesAt).ShouldBe(("WEEKLY", "TU", new TimeOnly(10, 0), new TimeOnly(12, 0)));
        schedule.Changes.ShouldBe([new DateChangeFacts(new(2026, 12, 8), new(2026, 12, 9), new(14, 0), new(15, 0), null), new DateChangeFacts(new(2026, 12, 29), null, null, null, null)]);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY", "WEEKLY 1 MO,TU,WE,TH,FR,SA,SU  ")]
    [InlineData("RRULE:FREQ=WEEKLY;INTERVAL=2", "WEEKLY 2 TU  ")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270330T090000Z", "WEEKLY 1 TU,TH  2027-03-30")]
    [InlineData("RRULE:FREQ=WEEKLY;COUNT=16", "WEEKLY 1 TU  2026-12-15")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=1TU", "MONTHLY 1 1TU  ")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", "MONTHLY 1 -1TU  ")]
    [InlineData("RRULE:FREQ=MONTHLY", "MONTHLY 1  1 ")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "ONCE 1   2026-12-24")]
    [InlineData("RDATE:20261203T100000,20261105T100000", "ONCE 1   2026-12-03")]
    public void A_rule_becomes_a_schedule_and_one_that_none_can_say_its_next_dates(string rule, string meant)
        => Read($"BEGIN:VEVENT\nUID:1\nDTSTART:20260901T100000\nSUMMARY:Tea and chat\nDESCRIPTION:Tea\n{rule}\nEND:VEVENT").ShouldHaveSingleItem().Service!.Facts.Schedules.Select(Write).ShouldBe([meant]);

    [Fact]
    public void Dates_entered_one_by_one_are_one_group_and_what_is_over_is_left_out()
    {
        var dates = new[] { "20261215T190000", "20261103T190000", "20261208T190000" };
        var items = Read(string.Join('\n', dates.Select((date, i) => $"BEGIN:VEVENT\nUID:{i}\nDTSTART:{date}\nSUMMARY:Choir\nLOCATION:Town Hall\nEND:VEVENT")));
        items.ShouldHaveSingleItem().Service!.Facts.Schedules.Select(Write).ShouldBe(["ONCE 1   2026-12-08", "ONCE 1   2026-12-15"]);
    }

    [Fact]
    public void Times_of_another_zone_become_those_of_the_clock_here()
        => Read("BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Paris:20261203T200000\nSUMMARY:Quiz\nDESCRIPTION:x\nEND:VEVENT").ShouldHaveSingleItem().Service!.Facts.Schedules[0].OpensAt.ShouldBe(new TimeOnly(19, 0));

    [Fact]
    public void What_cannot_be_taken_is_told()
    {
        var items = Read(
            "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261225\nSUMMARY:Closed\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Sometime\nEND:VEVENT\nBEGIN:VEVENT\nUID:3\nDTSTART:20200101T100000\nSUMMARY:Long ago\nEND:VEVENT");
        items.SelectMany(item => item.Faults).Select(fault => (fault.Reason, fault.IsError, fault.Values[^1])).ShouldBe([("CalendarWholeDay", true, "Closed"), ("CalendarNoStart", true, "Sometime"), ("CalendarOver", false, "Long ago")]);
        items.ShouldAllBe(item => item.Service == null);
    }

    [Fact]
    public void A_calendar_that_is_cut_off_says_so()
        => CalendarReader.Read(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261203T100000\nSUMMARY:Tea\nDESCRIPTION:x"), "Europe/London", today, Reading.Drafts)
            .SelectMany(item => item.Faults).Select(fault => fault.Reason).ShouldContain("CalendarCutOff");

    private static List<FeedItem> Read(string events)
        => [.. CalendarReader.Read(Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\nVERSION:2.0\n{events}\nEND:VCALENDAR\n"), "Europe/London", today, Reading.Drafts)];

    private static string Write(ScheduleFacts schedule)
        => $"{schedule.Freq} {schedule.Interval} {string.Join(',', schedule.ByDay)} {string.Join(',', schedule.ByMonthDay ?? [])} {(schedule.Freq == "ONCE" ? schedule.ValidFrom : schedule.ValidTo)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)}";
}
