using Portal.Search.Words;
using Shouldly;
using Xunit;

namespace UnitTests.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Walking", "walking")]
    [InlineData("ŚPIEW", "spiew")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Café", "cafe")]
    [InlineData("Straße", "strasse")]
    [InlineData("men's", "mens")]
    [InlineData("men’s", "mens")]
    public void Case_accents_and_apostrophes_make_no_difference(string written, string folded) => Folding.Fold(written).ShouldBe(folded);

    [Theory]
    [InlineData("چہل", "چهل")] // Urdu heh, Arabic heh
    [InlineData("قدمی", "قدمي")] // Farsi yeh, Arabic yeh
    [InlineData("یوگا", "يوگا")]
    [InlineData("کوائر", "كوائر")] // Urdu kaf, Arabic kaf
    [InlineData("آرٹ", "ارٹ")] // alef with and without madda
    [InlineData("أحمد", "احمد")]
    [InlineData("مدرسة", "مدرسہ")] // teh marbuta
    [InlineData("اُردُو", "اردو")] // pesh
    [InlineData("كتـــاب", "کتاب")] // tatweel
    [InlineData("می\u200Cروم", "میروم")] // zero-width non-joiner
    [InlineData("ﻛﺘﺎﺏ", "کتاب")] // presentation forms, as copied from a PDF
    public void Spellings_of_one_word_in_Arabic_script_come_together(string one, string other) => Folding.Fold(one).ShouldBe(Folding.Fold(other));

    [Fact]
    public void The_two_hehs_of_Urdu_that_make_different_words_stay_apart() => Folding.Fold("گھر").ShouldNotBe(Folding.Fold("گہر"));

    [Theory]
    [InlineData("۲۴")]
    [InlineData("٢٤")]
    [InlineData("২৪")]
    public void Digits_of_every_script_are_the_same(string written) => Folding.Fold(written).ShouldBe("24");

    [Fact]
    public void Vowel_signs_of_Bengali_are_kept() => Folding.Fold("কাজী").ShouldNotBe(Folding.Fold("কজ"));
}
