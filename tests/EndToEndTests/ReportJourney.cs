using Microsoft.Playwright;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>A service manager opens the report of a year, reads what a figure means, prints it and takes it away.</summary>
[Collection("journeys")]
public sealed class ReportJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desktop, false)]
    public async Task The_report_of_a_year_is_read_printed_and_taken_away(Screen screen, bool scripts)
    {
        var reader = $"manager-{screen.ToString().ToLowerInvariant()}@example.org";
        var site = await TestSite.OpenAsync(sites.Host, "bradford");
        await site.CreateLinkAsync(reader, "/workspace/reports", "SeeReports");
        var page = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await page.SignInByMailAsync("workspace/reports", reader);
        (await page.InnerTextAsync("main")).ShouldContain("Choose a time");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"report-1-choose-{screen}");

        var year = (await page.Locator("#Period option").EvaluateAllAsync<string[]>("options => options.map(option => option.value)")).First(key => key.StartsWith("fy", StringComparison.Ordinal));
        await page.SelectOptionAsync("#Period", year);
        await page.Locator("main form button[type=submit]").ClickAsync();
        (await page.InnerTextAsync("h1")).ShouldContain("Financial year");
        page.Url.ShouldContain($"period={year}");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"report-2-report-{screen}");

        var waits = page.Locator(".portal-report__table", new PageLocatorOptions { HasText = "How long people waited" });
        await waits.Locator("summary").ClickAsync();
        (await waits.Locator("details").InnerTextAsync()).ShouldContain("All days count, weekends too");
        await page.ShouldBeAccessibleAsync(scripts);

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.Locator(".portal-report__table > .portal-only-print:visible").CountAsync()).ShouldBe(await page.Locator(".portal-report__table").CountAsync());
        (await page.Locator("main form:visible, main details:visible, .portal-tools:visible").CountAsync()).ShouldBe(0);
        await page.PdfAsync(new PagePdfOptions { Format = "A4", Path = Browser.Pictures is { } folder ? Path.Combine(folder, $"report-{screen}.pdf") : null });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });

        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href*='handler=Csv']"));
        download.SuggestedFilename.ShouldBe($"report-{year}.csv");
        await using var stream = await download.CreateReadStreamAsync();
        using var text = new StreamReader(stream);
        (await text.ReadToEndAsync()).ShouldContain("Referrals by who sent them");

        await page.GotoAsync($"ur/workspace/reports?period={year}");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"report-3-urdu-{screen}");
    }
}
