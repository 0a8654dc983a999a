using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rule 9: no inline script, style or handler in a page, so that the security policy needs no exception; no clock but <see cref="TimeProvider"/>.</summary>
public sealed partial class MarkupTests
{
    private static readonly string[] folders = [Path.Combine(Product.Root, "src"), Path.Combine(Product.Root, "themes")];

    [Fact]
    public void Pages_have_nothing_inline()
        => folders.SelectMany(folder => Product.Sources(folder, ".cshtml")).SelectMany(file => Lines(file).SelectMany(line => Inline(line.Text).Select(what => $"{line.Place}: {what}"))).ShouldBeEmpty();

    [Fact]
    public void The_time_comes_from_the_time_provider()
        => folders.SelectMany(folder => Product.Sources(folder, ".cs", ".cshtml")).SelectMany(Lines).Where(line => AsksTheSystemClock(line.Text)).Select(line => line.Place).ShouldBeEmpty();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script type=\"module\">x()</script>")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<p class=\"a\" style=\"color: red\">")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void Something_inline_is_found(string markup) => Inline(markup).ShouldNotBeEmpty();

    [Theory]
    [InlineData("<script type=\"module\" src=\"/site.js\"></script>")]
    [InlineData("<script type=\"application/ld+json\">{}</script>")]
    [InlineData("<link rel=\"stylesheet\" href=\"/site.css\">")]
    [InlineData("@foreach (var option in options) { <option value=\"on\">once</option> }")]
    public void What_the_policy_allows_passes(string markup) => Inline(markup).ShouldBeEmpty();

    [Theory]
    [InlineData("var now = DateTime.Now;", true)]
    [InlineData("var now = System.DateTimeOffset.UtcNow;", true)]
    [InlineData("DateTime.Today", true)]
    [InlineData("var now = clock.GetUtcNow();", false)]
    public void A_look_at_the_system_clock_is_found(string code, bool expected) => AsksTheSystemClock(code).ShouldBe(expected);

    private static IEnumerable<string> Inline(string markup) => InlinePattern().Matches(markup).Select(match => match.Value.Trim());

    private static bool AsksTheSystemClock(string code) => ClockPattern().IsMatch(code);

    private static IEnumerable<(string Place, string Text)> Lines(string file)
        => File.ReadLines(file).Select((text, index) => ($"{Path.GetRelativePath(Product.Root, file)}:{index + 1}", text));

    [GeneratedRegex("""<script(?![^>]*\bsrc=)(?![^>]*type="application/ld\+json")|<style\b|\sstyle\s*=\s*"|<[^>]*\son[a-z]+\s*=\s*"|javascript:""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlinePattern();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClockPattern();
}
