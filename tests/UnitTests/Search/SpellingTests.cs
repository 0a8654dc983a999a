using Portal.Search.Words;
using Shouldly;
using Xunit;

namespace UnitTests.Search;

public sealed class SpellingTests
{
    private static readonly KnownWords known = new(
        ["choir", "chair", "care", "quiet", "yoga", "walking", "making", "group", "grief", "physio", "chór", "śpiew", "چہل", "قدمی", "garden", "gardening"]);

    [Theory]
    [InlineData("quire", "choir")]
    [InlineData("yogga", "yoga")]
    [InlineData("waking", "walking")]
    [InlineData("grup", "group")]
    [InlineData("fisio", "physio")]
    [InlineData("gardenin", "gardening")]
    [InlineData("spiw", "śpiew")]
    [InlineData("قدی", "قدمی")]
    public void The_nearest_known_word_is_found(string unknown, string nearest)
        => known.Nearest(Folding.Fold(unknown), 5).First().Word.ShouldBe(nearest);

    [Theory]
    [InlineData("xylophone")]
    [InlineData("zz")]
    public void Nothing_is_proposed_for_what_is_near_to_nothing(string unknown) => known.Nearest(unknown, 5).ShouldBeEmpty();

    [Theory]
    [InlineData("walk", "walk", 0)]
    [InlineData("walk", "wlak", 1)]
    [InlineData("walk", "walks", 1)]
    [InlineData("walk", "balk", 1)]
    [InlineData("walk", "wk", 2)]
    [InlineData("walk", "garden", 3)]
    public void Letters_put_in_left_out_changed_or_swapped_count_one_each(string a, string b, int distance)
        => Spelling.Distance(a, b, limit: 2).ShouldBe(distance);

    [Theory]
    [InlineData("knit", "nit")]
    [InlineData("write", "rite")]
    [InlineData("exercise", "eksersise")]
    [InlineData("sychology", "psychology")]
    public void Words_that_sound_alike_have_one_key(string one, string other) => Spelling.Sound(one).ShouldBe(Spelling.Sound(other));
}
