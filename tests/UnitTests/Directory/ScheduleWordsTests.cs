using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Languages;
using Portal.Platform.Resources;
using Portal.Platform.Tenants;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class ScheduleWordsTests
{
    private static readonly Schedule tuesday = new() { Frequency = Frequency.Weekly, ByDay = ["TU"], Start = new TimeOnly(10, 0), End = new TimeOnly(11, 30) };

    [Theory]
    [InlineData("en", "Tuesday 10 am, weekly")]
    [InlineData("pl", "Wtorek, 10:00, co tydzień")]
    public void A_weekly_group(string language, string expected) => Line(language, tuesday).ShouldBe(expected);

    [Fact]
    public void Urdu_says_the_day_and_the_time()
    {
        Line("ur", tuesday).ShouldStartWith("ہر منگل");
        Line("ur", tuesday with { Frequency = Frequency.Monthly, ByDay = ["1TH"] }).ShouldStartWith("مہینے کی پہلی جمعرات");
        Line("ur", tuesday with { Frequency = Frequency.Monthly, ByDay = ["1TU"] }).ShouldStartWith("مہینے کا پہلا منگل");
    }

    [Theory]
    [InlineData("en", "1TU", "First Tuesday of the month, 10 am")]
    [InlineData("en", "-1FR", "Last Friday of the month, 10 am")]
    [InlineData("pl", "1TU", "Pierwszy wtorek miesiąca, 10:00")]
    [InlineData("pl", "1WE", "Pierwsza środa miesiąca, 10:00")]
    public void A_monthly_group(string language, string byDay, string expected)
        => Line(language, tuesday with { Frequency = Frequency.Monthly, ByDay = [byDay] }).ShouldBe(expected);

    [Fact]
    public void A_fortnightly_group()
        => Line("en", tuesday with { Interval = 2, StartDate = new DateOnly(2026, 1, 6) }).ShouldBe("Tuesday 10 am, every two weeks");

    [Fact]
    public void Days_at_the_same_time_are_said_together()
        => Line("en", tuesday, tuesday with { ByDay = ["MO", "TH"] }).ShouldBe("Monday, Tuesday and Thursday 10 am, weekly");

    [Fact]
    public void Days_at_different_times_are_said_apart()
        => Line("en", tuesday, tuesday with { ByDay = ["TH"], Start = new TimeOnly(14, 30) }).ShouldBe("Tuesday 10 am, weekly; Thursday 2:30 pm, weekly");

    [Fact]
    public void Five_days_are_said_as_people_do()
        => Line("en", tuesday with { ByDay = ["MO", "TU", "WE", "TH", "FR"] }).ShouldBe("Monday to Friday 10 am, weekly");

    [Fact]
    public void The_page_of_a_group_says_when_it_ends()
        => In("en", words => words.Whole(tuesday with { EndDate = new DateOnly(2027, 3, 2) })).ShouldBe("Tuesday 10 am to 11:30 am, weekly, until 2 March 2027");

    [Fact]
    public void No_schedule_has_no_words() => Line("en").ShouldBeNull();

    private static string? Line(string language, params Schedule[] schedules) => In(language, words => words.Line(schedules));

    private static string? In(string language, Func<ScheduleWords, string?> say)
    {
        var before = (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture);
        LanguageInfo.Of(language).MakeCurrent();
        try
        {
            var texts = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
            var tenant = new TenantContext();
            tenant.Use(new TenantProfile(1, new TenantSettings(), new HashSet<string>()));
            var dates = new DateWords(new StringLocalizer<PlatformText>(texts), tenant, TimeProvider.System);
            return say(new ScheduleWords(new StringLocalizer<DirectoryText>(texts), dates));
        }
        finally
        {
            (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = before;
        }
    }
}
