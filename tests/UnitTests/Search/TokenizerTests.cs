using Portal.Search.Words;
using Shouldly;
using Xunit;

namespace UnitTests.Search;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Tai-chi & yoga: Men's group!", "tai chi yoga mens group")]
    [InlineData("چہل قدمی، گانا", "چہل قدمی گانا")]
    [InlineData("  ", "")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("choir🎵sing", "choir sing")]
    [InlineData("می\u200Cروم", "میروم")]
    public void A_text_comes_apart_into_words(string text, string words)
        => string.Join(' ', Tokenizer.Tokens(text).Select(token => token.Folded)).ShouldBe(words);

    [Fact]
    public void A_word_knows_where_it_stands()
    {
        const string text = "Śpiew: waking grup";

        Tokenizer.Tokens(text).Select(token => text.Substring(token.Start, token.Length)).ShouldBe(["Śpiew", "waking", "grup"]);
    }

    [Fact]
    public void What_is_looked_for_leaves_out_words_that_say_nothing_and_repetitions()
        => QueryWord.Parse("a walk for the walking stick").Select(word => word.Stem).ShouldBe(["walk", "stick"]);

    [Fact]
    public void Only_the_last_word_may_be_only_begun()
        => QueryWord.Parse("tai chi yog").Select(word => word.IsLast).ShouldBe([false, false, true]);

    [Fact]
    public void A_very_long_query_is_cut()
        => QueryWord.Parse(string.Join(' ', Enumerable.Range(1, 500))).Count.ShouldBe(QueryWord.Most);
}
