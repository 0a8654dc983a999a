using Portal.Search.Words;
using Shouldly;
using Xunit;

namespace UnitTests.Search;

public sealed class QueryWordTests
{
    [Theory]
    [InlineData("something for my mum who speaks Urdu", "mum speak urdu")]
    [InlineData("walking group", "walk")]
    [InlineData("group", "group")]
    [InlineData("mujhe gana pasand hai", "gana pasand")]
    public void Words_that_say_little_are_looked_for_only_where_there_are_no_others(string typed, string lookedFor)
        => string.Join(' ', QueryWord.Parse(typed).Select(word => word.Stem)).ShouldBe(lookedFor);

    [Fact]
    public void What_only_sounds_alike_and_looks_quite_different_is_not_proposed()
        => new KnownWords(["sick"]).Nearest("zzzzqqqq", 5).ShouldBeEmpty();
}
