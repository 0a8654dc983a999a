using Microsoft.Playwright;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>Somebody finds a group in their language, without an account.</summary>
[Collection("journeys")]
public sealed class PatientJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Desktop, false)]
    public async Task Finds_a_walking_group_in_Urdu_in_three_steps(Screen screen, bool scripts)
    {
        var page = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await page.GotoAsync("");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "اردو" }).First.ClickAsync();
        (await page.GetAttributeAsync("html", "dir")).ShouldBe("rtl");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"patient-1-home-ur-{screen}");

        await page.FillAsync("#q", "چہل قدمی");
        await page.Locator("form[role=search] button").ClickAsync();
        await page.WaitForLoadStateAsync();
        (await page.Locator(".portal-card").CountAsync()).ShouldBeGreaterThanOrEqualTo(8);
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"patient-2-results-ur-{screen}", full: false);

        await page.Locator(".portal-card__title a").First.ClickAsync();
        page.Url.ShouldContain("/bradford/ur/groups/");
        (await page.Locator(".portal-facts__row").CountAsync()).ShouldBeGreaterThanOrEqualTo(4);
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"patient-3-group-ur-{screen}");
    }

    [SkippableTheory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desktop, false)]
    public async Task Narrows_a_search_and_takes_it_back_piece_by_piece(Screen screen, bool scripts)
    {
        var page = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await page.GotoAsync("groups?q=quire");
        (await page.Locator(".portal-card").CountAsync()).ShouldBeGreaterThanOrEqualTo(4, "A choir is found however it is spelt.");

        await page.GotoAsync("groups?near=Shipley&day=TU&cost=free");
        var found = await page.Locator(".portal-card").CountAsync();
        found.ShouldBeGreaterThan(0);
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator(".portal-chip").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        (await page.Locator(".portal-card").CountAsync()).ShouldBeGreaterThan(found);
    }

    [SkippableFact]
    public async Task Nothing_found_does_not_end_the_road()
    {
        var page = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        await page.GotoAsync("groups?q=skydiving");
        await page.Locator(".portal-empty a").First.IsVisibleAsync();
        (await page.Locator(".portal-empty a").CountAsync()).ShouldBeGreaterThan(0);
        await page.ShouldBeAccessibleAsync(true);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("ur/")]
    public async Task The_first_view_of_the_search_page_is_small_and_asks_no_other_site(string language)
    {
        var page = await browser.OpenAsync(new Uri(sites.Bradford, language), Screen.Phone);
        var bytes = new System.Collections.Concurrent.ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        List<string> elsewhere = [];
        page.RequestFinished += async (_, request) =>
        {
            var sizes = await request.SizesAsync();
            bytes[request.Url] = sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host != sites.Bradford.Host) elsewhere.Add(request.Url);
        };
        await page.GotoAsync("groups", new() { WaitUntil = WaitUntilState.NetworkIdle });
        elsewhere.ShouldBeEmpty();

        // Nastaliq comes when the page has been shown already, and changes how it looks only then.
        var late = await page.EvaluateAsync<string[]>("() => { const shown = performance.getEntriesByType('navigation')[0].loadEventStart; return performance.getEntriesByType('resource').filter(file => file.startTime >= shown).map(file => file.name) }");
        late.ShouldAllBe(file => file.EndsWith("/nastaliq-urdu.woff2", StringComparison.Ordinal));
        bytes.Where(file => !late.Contains(file.Key, StringComparer.Ordinal)).Sum(file => file.Value).ShouldBeInRange(1, 80 * 1024);
        if (language == "ur/" && late.Length > 0) await page.WaitForFunctionAsync("[...document.fonts].some(font => font.family.includes('Nastaliq Later') && font.status === 'loaded')");
    }
}
