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

    [Theory]
    [InlineData("zażółć", "zazolc")]
    [InlineData("GĘŚLĄ", "gesla")]
    [InlineData("jaźń", "jazn")]
    [InlineData("za\u00ADje\u00ADcia", "zajecia")] // soft hyphens, as copied from a web page
    public void Polish_letters_are_found_without_their_marks(string written, string folded) => Folding.Fold(written).ShouldBe(folded);

    [Theory]
    [InlineData("ڪتاب", "کتاب")] // swash kaf
    [InlineData("دائرة", "دایرہ")] // yeh with hamza
    [InlineData("خُودمَدَد", "خودمدد")] // pesh, zabar
    public void More_letters_of_Arabic_script_come_together(string one, string other) => Folding.Fold(one).ShouldBe(Folding.Fold(other));

    [Theory]
    [InlineData("পড়া", "পড\u09BCা")] // rra as one code point and as da with nukta
    [InlineData("কো", "ক\u09C7\u09BE")] // o sign as one and as its two halves
    [InlineData("অ\u09BEড্ডা", "আড্ডা")] // a with the sign aa
    [InlineData("হাঁটা", "হাটা")] // walking, with and without moon-dot
    [InlineData("হঠাৎ", "হঠাত\u09CD")] // khanda ta
    [InlineData("র\u200D্যালি", "র্যালি")] // zero-width joiner
    public void Spellings_of_one_word_in_Bengali_come_together(string one, string other) => Folding.Fold(one).ShouldBe(Folding.Fold(other));

    [Fact]
    public void The_dot_that_makes_another_letter_in_Bengali_is_kept() => Folding.Fold("য়").ShouldNotBe(Folding.Fold("য"));

    [Theory]
    [InlineData("ਸ਼ਾਂਤੀ", "ਸਾਂਤੀ")] // with and without the dot below
    [InlineData("\u0A36ਹਿਰ", "ਸ\u0A3Cਹਿਰ")] // sha as one code point and as two
    [InlineData("ਸਿੰਘ", "ਸਿਂਘ")] // tippi, bindi
    [InlineData("ਬੱਚੇ", "ਬਚੇ")] // addak
    [InlineData("ਅ\u0A3Eਰਾਮ", "ਆਰਾਮ")] // bearer and sign
    [InlineData("ੲ\u0A3Fਕੱਠ", "ਇਕੱਠ")]
    [InlineData("੨੪", "24")]
    public void Spellings_of_one_word_in_Gurmukhi_come_together(string one, string other) => Folding.Fold(one).ShouldBe(Folding.Fold(other));

    [Theory]
    [InlineData("ज़रूरत", "जरूरत")]
    [InlineData("माँ", "मां")]
    public void Spellings_of_one_word_in_Devanagari_come_together(string one, string other) => Folding.Fold(one).ShouldBe(Folding.Fold(other));

    [Fact]
    public void A_joiner_before_a_sign_does_not_cut_a_word_in_two() => Tokenizer.Tokens("র\u200D্যালি").Count().ShouldBe(1);
}
