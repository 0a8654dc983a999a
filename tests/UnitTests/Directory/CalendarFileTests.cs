using System.Globalization;
using System.Text;
using NodaTime;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Directory.Services.OwnCalendars;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class CalendarFileTests
{
    private static readonly DateTimeZone london = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly DateTime now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Unspecified);
    private static readonly Schedule tuesday = new() { Frequency = Frequency.Weekly, ByDay = ["TU"], Start = new TimeOnly(10, 0), End = new TimeOnly(11, 30) };

    private static readonly Holidays schools = new(new HolidaySettings
    {
        Terms = [new(new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 18)), new(new DateOnly(2027, 1, 4), new DateOnly(2027, 2, 12)), new(new DateOnly(2027, 2, 22), new DateOnly(2027, 3, 25))],
    });

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, All.Length)];

    private static Schedule[][] All { get; } =
    [
        [tuesday],
        [tuesday with { ByDay = ["MO", "TU", "SA"], End = null }, tuesday with { Start = new TimeOnly(18, 0), End = new TimeOnly(20, 0) }],
        [tuesday with { Interval = 2, StartDate = new DateOnly(2026, 1, 6) }],
        [tuesday with { Interval = 3, StartDate = new DateOnly(2025, 1, 8), EndDate = new DateOnly(2027, 4, 1) }],
        [tuesday with { Frequency = Frequency.Monthly, ByDay = ["1TU", "3TU"] }],
        [tuesday with { Frequency = Frequency.Monthly, ByDay = ["-1FR"], NotOnBankHolidays = true }],
        [tuesday with { Frequency = Frequency.Monthly, ByDay = [], ByMonthDay = [1, 31, -1] }],
        [tuesday with { Frequency = Frequency.Monthly, ByDay = ["2WE"], Interval = 2, StartDate = new DateOnly(2026, 3, 1) }],
        [tuesday with { TermTimeOnly = true }],
        [tuesday with { ByDay = ["MO"], NotOnBankHolidays = true, TermTimeOnly = true }],
        [new Schedule { Frequency = Frequency.Once, StartDate = new DateOnly(2026, 12, 24), Start = new TimeOnly(14, 0) }],
        [tuesday with { Changes = [new() { Off = new DateOnly(2026, 12, 8) }, new() { Off = new DateOnly(2026, 12, 15), On = new DateOnly(2026, 12, 17), Start = new TimeOnly(9, 0), End = new TimeOnly(9, 30) }, new() { On = new DateOnly(2026, 12, 20) }, new() { On = new DateOnly(2026, 12, 21), Start = new TimeOnly(7, 0) }] }],
        [tuesday with { EndDate = new DateOnly(2026, 11, 3), Changes = [new() { On = new DateOnly(2026, 12, 20) }] }],
    ];

    [Theory, MemberData(nameof(Kinds))]
    public void Who_reads_the_file_finds_the_dates_of_the_page(int kind)
    {
        var file = Write(All[kind]);

        var read = CalendarReading.Read(Encoding.UTF8.GetBytes(file), london, now, new DateOnly(2027, 11, 1));

        read.Faults.ShouldBeEmpty();
        read.Dates.ShouldBe(Recurrence.NextDates(All[kind], now, CalendarReading.MostDates, new DateOnly(2027, 11, 1), schools));
    }

    [Fact]
    public void Lines_are_folded_by_octets_and_texts_are_escaped()
    {
        var file = Write([tuesday], "Śpiew, herbata; i \"ciasto\"\\\nشپلی کے گانے والے — 🎶🎶🎶 " + new string('ż', 200));

        file.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        file.ShouldNotContain('\uFFFD');
        file.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("SUMMARY:Śpiew\\, herbata\\; i \"ciasto\"\\\\\\nشپلی کے گانے والے — 🎶🎶🎶 żżż");
    }

    [Fact]
    public void The_time_zone_is_told_as_the_clocks_in_Britain_change()
    {
        var file = Write([tuesday]);

        file.ShouldContain("BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n");
        file.ShouldContain("BEGIN:STANDARD\r\nDTSTART:20251026T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n");
        file.ShouldContain("BEGIN:DAYLIGHT\r\nDTSTART:20250330T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n");
    }

    [Fact]
    public void A_series_keeps_its_name_and_counts_its_changes()
    {
        var (first, second) = (Write([tuesday]), Write([tuesday with { Start = new TimeOnly(11, 0), End = null }], revision: 8));

        first.ShouldContain("UID:singers-1@portal.example.org\r\n");
        second.ShouldContain("UID:singers-1@portal.example.org\r\n");
        first.ShouldContain("SEQUENCE:7\r\n");
        second.ShouldContain("SEQUENCE:8\r\n");
        first.ShouldContain("DTSTART;TZID=Europe/London:20260106T100000\r\nDTEND;TZID=Europe/London:20260106T113000\r\n");
    }

    [Fact]
    public void A_date_that_is_moved_is_one_of_the_series()
        => Write(All[11]).ShouldContain("RECURRENCE-ID;TZID=Europe/London:20261215T100000\r\n");

    [Fact]
    public void Dates_before_the_group_is_back_from_a_break_fall_out()
    {
        var group = Group([tuesday], "Singers", 7) with { BackOn = new DateOnly(2027, 1, 12) };

        var read = CalendarReading.Read(Encoding.UTF8.GetBytes(File().Write("Singers", [group])), london, now, new DateOnly(2027, 1, 31));

        read.Dates.Select(date => date.Date).ShouldBe([new DateOnly(2027, 1, 12), new DateOnly(2027, 1, 19), new DateOnly(2027, 1, 26)]);
    }

    [Fact]
    public void Dates_of_a_calendar_of_the_group_s_own_go_before_its_schedules()
    {
        var group = Group([tuesday], "Singers", 7) with { OwnDates = [new NextDate(new DateOnly(2026, 12, 2), new TimeOnly(9, 0), null)] };

        var read = CalendarReading.Read(Encoding.UTF8.GetBytes(File().Write("Singers", [group])), london, now, new DateOnly(2027, 11, 1));

        read.Dates.ShouldBe(group.OwnDates);
    }

    private static string Write(IReadOnlyList<Schedule> schedules, string title = "Singers", int revision = 7) => File().Write("Singers", [Group(schedules, title, revision)]);

    private static CalendarFile File() => new(london, DateOnly.FromDateTime(now), DateTimeOffset.Parse("2026-11-25T12:00:00Z", CultureInfo.InvariantCulture), schools);

    private static CalendarGroup Group(IReadOnlyList<Schedule> schedules, string title, int revision)
        => new() { Id = "singers", Revision = revision, Title = title, Address = "https://portal.example.org/groups/singers", Place = "Kirkgate Hall, 12 Kirkgate", Schedules = schedules };
}
