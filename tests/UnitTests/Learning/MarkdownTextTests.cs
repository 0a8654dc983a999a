using System.Text.Encodings.Web;
using Portal.Learning.Contracts;
using Shouldly;
using Xunit;

namespace UnitTests.Learning;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Hello <img src=x onerror=alert(1)> there")]
    [InlineData("<a href=\"javascript:alert(1)\">press</a>")]
    [InlineData("> <iframe src=\"https://elsewhere.example.org\"></iframe>")]
    public void Html_in_a_text_is_shown_as_text(string markdown)
    {
        var html = Html(markdown);

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<a ");
        html.ShouldNotContain("<iframe");
        html.ShouldContain("&lt;");
    }

    [Theory]
    [InlineData("[press](javascript:alert(1))")]
    [InlineData("[press](JavaScript:alert(1))")]
    [InlineData("[press](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[press](vbscript:x)")]
    [InlineData("[press](//elsewhere.example.org)")]
    [InlineData("[press](/\\elsewhere.example.org)")]
    [InlineData("[press](page.html)")]
    [InlineData("[press][there]\n\n[there]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    public void A_link_that_may_lead_astray_becomes_plain_words(string markdown)
        => Html(markdown).ShouldNotContain("href");

    [Fact]
    public void The_words_of_a_link_that_is_not_made_are_kept()
        => Html("See [this *good* page](javascript:alert(1)) now").ShouldBe("<p>See this <em>good</em> page now</p>\n");

    [Fact]
    public void A_link_to_another_site_says_so()
        => Html("[there](https://good.example.org/x)").ShouldContain("<a href=\"https://good.example.org/x\" rel=\"external noopener noreferrer\">there</a>");

    [Fact]
    public void A_link_within_the_site_keeps_the_site_and_the_language()
        => Html("[next](/learn/pacing)").ShouldBe("<p><a href=\"/bradford/ur/learn/pacing\">next</a></p>\n");

    [Theory]
    [InlineData("[call](tel:01134960000)", "tel:01134960000")]
    [InlineData("[write](mailto:hello@example.org)", "mailto:hello@example.org")]
    public void People_can_be_called_and_written_to(string markdown, string address)
        => Html(markdown).ShouldContain($"href=\"{address}\"");

    [Fact]
    public void A_picture_becomes_a_link_so_that_nothing_is_loaded_from_elsewhere()
    {
        var html = Html("![A map](https://elsewhere.example.org/map.png)");

        html.ShouldNotContain("<img");
        html.ShouldContain("href=\"https://elsewhere.example.org/map.png\"");
    }

    [Fact]
    public void A_quotation_whose_first_line_is_bold_is_a_box()
    {
        var html = Html("> **Try this**\n>\n> Breathe out slowly.");

        html.ShouldStartWith("<div class=\"portal-try\" role=\"note\">");
        html.ShouldContain("<strong>Try this</strong>");
        html.ShouldNotContain("<blockquote");
    }

    [Theory]
    [InlineData("> Somebody said this.")]
    [InlineData("> **Bold** at first, then more on the same line.")]
    public void Other_quotations_stay_quotations(string markdown) => Html(markdown).ShouldContain("<blockquote");

    [Fact]
    public void Sections_are_listed_with_ids_that_suit_every_script()
    {
        var text = Render("## ایسا ہوتا ہے\n\nx\n\n### 1۔ پہلی\n\nx\n\n## Words *for* yourself\n\nx");

        text.Sections.ShouldBe([new TextSection("section-1", "ایسا ہوتا ہے"), new TextSection("section-2", "Words for yourself")]);
        Written(text).ShouldContain("<h2 id=\"section-2\">");
    }

    [Fact]
    public void The_first_level_of_headings_is_left_to_the_title_of_the_page()
        => Html("# Shouting").ShouldBe("<h2 id=\"section-1\">Shouting</h2>\n");

    [Theory]
    [InlineData("", 0)]
    [InlineData("## Rest\n\nSit down, *now* and then.\n\n- one\n- two", 8)]
    [InlineData("درد کے ساتھ جینا", 4)]
    [InlineData("Yes - no", 2)]
    public void Words_are_counted_without_the_marks(string markdown, int words) => MarkdownText.CountWords(markdown).ShouldBe(words);

    private static string Html(string markdown) => Written(Render(markdown));

    private static RenderedText Render(string markdown) => MarkdownText.Render(markdown, path => "/bradford/ur" + path);

    private static string Written(RenderedText text)
    {
        using var writer = new StringWriter();
        text.Html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
