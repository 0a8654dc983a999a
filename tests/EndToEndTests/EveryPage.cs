using Microsoft.Playwright;
using Xunit;

namespace EndToEndTests;

/// <summary>axe over the public pages: both themes, every language, light and dark.</summary>
[Collection("journeys")]
public sealed class EveryPage(SampleSites sites, Browser browser)
{
    private static readonly string[] paths =
    [
        "", "groups", "groups?q=walk&near=BD8&day=TU", "groups?q=skydiving", "learn", "learn/pacing", "programmes", "programmes/first", "account/sign-in", "account/password", "about/accessibility", "about/privacy", "nothing-here",
    ];

    [SkippableTheory]
    [InlineData("bradford", "", ColorScheme.Light, Screen.Phone)]
    [InlineData("bradford", "ur/", ColorScheme.Light, Screen.Phone)]
    [InlineData("bradford", "ur/", ColorScheme.Dark, Screen.Desktop)]
    [InlineData("bradford", "pl/", ColorScheme.Dark, Screen.Desktop)]
    [InlineData("southport", "", ColorScheme.Dark, Screen.Desktop)]
    [InlineData("southport", "ur/", ColorScheme.Light, Screen.Desktop)]
    [InlineData("southport", "pl/", ColorScheme.Light, Screen.Phone)]
    public async Task Is_accessible(string site, string language, ColorScheme scheme, Screen screen)
    {
        var page = await browser.OpenAsync(new Uri(sites.Host.Address, $"/{site}/{language}"), screen, scheme: scheme);
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.ShouldBeAccessibleAsync(true);
        }
    }
}
