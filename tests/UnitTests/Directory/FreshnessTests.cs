using Portal.Directory.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class FreshnessTests
{
    private static readonly DateOnly today = new(2026, 11, 25);
    private static readonly FreshnessSettings settings = new();
    private static readonly Freshness rule = new(settings, today);

    [Theory]
    [InlineData(0, nameof(FreshnessState.Fresh))]
    [InlineData(120, nameof(FreshnessState.Fresh))]
    [InlineData(121, nameof(FreshnessState.Due))]
    [InlineData(180, nameof(FreshnessState.Due))]
    [InlineData(181, nameof(FreshnessState.Stale))]
    [InlineData(365, nameof(FreshnessState.Stale))]
    [InlineData(366, nameof(FreshnessState.Hidden))]
    public void A_page_ages_by_the_days_since_it_was_confirmed(int daysAgo, string state) => rule.StateOf(Said(daysAgo)).ToString().ShouldBe(state);

    [Fact]
    public void A_page_nobody_ever_confirmed_ages_from_the_day_it_came_and_warns_at_once()
    {
        var never = new FreshnessFacts(null, today.AddDays(-121), null, IsPaused: false);

        rule.StateOf(never).ShouldBe(FreshnessState.Due);
        rule.Warns(never).ShouldBeTrue();
        rule.Warns(Said(121)).ShouldBeFalse();
        rule.Warns(Said(181)).ShouldBeTrue();
    }

    [Fact]
    public void What_came_not_long_ago_is_not_hidden_however_old_its_date()
    {
        rule.StateOf(Said(900) with { AddedOn = today.AddDays(-120) }).ShouldBe(FreshnessState.Stale);
        rule.StateOf(Said(900) with { AddedOn = today.AddDays(-121) }).ShouldBe(FreshnessState.Hidden);
    }

    [Fact]
    public void A_group_is_asked_once_in_an_interval()
    {
        rule.IsToBeAsked(Said(120), null).ShouldBeFalse();
        rule.IsToBeAsked(Said(121), null).ShouldBeTrue();
        rule.IsToBeAsked(Said(121), today).ShouldBeFalse();
        rule.IsToBeAsked(Said(140), today.AddDays(-20)).ShouldBeFalse();
        rule.IsToBeAsked(Said(141), today.AddDays(-21)).ShouldBeTrue();
    }

    [Fact]
    public void Once_hidden_it_is_told_so_one_time_and_then_left_in_peace()
    {
        rule.IsToBeAsked(Said(370), today.AddDays(-30)).ShouldBeTrue();
        rule.IsToBeAsked(Said(395), today.AddDays(-25)).ShouldBeFalse();
        rule.IsToBeAsked(Said(900), null).ShouldBeTrue();
    }

    [Fact]
    public void During_a_break_nobody_is_asked_until_shortly_before_it_ends()
    {
        rule.IsToBeAsked(Said(170, back: 15), null).ShouldBeFalse();
        rule.IsToBeAsked(Said(170, back: 14), null).ShouldBeTrue();
        rule.IsToBeAsked(Said(170, back: 1), null).ShouldBeTrue();
    }

    [Fact]
    public void Before_it_is_back_a_group_is_asked_once_and_not_when_it_has_just_confirmed()
    {
        rule.IsToBeAsked(Said(170, back: 10), today.AddDays(-4)).ShouldBeFalse();
        rule.IsToBeAsked(Said(170, back: 1), today.AddDays(-13)).ShouldBeFalse();
        rule.IsToBeAsked(Said(3, back: 10), null).ShouldBeFalse();
        rule.IsToBeAsked(Said(30, back: 10), null).ShouldBeTrue();
    }

    [Fact]
    public void A_break_does_not_count_against_a_group()
    {
        rule.StateOf(Said(500, back: 30)).ShouldBe(FreshnessState.Fresh);
        rule.StateOf(Said(500, back: 0)).ShouldBe(FreshnessState.Fresh);
        rule.StateOf(Said(500, back: -1)).ShouldBe(FreshnessState.Due);
        rule.StateOf(Said(500, back: -60)).ShouldBe(FreshnessState.Due);
        rule.StateOf(Said(500, back: -61)).ShouldBe(FreshnessState.Stale);
        rule.StateOf(Said(500, back: -246)).ShouldBe(FreshnessState.Hidden);
        rule.StateOf(Said(10, back: -246)).ShouldBe(FreshnessState.Fresh);
    }

    [Fact]
    public void A_pause_without_an_end_is_asked_about_only_when_nobody_has_said_anything_for_long()
    {
        rule.IsToBeAsked(Said(150) with { IsPaused = true }, null).ShouldBeFalse();
        rule.IsToBeAsked(Said(181) with { IsPaused = true }, null).ShouldBeTrue();
    }

    [Fact]
    public void Who_is_written_to_anyway_is_asked_about_what_is_due_soon_too()
    {
        rule.IsToBeAskedSoon(Said(106), null).ShouldBeFalse();
        rule.IsToBeAskedSoon(Said(107), null).ShouldBeTrue();
        rule.IsToBeAskedSoon(Said(140), today.AddDays(-20)).ShouldBeFalse();
        rule.IsToBeAskedSoon(Said(115, back: 40), null).ShouldBeFalse();
    }

    [Fact]
    public void What_the_database_counts_as_silent_is_what_the_rule_says()
    {
        static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        foreach (var days in new[] { 120, 180, 365 })
        {
            var silent = rule.SilentFor(days, StartOf).Compile();
            foreach (var (facts, number) in Cases().Select((facts, number) => (facts, number)))
            {
                var listing = new Listing { Id = "x", Slug = "x", Culture = "en", AddedAt = StartOf(facts.AddedOn).AddHours(23) };
                listing.Put(new ListingFacts { AssuredOn = facts.AssuredOn, BackOn = facts.BackOn });
                silent(listing).ShouldBe(today.DayNumber - rule.Since(facts).DayNumber > days, $"{days} days, case {number}: {facts}");
            }
        }
    }

    private static IEnumerable<FreshnessFacts> Cases()
    {
        foreach (var days in new[] { 0, 119, 120, 121, 180, 181, 365, 366, 900 })
        {
            yield return Said(days);
            yield return new FreshnessFacts(null, today.AddDays(-days), null, IsPaused: false);
            foreach (var back in new[] { 30, 0, -1, -60, -61, -245, -246 }) yield return Said(days, back);
        }
    }

    private static FreshnessFacts Said(int daysAgo, int? back = null) => new(today.AddDays(-daysAgo), today.AddDays(-1000), back is { } days ? today.AddDays(days) : null, IsPaused: false);
}
