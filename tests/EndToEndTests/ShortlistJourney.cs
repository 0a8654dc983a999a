using Microsoft.Playwright;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>Somebody keeps groups and takes the list along on their phone.</summary>
[Collection("journeys")]
public sealed class ShortlistJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("ur/", true)]
    [InlineData("ur/", false)]
    public async Task Shortlist_to_phone(string language, bool scripts)
    {
        var name = $"shortlist-{(language.Length > 0 ? "ur" : "en")}-{(scripts ? "scripts" : "plain")}";
        var page = await browser.OpenAsync(sites.Bradford, Screen.Phone, scripts);
        List<string> elsewhere = [];
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host != sites.Bradford.Host) elsewhere.Add(request.Url);
        };

        await page.GotoAsync(language + "groups?q=walk");
        await page.Locator(".portal-keep").First.ClickAsync();
        if (!scripts) await page.WaitForURLAsync("**/kept");
        (await page.Locator("a[data-count] [data-number]").First.InnerTextAsync()).ShouldBe("1");
        await page.PictureAsync(name + "-1-kept", full: false);

        await page.GotoAsync(language + "groups/girlington-chair");
        await page.Locator(".portal-keep").First.ClickAsync();
        if (!scripts) await page.WaitForURLAsync("**/kept");
        await page.ReloadAsync();
        await page.Locator("a[data-count]").First.ClickAsync();
        await page.WaitForURLAsync($"**/bradford/{language}kept");
        (await page.Locator(".portal-kept > li").CountAsync()).ShouldBe(2);
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync(name + "-2-list");

        (await page.Locator("a[href^='sms:']").GetAttributeAsync("href"))!.ShouldContain(Uri.EscapeDataString("/kept?groups="));
        (await page.Locator("a[href^='https://wa.me/']").IsVisibleAsync()).ShouldBeTrue();
        await page.FillAsync("#Email", $"{name}@example.org");
        await page.Locator("form[action*='Send'] button").ClickAsync();
        (await page.Locator(".portal-notice--good").InnerTextAsync()).ShouldContain($"{name}@example.org");
        await page.ShouldBeAccessibleAsync(scripts);
        var letters = Path.Combine(sites.Host.DataFolder, "mail", "bradford");
        await Wait.UntilAsync(() => Task.FromResult(Directory.Exists(letters)
            && Directory.EnumerateFiles(letters, "*.eml").Any(file => File.ReadAllText(file).Contains($"To: {name}@example.org", StringComparison.Ordinal))));

        // On another phone, by the address that was sent.
        var address = await page.Locator(".portal-kept__address").GetAttributeAsync("href");
        var other = await browser.OpenAsync(sites.Bradford, Screen.Phone, scripts);
        await other.GotoAsync(address!);
        (await other.Locator(".portal-kept > li").CountAsync()).ShouldBe(2);
        await other.ShouldBeAccessibleAsync(scripts);

        // Taken out, put back.
        await page.Locator("form[action*='Remove'] button").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        (await page.Locator(".portal-kept > li").CountAsync()).ShouldBe(1);
        await page.Locator(".portal-notice--good button").ClickAsync();
        await page.WaitForLoadStateAsync();
        (await page.Locator(".portal-kept > li").CountAsync()).ShouldBe(2);
        elsewhere.ShouldBeEmpty("Nothing is asked of another site before a link is pressed.");

        var paper = await page.PdfAsync(new PagePdfOptions { Format = "A4", Path = Browser.Pictures is { } folder ? Path.Combine(folder, name + ".pdf") : null });
        PlanOnPaper.SheetsOf(paper).ShouldBe(1);
    }
}
