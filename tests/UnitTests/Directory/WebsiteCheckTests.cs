using Portal.Directory.Domain;
using Portal.Platform.Web;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

/// <summary>When a website of a group counts as broken, and when as changed.</summary>
public sealed class WebsiteCheckTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
    private static readonly string[] words = [.. Enumerable.Range(0, 200).Select(number => $"word{number % 120}")];

    [Fact]
    public void A_site_that_is_down_for_a_day_is_nobodys_concern()
    {
        var check = Make();
        check.Take("NoAnswer", null, now);
        check.Take("NoAnswer", null, now.AddDays(1));
        check.IsBroken.ShouldBeFalse();
        check.Take(null, null, now.AddDays(2));
        (check.Failures, check.FailingSince).ShouldBe((0, null));
    }

    [Fact]
    public void At_the_third_time_in_a_row_it_is_broken_since_the_first()
    {
        var check = Make();
        for (var day = 0; day < 3; day++) check.Take("Gone", null, now.AddDays(day));
        (check.IsBroken, check.FailingSince).ShouldBe((true, now));
        check.NextTryAt.ShouldBe(now.AddDays(9), "What is broken is left in peace for a week.");
    }

    [Theory]
    [InlineData(OutboundResult.Read, 200, null)]
    [InlineData(OutboundResult.TooLarge, 200, null)]
    [InlineData(OutboundResult.BadStatus, 403, null)]
    [InlineData(OutboundResult.BadStatus, 429, null)]
    [InlineData(OutboundResult.BadStatus, 404, "Gone")]
    [InlineData(OutboundResult.BadStatus, 410, "Gone")]
    [InlineData(OutboundResult.BadStatus, 503, "Trouble")]
    [InlineData(OutboundResult.PrivateAddress, null, "BadAddress")]
    [InlineData(OutboundResult.UnknownHost, null, "UnknownHost")]
    [InlineData(OutboundResult.TooManyRedirects, null, "TooManyRedirects")]
    public void Only_what_keeps_readers_away_is_a_failure(OutboundResult result, int? status, string? failure)
        => WebsiteCheck.FailureOf(new OutboundAnswer { Result = result, Status = status, Address = new Uri("https://example.org") }).ShouldBe(failure);

    [Fact]
    public void A_counter_and_a_line_of_news_are_no_change_and_another_text_is()
    {
        var before = WordPrint.Of(words)!.Value;
        WordPrint.AreAlike(before, WordPrint.Of([.. words, "visitor", "4711", "news", "christmas", "party"])!.Value).ShouldBeTrue();
        WordPrint.AreAlike(before, WordPrint.Of([.. Enumerable.Range(0, 200).Select(number => $"other{number % 120}")])!.Value).ShouldBeFalse();
    }

    [Fact]
    public void A_page_with_hardly_any_words_says_nothing() => WordPrint.Of(["please", "enable", "scripts"]).ShouldBeNull();

    [Fact]
    public void That_it_changed_is_kept_until_another_address_is_named()
    {
        var check = Make();
        check.Take(null, WordPrint.Of(words), now);
        check.ChangedAt.ShouldBeNull();
        check.Take(null, WordPrint.Of([.. Enumerable.Range(0, 200).Select(number => $"other{number % 120}")]), now.AddDays(14));
        check.ChangedAt.ShouldBe(now.AddDays(14));
        check.Restart("https://new.example.org");
        (check.ChangedAt, check.Print).ShouldBe((null, null));
    }

    private static WebsiteCheck Make() => new() { ListingId = "singers", Address = "https://example.org" };
}
