using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Services.Meetings;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class AgendaRuleTests
{
    private static readonly DateOnly today = new(2026, 11, 30);
    private static readonly PathwaySettings settings = new();

    private static readonly AgendaFacts fine = new(settings.Find("support"), today.AddDays(-90), today, null, today.AddDays(-42), today.AddDays(-200), false, false);

    [Fact]
    public void Who_is_on_their_way_is_not_talked_about() => Of(fine).ShouldBeEmpty();

    [Fact]
    public void One_day_more_than_meant_is_too_long()
    {
        Of(fine with { StageSince = today.AddDays(-91) }).ShouldBe([AgendaReason.Long]);
        Of(fine with { Stage = new PathwayStage { Key = "open" }, StageSince = today.AddDays(-900) }).ShouldBeEmpty("without a limit nothing is too long");
    }

    [Fact]
    public void Six_weeks_without_a_contact_are_quiet_and_who_was_never_reached_is_counted_from_the_referral()
    {
        Of(fine with { LastReachedOn = today.AddDays(-43) }).ShouldBe([AgendaReason.Quiet]);
        Of(fine with { LastReachedOn = null }).ShouldBe([AgendaReason.Quiet]);
        Of(fine with { LastReachedOn = null, WaitingSince = today.AddDays(-10) }).ShouldBeEmpty();
    }

    [Fact]
    public void In_a_break_only_a_wish_and_a_new_risk_count()
    {
        var all = fine with { StageSince = today.AddDays(-300), LastReachedOn = null, NextOn = null, IsFlagged = true, HasNewRisk = true };

        Of(all).ShouldBe([AgendaReason.Flagged, AgendaReason.Risk, AgendaReason.Long, AgendaReason.Quiet, AgendaReason.NoNext]);
        Of(all with { PausedUntil = today.AddDays(1) }).ShouldBe([AgendaReason.Flagged, AgendaReason.Risk]);
        Of(all with { PausedUntil = today }).Count.ShouldBe(5, "on its day a break is over");
    }

    [Theory]
    [InlineData(4, 4, false)]
    [InlineData(5, 5, true)]
    [InlineData(5, 9, false)] // four said no
    [InlineData(5, 10, true)]
    [InlineData(0, 20, false)]
    public void Small_numbers_are_not_told_nor_found_by_taking_away(int yes, int asked, bool isTold) => new BeliefCount(yes, asked).IsTold.ShouldBe(isTold);

    private static List<AgendaReason> Of(AgendaFacts facts) => [.. AgendaRule.ReasonsFor(facts, settings, today)];
}
