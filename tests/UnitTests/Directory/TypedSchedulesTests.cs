using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Pages.MyGroups;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Search.Contracts;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class TypedSchedulesTests
{
    private static readonly Schedule tuesday = new() { Frequency = Frequency.Weekly, ByDay = ["TU"], Start = new TimeOnly(10, 0), End = new TimeOnly(11, 30) };
    private static readonly Schedule firstThursday = tuesday with { Frequency = Frequency.Monthly, ByDay = ["1TH"] };

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, All.Length)];

    private static Schedule[] All { get; } =
    [
        tuesday,
        tuesday with { Interval = 2, StartDate = new DateOnly(2026, 1, 6) },
        tuesday with { Interval = 6, StartDate = new DateOnly(2026, 1, 6), EndDate = new DateOnly(2027, 1, 6) },
        tuesday with { ByDay = ["MO", "SU"], TermTimeOnly = true, NotOnBankHolidays = true, End = null },
        firstThursday,
        firstThursday with { ByDay = ["1TH", "1FR", "3TH"] },
        firstThursday with { Interval = 3, StartDate = new DateOnly(2026, 1, 1), NotOnBankHolidays = true },
        firstThursday with { ByDay = [], ByMonthDay = [1, 15, -1] },
        new Schedule { Frequency = Frequency.Once, StartDate = new DateOnly(2026, 12, 24), Start = new TimeOnly(14, 0) },
    ];

    [Theory, MemberData(nameof(Kinds))]
    public void What_is_saved_comes_back_out_of_the_form_unchanged(int kind)
    {
        var rows = MeetingRow.Of([All[kind]]);

        MeetingRow.Join(rows.Select(row => row.Read((field, text) => throw new InvalidOperationException($"{field}: {text}"))!)).ShouldBe([All[kind]]);
    }

    [Fact]
    public void A_date_that_falls_out_does_so_in_every_schedule_that_has_it()
    {
        var off = new DateChange { Off = new DateOnly(2026, 12, 8), On = new DateOnly(2026, 12, 9), Reason = "hall closed" };

        var joined = Join([tuesday, tuesday with { Start = new TimeOnly(9, 0) }, firstThursday], off, new DateChange { On = new DateOnly(2026, 12, 24) });

        joined.Select(schedule => schedule.Changes.Count).ShouldBe([2, 1, 0]);
        joined[1].Changes[0].ShouldBe(off with { On = null });
        var rows = ChangeRow.Of(joined, new DateOnly(2026, 11, 25));
        rows.Select(row => (row.Off, row.On, row.Reason)).ShouldBe([("2026-12-08", "2026-12-09", "hall closed"), (null, "2026-12-24", null)]);
    }

    [Fact]
    public void A_date_on_which_the_group_does_not_meet_anyway_is_told()
    {
        var told = new List<(int, string, string)>();
        TypedSchedules.Join([tuesday], [new DateChange { Off = new DateOnly(2026, 12, 9) }], (row, field, text) => told.Add((row, field, text)));
        told.ShouldBe([(0, "Off", "Form.NotYourDay")]);
    }

    [Fact]
    public void A_group_with_dates_only_meets_once_on_each()
        => Join([], new DateChange { On = new DateOnly(2026, 12, 24), Start = new TimeOnly(14, 0) })
            .ShouldBe([new Schedule { Frequency = Frequency.Once, StartDate = new DateOnly(2026, 12, 24), Start = new TimeOnly(14, 0) }]);

    [Fact]
    public void Changes_gone_by_are_no_difference()
    {
        var saved = tuesday with { Changes = [new DateChange { Off = new DateOnly(2026, 1, 6) }] };
        TypedSchedules.SayTheSame([tuesday], [saved], new DateOnly(2026, 11, 25)).ShouldBeTrue();
        TypedSchedules.SayTheSame([tuesday], [saved], new DateOnly(2026, 1, 6)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("15", "15")]
    [InlineData("1st and 15th of the month", "1, 15")]
    [InlineData("last", "last")]
    [InlineData("۱۵", "15")]
    [InlineData("1. i 15.", "1, 15")]
    public void Days_of_the_month_as_people_write_them(string typed, string expected) => TypedMonthDays.Write(TypedMonthDays.Parse(typed)!).ShouldBe(expected);

    [Theory]
    [InlineData("0")]
    [InlineData("32")]
    [InlineData("Tuesday")]
    [InlineData("")]
    public void What_is_no_day_of_the_month(string typed) => TypedMonthDays.Parse(typed).ShouldBeNull();

    [Fact]
    public void This_week_is_the_next_seven_days_whatever_day_it_is()
    {
        var dates = WhenFilter.InIndex([new Facet(ListingFacets.When, "this-week"), new Facet(ListingFacets.Cost, "free")], new DateOnly(2026, 12, 29));

        dates.Count.ShouldBe(15);
        dates.ShouldContain(new Facet(ListingFacets.Date, "2027-01-04"));
        dates.ShouldNotContain(new Facet(ListingFacets.Date, "2027-01-05"));
        dates.ShouldContain(new Facet(ListingFacets.Cost, "free"));
        WhenFilter.InIndex([new Facet(ListingFacets.When, "tomorrow")], new DateOnly(2026, 12, 29)).ShouldBe([new Facet(ListingFacets.Date, "2026-12-30"), new Facet(ListingFacets.Date, "WE")]);
        WhenFilter.InIndex([new Facet(ListingFacets.When, "never")], new DateOnly(2026, 12, 29)).ShouldBeEmpty();
    }

    private static IReadOnlyList<Schedule> Join(IReadOnlyList<Schedule> schedules, params DateChange[] changes)
        => TypedSchedules.Join(schedules, changes, (row, field, text) => throw new InvalidOperationException($"{row} {field}: {text}"));
}
