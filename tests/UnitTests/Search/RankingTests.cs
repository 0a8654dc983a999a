using Portal.Search.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Search;

public sealed class RankingTests
{
    private static readonly DateOnly today = new(2026, 11, 22);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(180, 1)]
    [InlineData(181, 0.6)]
    [InlineData(365, 0.6)]
    [InlineData(366, 0.3)]
    public void A_listing_sinks_when_nobody_confirms_it(int daysAgo, double freshness) => Ranking.Freshness(today.AddDays(-daysAgo), today, UsualAges.Ages).ShouldBe(freshness);

    [Fact]
    public void What_nobody_has_to_confirm_stays_fresh() => Ranking.Freshness(null, today, UsualAges.Ages).ShouldBe(1);

    [Fact]
    public void A_word_weighs_most_in_the_title_and_less_where_only_its_beginning_fits()
    {
        Enum.GetValues<Field>().Select(field => Ranking.Weight(field, onlyBegun: false)).ShouldBe([10, 8, 6, 4, 2, 1]);
        Ranking.Weight(Field.Title, onlyBegun: true).ShouldBe(5);
    }

    [Fact]
    public void A_word_in_several_fields_weighs_more_than_in_one_and_never_more_than_in_the_title()
    {
        Ranking.Together(6, 2).ShouldBe(7);
        Ranking.Together(2, 6).ShouldBe(7);
        Ranking.Together(10, 6).ShouldBe(10);
    }

    [Fact]
    public void What_has_only_some_of_the_words_comes_after_what_has_all() => Ranking.Coverage(1, 2).ShouldBe(0.5);

    [Fact]
    public void A_rare_word_says_more_than_a_common_one() => Ranking.Rarity(1000, 10).ShouldBeGreaterThan(Ranking.Rarity(1000, 900));

    [Fact]
    public void Closeness_is_halved_at_five_miles()
    {
        Ranking.Closeness(0, anywhere: false, withinMiles: null).ShouldBe(1);
        Ranking.Closeness(5, anywhere: false, withinMiles: null).ShouldBe(0.5);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3.0)]
    [InlineData(15.0)]
    [InlineData(40.0)]
    public void What_has_no_place_comes_after_all_inside_the_radius(double? within)
        => Ranking.Closeness(null, anywhere: false, within).ShouldBeLessThanOrEqualTo(Ranking.Closeness(within ?? 15, anywhere: false, within));

    [Fact]
    public void What_can_be_joined_from_anywhere_loses_nothing_by_being_far_away()
        => Ranking.Closeness(200, anywhere: true, withinMiles: 10).ShouldBe(Ranking.Closeness(null, anywhere: true, withinMiles: 10));

    [Fact]
    public void Words_and_place_count_half_each()
    {
        Ranking.Score(text: 0.8, closeness: 0.4, freshness: 1).ShouldBe(0.6, 1e-9);
        Ranking.Score(text: 0.8, closeness: null, freshness: 1).ShouldBe(0.8);
        Ranking.Score(text: null, closeness: 0.4, freshness: 1).ShouldBe(0.4);
        Ranking.Score(text: null, closeness: null, freshness: 0.6).ShouldBe(0.6);
    }
}
