using Portal.Signposting.Domain.Pathway;
using Shouldly;
using Xunit;
using Wait = Portal.Signposting.Domain.Pathway.Wait;

namespace UnitTests.Signposting;

public sealed class PathwayTests
{
    private static readonly DateOnly monday = new(2026, 11, 30);
    private static readonly PathwaySettings settings = new();

    /// <summary>Days on which nobody works beside the weekends.</summary>
    private static readonly DateOnly[] holidays = [new(2026, 12, 25), new(2026, 12, 28)];
    private static readonly WorkingDays days = new(holidays.Contains);

    [Theory]
    [InlineData("2026-11-30", 3, "2026-12-03")] // Monday
    [InlineData("2026-12-03", 3, "2026-12-08")] // over a weekend
    [InlineData("2026-12-05", 1, "2026-12-07")] // from a Saturday
    [InlineData("2026-12-04", 0, "2026-12-04")]
    [InlineData("2026-12-24", 1, "2026-12-29")] // over Christmas
    public void Working_days_leave_out_the_weekend_and_bank_holidays(string from, int count, string expected)
        => days.After(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), count).ShouldBe(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Who_was_not_reached_is_tried_again_in_three_working_days()
    {
        On(monday).AfterContact("no-answer", hasPlan: false).ShouldBe((NextStep.Contact, new DateOnly(2026, 12, 3)));
        On(monday, settings with { TryAgainDays = 5 }).AfterContact("message", hasPlan: true).ShouldBe((NextStep.Contact, new DateOnly(2026, 12, 7)));
        On(monday).AfterContact(Contact.WrongNumber, hasPlan: false).ShouldBe((NextStep.FindWay, new DateOnly(2026, 12, 1)));
        On(monday).AfterContact(Contact.Sent, hasPlan: false).ShouldBe((NextStep.Contact, new DateOnly(2026, 12, 9)));
    }

    [Fact]
    public void Who_was_reached_is_met_or_with_a_plan_asked_how_it_goes()
    {
        On(monday).AfterContact(Contact.Reached, hasPlan: false).ShouldBe((NextStep.Meet, new DateOnly(2026, 12, 7)));
        On(monday).AfterContact(Contact.Reached, hasPlan: true).ShouldBe((NextStep.Review, new DateOnly(2026, 12, 30)), "two of the twenty weekdays are bank holidays");
    }

    [Fact]
    public void A_first_contact_is_hoped_for_within_days_of_the_referral_and_never_in_the_past()
    {
        On(monday).OnTakingOn(monday).On.ShouldBe(new DateOnly(2026, 12, 7), "five days after Monday is a Saturday");
        On(monday).OnTakingOn(monday.AddDays(-20)).On.ShouldBe(monday);
        On(new DateOnly(2026, 12, 5)).OnTakingOn(monday.AddDays(-20)).On.ShouldBe(new DateOnly(2026, 12, 7), "nobody rings on a Saturday");
    }

    [Fact]
    public void After_a_move_what_was_next_stays_unless_it_is_late()
    {
        On(monday).AfterMove("plan", monday).ShouldBe(("plan", monday));
        On(monday).AfterMove("plan", monday.AddDays(-1)).ShouldBe((NextStep.Contact, new DateOnly(2026, 12, 7)));
        On(monday).AfterMove(null, null).ShouldBe((NextStep.Contact, new DateOnly(2026, 12, 7)));
    }

    [Fact]
    public void A_break_that_the_person_asked_for_is_told_apart_and_never_taken_off_in_silence()
    {
        var wait = Wait.Between(monday, monday.AddDays(30), [new Pause(monday.AddDays(5), monday.AddDays(15), IsWanted: true), new Pause(monday.AddDays(20), monday.AddDays(25), IsWanted: false)]);

        wait.Days.ShouldBe(30);
        wait.PausedDays.ShouldBe(10);
        wait.OtherDays.ShouldBe(20);
    }

    [Fact]
    public void Breaks_count_only_where_they_fall_into_the_wait_and_no_day_twice()
    {
        var wait = Wait.Between(
            monday,
            monday.AddDays(10),
            [new Pause(monday.AddDays(-5), monday.AddDays(2), true), new Pause(monday.AddDays(1), monday.AddDays(4), true), new Pause(monday.AddDays(8), monday.AddDays(40), true), new Pause(monday.AddDays(50), monday.AddDays(60), true)]);

        wait.ShouldBe(new Wait(10, 6));
        Wait.Between(monday, monday.AddDays(-3), []).ShouldBe(new Wait(0, 0), "a contact before the referral was written down is no wait");
    }

    [Fact]
    public void A_break_ends_on_its_day_or_when_it_was_ended_changed_or_care_ended()
    {
        PathwayEntry[] entries =
        [
            Entry(PathwayEntryKind.Paused, 0, until: 10), Entry(PathwayEntryKind.Resumed, 4),
            Entry(PathwayEntryKind.Paused, 20, until: 30), Entry(PathwayEntryKind.Paused, 25, until: 40, isWanted: false),
            Entry(PathwayEntryKind.Contact, 28), Entry(PathwayEntryKind.Closed, 35),
        ];

        Wait.Pauses(entries.Reverse()).ShouldBe(
        [
            new Pause(monday, monday.AddDays(4), true), new Pause(monday.AddDays(20), monday.AddDays(25), true), new Pause(monday.AddDays(25), monday.AddDays(35), false),
        ]);
    }

    [Fact]
    public void A_pathway_that_would_not_work_says_what_is_wrong()
    {
        settings.Faults().ShouldBeEmpty();
        (settings with { Stages = [] }).Faults().ShouldHaveSingleItem().ShouldContain("1 to 12 stages");
        (settings with { Stages = [new() { Key = "a" }, new() { Key = "a" }] }).Faults().ShouldHaveSingleItem().ShouldContain("same key");
        (settings with { Stages = [new() { Key = "Tier 1", ExpectedDays = 0, Names = new Dictionary<string, string> { ["en"] = " " } }] }).Faults().Count().ShouldBe(3);
        (settings with { Capacity = 0, TryAgainDays = 0, ClosingReasons = [] }).Faults().Count().ShouldBe(3);
    }

    [Fact]
    public void A_stage_that_is_no_longer_known_is_the_first()
    {
        settings.Find("support").Key.ShouldBe("support");
        settings.Find("gone").ShouldBe(settings.First);
        settings.Find("").ShouldBe(settings.First);
    }

    private static PathwayEntry Entry(PathwayEntryKind kind, int day, int? until = null, bool isWanted = true) => new()
    {
        Id = kind.ToString() + day,
        PersonId = "person",
        Kind = kind,
        On = monday.AddDays(day),
        At = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero).AddDays(day),
        WorkerId = "worker",
        Until = until is { } end ? monday.AddDays(end) : null,
        IsWanted = isWanted,
    };

    private static NextStepRule On(DateOnly today, PathwaySettings? rules = null) => new(rules ?? settings, days, today);
}
