using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>A moderator makes one page of two, looks at what readers see, and takes it back.</summary>
[Collection("journeys")]
public sealed class MergeJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Desktop, true, "")]
    [InlineData(Screen.Phone, false, "ur/")]
    public async Task Two_pages_become_one_and_two_again(Screen screen, bool scripts, string language)
    {
        const string stays = "keighley-voices";
        const string goes = "bingley-breath-song";
        var moderator = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await moderator.SignInAsync(sites, "ModerateListings");
        await moderator.GotoAsync($"{language}manage/moderation/duplicates");
        await moderator.ShouldBeAccessibleAsync(scripts);
        await moderator.PictureAsync($"merge-1-list-{screen}");
        await moderator.FillAsync("#First", new Uri(sites.Bradford, $"groups/{stays}").ToString());
        await moderator.FillAsync("#Second", goes);
        await moderator.Locator("main form button").First.ClickAsync();

        if (!await moderator.Locator($".portal-pair section:first-child a[href$='/{stays}']").IsVisibleAsync()) await moderator.Locator("a[href*='?keep=']").ClickAsync();
        await moderator.ShouldBeAccessibleAsync(scripts);
        await moderator.PictureAsync($"merge-2-pair-{screen}");
        await moderator.Locator("form[action*='handler=Merge'] button").First.ClickAsync();
        await moderator.Locator("form[action*='handler=Undo']").WaitForAsync();
        await moderator.ShouldBeAccessibleAsync(scripts);
        await moderator.PictureAsync($"merge-3-merged-{screen}");

        var reader = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await reader.GotoAsync($"{language}groups/{goes}");
        reader.Url.ShouldEndWith($"/{language}groups/{stays}");

        await moderator.Locator("form[action*='handler=Undo'] button").ClickAsync();
        await moderator.Locator("form[action*='handler=Merge']").WaitForAsync();
        await reader.GotoAsync($"{language}groups/{goes}");
        reader.Url.ShouldEndWith($"/{language}groups/{goes}");

        await moderator.Locator("button[formaction*='handler=Different']").ClickAsync();
        await moderator.Locator("form[action*='handler=Again']").WaitForAsync();
        await moderator.PictureAsync($"merge-4-different-{screen}");
    }
}
