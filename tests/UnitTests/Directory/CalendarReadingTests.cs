using System.Globalization;
using System.Text;
using NodaTime;
using Portal.Directory.Domain;
using Portal.Directory.Services.OwnCalendars;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class CalendarReadingTests
{
    private static readonly DateTimeZone london = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly DateTime now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public void The_clock_going_forward_moves_no_meeting_and_a_time_in_UTC_is_told_by_the_clock()
    {
        Dates(Event("DTSTART;TZID=Europe/London:20260322T100000\nDTEND;TZID=Europe/London:20260322T113000\nRRULE:FREQ=WEEKLY;COUNT=3")).ShouldBe(["03-22 10:00-11:30", "03-29 10:00-11:30", "04-05 10:00-11:30"]);
        Dates(Event("DTSTART:20260324T100000Z\nRRULE:FREQ=WEEKLY;UNTIL=20260401T000000Z")).ShouldBe(["03-24 10:00", "03-31 11:00"]);
    }

    [Theory]
    [InlineData("DTSTART;TZID=GMT Standard Time:20260401T100000")]
    [InlineData("DTSTART;TZID=\"(UTC+00:00) Dublin, Edinburgh, Lisbon, London\":20260401T100000")]
    [InlineData("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20260401T100000")]
    [InlineData("DTSTART:20260401T100000")]
    [InlineData("DTSTART:20260401T090000Z")]
    [InlineData("DTSTART;TZID=Romance Standard Time:20260401T110000")]
    [InlineData("DTSTART;TZID=America/New_York:20260401T050000")]
    [InlineData("dtstart;value=DATE-TIME:2026-04-01T10:00:00")]
    public void Time_zones_by_any_name_without_being_told_in_the_file(string start) => Dates(Event(start)).ShouldBe(["04-01 10:00"]);

    [Fact]
    public void A_zone_nobody_knows_is_told_and_taken_as_ours()
    {
        var read = Read(Event("DTSTART;TZID=Narnia:20260401T100000"));
        read.Faults.Select(fault => (fault.Line, fault.Code, fault.Detail)).ShouldBe([(4, CalendarFault.Zone, "Narnia")]);
        read.Dates.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "04-07 05-05 06-02")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260601", "04-07 04-24 05-29")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "04-07 05-31 07-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "04-07 04-30 05-29")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4", "04-07 04-09 04-21 04-23")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=3", "04-07 04-17 04-27")]
    [InlineData("FREQ=YEARLY;COUNT=2", "04-07")]
    [InlineData("FREQ=YEARLY;BYMONTH=5,6;BYDAY=1MO;COUNT=3", "04-07 05-04 06-01")]
    [InlineData("freq=weekly;wkst=su;until=20260415T000000", "04-07 04-14")]
    public void Rules(string rule, string expected)
        => string.Join(' ', Read(Event($"DTSTART:20260407T100000\nRRULE:{rule}")).Dates.Where(date => date.Date.Year == 2026).Select(date => date.Date.ToString("MM-dd", CultureInfo.InvariantCulture))).ShouldBe(expected);

    [Fact]
    public void A_series_that_began_long_ago_goes_on()
        => Dates(Event("DTSTART;TZID=Europe/London:19990105T100000\nRRULE:FREQ=WEEKLY;INTERVAL=2")).Take(2).ShouldBe(["03-10 10:00", "03-24 10:00"]);

    [Fact]
    public void Single_dates_fall_out_are_moved_called_off_and_added()
    {
        var series = "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/London:20260407T100000\nDURATION:PT1H30M\nRRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/London:20260414T100000,20260421T100000\nRDATE;VALUE=DATE:20260409\nEND:VEVENT\n";
        var moved = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20260428T090000Z\nDTSTART;TZID=Europe/London:20260429T140000\nEND:VEVENT\n";
        var off = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20260505\nDTSTART;TZID=Europe/London:20260505T100000\nSTATUS:CANCELLED\nEND:VEVENT\n";

        Dates(moved + series + off).ShouldBe(["04-07 10:00-11:30", "04-09 10:00-11:30", "04-29 14:00"]);
    }

    [Fact]
    public void Folded_lines_wrong_line_ends_a_mark_at_the_beginning_and_alarms_are_no_trouble()
    {
        var file = "\uFEFFBEGIN:VCALENDAR\rBEGIN:VEVENT\rSUMMARY:A long\r  title\rDTSTART;TZID=Euro\r\tpe/London:20260407T100000\rBEGIN:VALARM\rDTSTART:nonsense\rEND:VALARM\rRRULE:FREQ=WEEKLY;C\r OUNT=2\rEND:VEVENT\rEND:VCALENDAR";
        var read = CalendarReading.Read(Encoding.UTF8.GetBytes(file), london, now, new DateOnly(2027, 3, 1));
        read.Faults.ShouldBeEmpty();
        read.Dates.Count.ShouldBe(2);
    }

    [Fact]
    public void What_cannot_be_read_is_told_line_by_line_and_the_rest_is_taken()
    {
        var read = Read("BEGIN:VEVENT\nDTSTART:tomorrow\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:No date\nEND:VEVENT\n" + Event("DTSTART;VALUE=DATE:20260409")
            + string.Concat(Enumerable.Range(1, 6).Select(day => Event($"DTSTART:2026040{day}T100000"))) + Event("DTSTART:20260410T100000\nRRULE:FREQ=HOURLY"));

        read.Faults.Select(fault => (fault.Line, fault.Code)).ShouldBe([(3, CalendarFault.Date), (5, CalendarFault.NoStart), (8, CalendarFault.WholeDay), (39, CalendarFault.Rule)]);
        read.Dates.Count.ShouldBe(7);
        read.IsTrustworthy.ShouldBeTrue();
    }

    [Fact]
    public void What_is_cut_off_or_mostly_broken_or_no_calendar_is_not_gone_by()
    {
        Read(Event("DTSTART:tomorrow")).IsTrustworthy.ShouldBeFalse();
        CalendarReading.Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260407T100000\nEND:VEVENT\nBEGIN:VEVENT\nDTST"u8.ToArray(), london, now, new DateOnly(2027, 3, 1)).IsTrustworthy.ShouldBeFalse();
        CalendarReading.Read("<!doctype html><title>Calendar</title>"u8.ToArray(), london, now, new DateOnly(2027, 3, 1)).IsCalendar.ShouldBeFalse();
        CalendarReading.Read([], london, now, new DateOnly(2027, 3, 1)).IsCalendar.ShouldBeFalse();
        Read("").IsTrustworthy.ShouldBeTrue();
    }

    [Fact]
    public void Thousands_of_mangled_calendars_give_no_error_and_dates_that_make_sense()
    {
        var seeds = new[]
        {
            Event("DTSTART;TZID=Europe/London:20260407T100000\nDTEND;TZID=Europe/London:20260407T113000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=40\nEXDATE;TZID=Europe/London:20260421T100000"),
            Event("UID:b\nDTSTART:20260401T090000Z\nDURATION:P1DT2H\nRRULE:FREQ=MONTHLY;BYDAY=-1FR,1MO;BYSETPOS=1;UNTIL=20270101T000000Z") + Event("UID:b\nRECURRENCE-ID:20260424T090000Z\nDTSTART:20260425T090000Z\nSTATUS:CANCELLED"),
            Event("DTSTART;VALUE=DATE:20260409\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,-1\nRDATE;VALUE=PERIOD:20260409T100000Z/PT1H,20260410T100000Z/PT1H\nSUMMARY:Śpiew\\, شپلی"),
        }.Select(Whole).ToArray();
        const string alphabet = "\r\n\t :;,=\"-+0123456789TZPWDHMSYabcBEGINDVU\u0000\u0661ﷺ🎶\uFFFD";
        var random = new Random(20261125);
        for (var run = 0; run < 6000; run++)
        {
            var file = new StringBuilder(seeds[run % seeds.Length]);
            for (var times = random.Next(1, 12); times > 0; times--)
            {
                var place = random.Next(file.Length);
                switch (random.Next(6))
                {
                    case 0: file.Remove(place, Math.Min(random.Next(1, 30), file.Length - place)); break;
                    case 1: file.Insert(place, alphabet[random.Next(alphabet.Length)]); break;
                    case 2: file[place] = alphabet[random.Next(alphabet.Length)]; break;
                    case 3: file.Insert(place, file.ToString(random.Next((file.Length / 2) + 1), random.Next((file.Length / 2) + 1))); break;
                    case 4: file.Insert(place, new string((char)('0' + random.Next(10)), random.Next(1, 40))); break;
                    default: file.Length = Math.Max(20, place); break;
                }

                if (file.Length == 0) file.Append("BEGIN:VCALENDAR");
            }

            var bytes = run % 3 == 0 ? Encoding.Latin1.GetBytes(file.ToString()) : Encoding.UTF8.GetBytes(file.ToString());
            var read = Should.NotThrow(() => CalendarReading.Read(bytes, london, now, new DateOnly(2027, 5, 1)), $"Run {run}: {file}");

            read.Faults.Count.ShouldBeLessThanOrEqualTo(CalendarReading.MostFaults);
            read.Dates.Count.ShouldBeLessThanOrEqualTo(CalendarReading.MostDates);
            read.Dates.ShouldAllBe(date => date.Date >= DateOnly.FromDateTime(now) && date.Date <= new DateOnly(2027, 5, 1));
        }
    }

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=DAILY;COUNT=100000")]
    [InlineData("FREQ=YEARLY;INTERVAL=1000")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=99999")]
    public void A_short_file_that_means_millions_of_dates_is_read_as_far_as_is_reasonable(string rule)
        => Read(string.Concat(Enumerable.Range(0, 200).Select(number => Event($"UID:{number}\nDTSTART:19000101T100000\nRRULE:{rule}")))).Dates.Count.ShouldBeLessThanOrEqualTo(CalendarReading.MostDates);

    private static string Event(string lines) => $"BEGIN:VEVENT\nSUMMARY:Singing\n{lines}\nEND:VEVENT\n";

    private static string Whole(string events) => $"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n";

    private static CalendarReading Read(string events) => CalendarReading.Read(Encoding.UTF8.GetBytes(Whole(events)), london, now, new DateOnly(2027, 5, 1));

    private static string[] Dates(string events)
        => [.. Read(events).Dates.Select(date => date.Date.ToString("MM-dd ", CultureInfo.InvariantCulture) + date.Start.ToString("HH:mm", CultureInfo.InvariantCulture) + (date.End is { } end ? end.ToString("-HH:mm", CultureInfo.InvariantCulture) : ""))];
}
