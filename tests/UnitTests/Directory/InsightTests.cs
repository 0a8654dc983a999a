using Microsoft.AspNetCore.Http;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Web;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class InsightTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-29", "2026-11-23")]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("2027-01-03", "2026-12-28")]
    public void A_week_begins_on_Monday_also_over_the_new_year(string day, string monday) => VisitCount.WeekOf(DateOnly.Parse(day, null)).ShouldBe(DateOnly.Parse(monday, null));

    [Theory]
    [InlineData("  Chair   YOGA ", "chair yoga")]
    [InlineData("over 50s", "over 50s")]
    [InlineData("چہل قدمی", "چہل قدمی")]
    [InlineData("jo@example.org", null)]
    [InlineData("01632 960123", null)]
    [InlineData("my neighbour at number 12 has been very ill and I do not know", null)]
    [InlineData("  ", null)]
    public void Words_are_made_alike_and_what_may_say_who_somebody_is_is_dropped(string typed, string? kept) => SearchedWords.Of(typed).ShouldBe(kept);

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1", true)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", true)]
    [InlineData("Mozilla/5.0 (compatible; ExampleBot/2.1)", false)]
    [InlineData("curl/8.5.0", false)]
    [InlineData("ExampleSpider", false)]
    [InlineData("", false)]
    public void A_program_that_says_so_is_no_person(string agent, bool isPerson)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.UserAgent = agent;
        CountVisits.IsPerson(http.Request).ShouldBe(isPerson);
        http.Request.Headers["Sec-Purpose"] = "prefetch;prerender";
        CountVisits.IsPerson(http.Request).ShouldBeFalse();
    }

    [Fact]
    public void Counts_are_taken_out_once()
    {
        var buffer = new VisitBuffer();
        var day = new DateOnly(2026, 11, 25);
        buffer.Add("a", day, Insight.View("singers"));
        buffer.Add("a", day, Insight.View("singers"));
        buffer.Add("b", day, Insight.View("singers"));

        var taken = buffer.Take();
        taken["a"].ShouldHaveSingleItem().Count.ShouldBe(2);
        taken["b"].ShouldHaveSingleItem().Count.ShouldBe(1);
        buffer.Take().ShouldBeEmpty();
    }
}
