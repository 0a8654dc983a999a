using Portal.Directory.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class ListingMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![picture](https://example.org/x.png)")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    public void Nothing_that_acts_gets_into_the_page(string markdown)
    {
        var html = Html(markdown);

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<a");
    }

    [Fact]
    public void Paragraphs_and_lists_are_kept()
        => Html("We *sing*.\n\n- sitting\n- standing").ShouldBe("<p>We <em>sing</em>.</p>\n<ul>\n<li>sitting</li>\n<li>standing</li>\n</ul>\n");

    [Fact]
    public void A_heading_never_competes_with_the_page_s_own() => Html("# Big").ShouldStartWith("<h3>");

    private static string Html(string markdown)
    {
        using var writer = new StringWriter();
        ListingMarkdown.Render(markdown).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
