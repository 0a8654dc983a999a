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

    [Theory]
    [InlineData("en", "First Tuesday of the month, 10 am, term time only, not on bank holidays")]
    [InlineData("pl", "Pierwszy wtorek miesiąca, 10:00, tylko w czasie roku szkolnego, oprócz świąt państwowych")]
    [InlineData("ur", "مہینے کا پہلا منگل، صبح 10 بجے، صرف اسکول کے دنوں میں، سرکاری چھٹی والے دن نہیں")]
    public void Holidays_are_said(string language, string expected)
        => Line(language, tuesday with { Frequency = Frequency.Monthly, ByDay = ["1TU"], TermTimeOnly = true, NotOnBankHolidays = true }).ShouldBe(expected);

    [Theory]
    [InlineData("en", new[] { 15 }, "15th of the month, 10 am")]
    [InlineData("en", new[] { 1, 22, 23, 12 }, "1st of the month, 12th of the month, 22nd of the month and 23rd of the month, 10 am")]
    [InlineData("en", new[] { -1 }, "Last day of the month, 10 am")]
    [InlineData("pl", new[] { 15 }, "15. dzień miesiąca, 10:00")]
    [InlineData("ur", new[] { 15 }, "مہینے کی 15 تاریخ، صبح 10 بجے")]
    public void A_group_that_goes_by_the_date(string language, int[] days, string expected)
        => Line(language, tuesday with { Frequency = Frequency.Monthly, ByDay = [], ByMonthDay = days }).ShouldBe(expected);

    [Theory]
    [InlineData("en", 3, "Tuesday 10 am, every 3 weeks")]
    [InlineData("pl", 3, "Wtorek, 10:00, co 3 tygodnie")]
    [InlineData("pl", 6, "Wtorek, 10:00, co 6 tygodni")]
    [InlineData("ur", 3, "منگل، صبح 10 بجے، ہر 3 ہفتے بعد")]
    public void Every_so_many_weeks(string language, int weeks, string expected)
        => Line(language, tuesday with { Interval = weeks, StartDate = new DateOnly(2026, 1, 6) }).ShouldBe(expected);

    [Fact]
    public void A_meeting_once_is_said_with_its_date_and_no_more_when_it_is_over()
    {
        var once = new Schedule { Frequency = Frequency.Once, StartDate = new DateOnly(2999, 12, 24), Start = new TimeOnly(14, 0) };

        Line("en", once).ShouldBe("Tuesday 24 December 2999, 2 pm");
        Line("en", once with { StartDate = new DateOnly(2020, 12, 24) }).ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "Not on Monday 5 May 2025", "Tuesday 6 May 2025, 2 pm to 3 pm, instead of Monday 5 May 2025", "Also on Tuesday 6 May 2025")]
    [InlineData("pl", "Nie spotykamy się: poniedziałek, 5 maja 2025", "wtorek, 6 maja 2025, od 14:00 do 15:00 (zamiast: poniedziałek, 5 maja 2025)", "Dodatkowo: wtorek, 6 maja 2025")]
    public void Single_dates_are_said(string language, string off, string moved, string extra)
    {
        var (monday, next) = (new DateOnly(2025, 5, 5), new DateOnly(2025, 5, 6));
        In(language, words => words.Change(new DateChange { Off = monday })).ShouldBe(off);
        In(language, words => words.Change(new DateChange { Off = monday, On = next, Start = new TimeOnly(14, 0), End = new TimeOnly(15, 0) })).ShouldBe(moved);
        In(language, words => words.Change(new DateChange { On = next })).ShouldBe(extra);
    }

    [Fact]
    public void The_history_says_every_change_and_why()
        => In("en", words => words.InFull(tuesday with { Changes = [new DateChange { Off = new DateOnly(2025, 5, 6), Reason = "hall closed" }] }))
            .ShouldBe("Tuesday 10 am to 11:30 am, weekly; Not on Tuesday 6 May 2025 (hall closed)");

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
            return say(new ScheduleWords(new StringLocalizer<DirectoryText>(texts), new StringLocalizer<ScheduleText>(texts), dates));
        }
        finally
        {
            (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = before;
        }
    }
}
