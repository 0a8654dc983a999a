using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Learning;

public sealed class ArticleTests
{
    private readonly Article article = new("art-1", "pacing", "en");

    public ArticleTests()
    {
        article.Write("en", "art-1", "v1", new WrittenText("Pacing", "A little at a time.", "One two three"));
        article.Write("ur", "art-1-ur", "u1", new WrittenText("رفتار", "تھوڑا تھوڑا", "ایک دو", "v1", TranslatedText.Machine));
    }

    [Fact]
    public void A_translation_is_out_of_date_once_its_source_changes()
    {
        article.In("ur")!.IsOutOfDate(article.Source!).ShouldBeFalse();

        article.Write("en", "art-1", "v2", new WrittenText("Pacing", "A little at a time.", "One two three four"));

        article.In("ur")!.IsOutOfDate(article.Source!).ShouldBeTrue();
        article.Source!.IsOutOfDate(article.Source!).ShouldBeFalse();
    }

    [Fact]
    public void A_translation_that_never_said_what_it_was_made_from_is_not_called_out_of_date()
    {
        article.Write("pl", "art-1-pl", "p1", new WrittenText("Tempo", "Po trochu.", "Raz dwa"));

        article.In("pl")!.IsOutOfDate(article.Source!).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ur", "ur")]
    [InlineData("pl", "en")]
    public void A_reader_gets_the_first_language_of_the_chain_that_there_is(string reader, string expected)
        => article.Texts.For([reader, "en", "ur"], text => text.Language)!.Language.ShouldBe(expected);

    [Fact]
    public void A_reader_of_a_site_without_any_of_the_languages_still_gets_a_text()
        => article.Texts.For(["cy"], text => text.Language)!.Language.ShouldBe("en");

    [Fact]
    public void Writing_a_language_again_changes_it_in_place()
    {
        article.Write("ur", "another-id", "u2", new WrittenText("رفتار", "تھوڑا تھوڑا", "ایک دو تین چار", "v1"));

        article.Texts.Count.ShouldBe(2);
        article.In("ur")!.ContentItemId.ShouldBe("art-1-ur");
        article.In("ur")!.Words.ShouldBe(4);
        article.In("ur")!.IsMachineTranslated.ShouldBeFalse();
    }

    [Fact]
    public void Too_little_to_read_cannot_be_published()
    {
        var empty = new Article("art-2", "empty", "en");
        empty.Write("en", "art-2", "v1", new WrittenText("Only a title", "", ""));

        empty.CanBePublished.ShouldBeFalse();
        article.CanBePublished.ShouldBeTrue();
    }
}
